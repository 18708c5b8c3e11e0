using Cake.Core;
using Cake.Core.Composition;
using Cake.Frosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.Hosting;

public sealed class ServiceTests
{
    [Fact]
    public void Tasks_are_singletons_with_constructor_injection()
    {
        Counter counter = new();
        var run = Host.Run(
            [typeof(Counts)],
            host => host.ConfigureServices(services => services.AddSingleton(counter)),
            "-t",
            "Counts");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, counter.Created);
    }

    [Fact]
    public void A_service_that_is_missing_is_an_error_and_not_a_crash()
    {
        var run = Host.Run([typeof(Counts)], "-t", "Counts");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(nameof(Counter), run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_and_lifetimes_share_the_context_of_the_project()
    {
        var run = Host.Run(
            [typeof(UsesContext)],
            host => host.UseContext<OwnContext>().UseSetup<FillsContext>(),
            "-t",
            "UsesContext");

        Assert.Equal(["from setup"], run.Journal);
    }

    [Fact]
    public void A_task_of_another_context_is_left_out_with_a_warning()
    {
        var run = Host.Run([typeof(UsesContext), typeof(Plain)], "-t", "Plain");

        Assert.Equal(["Plain"], run.Journal);
        Assert.Contains(nameof(OwnContext), run.Output + run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, Host.Run([typeof(UsesContext)], "-t", "UsesContext").ExitCode);
    }

    [Fact]
    public void A_startup_class_configures_the_services()
    {
        var run = Host.Run([typeof(Counts)], host => host.UseStartup<Startup>(), "-t", "Counts");

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_module_registers_its_services()
    {
        var run = Host.Run([typeof(Counts)], host => host.UseModule<CounterModule>(), "-t", "Counts");

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Services_are_disposed_when_the_run_is_over()
    {
        var run = Host.Run(
            [typeof(Plain)],
            host => host.ConfigureServices(services => services.AddSingleton<Closing>()).UseSetup<OpensClosing>(),
            "-t",
            "Plain");

        Assert.Equal(["Plain", "closed"], run.Journal);
    }

    [Fact]
    public void A_setting_of_the_program_is_in_the_configuration()
    {
        var run = Host.Run(
            [typeof(ShowsSetting)],
            host => host.UseCakeSetting("Own_Setting", "first").UseCakeSetting("Own_Setting", "last").SetToolPath("./some/tools"),
            "-t",
            "ShowsSetting");

        Assert.Equal(["last", "some/tools"], run.Journal);
    }

    [Fact]
    public void An_argument_wins_over_a_setting_of_the_program()
    {
        var run = Host.Run(
            [typeof(ShowsSetting)],
            host => host.UseCakeSetting("Own_Setting", "program"),
            "-t",
            "ShowsSetting",
            "--own_setting=argument",
            "--paths_tools=x");

        Assert.Equal(["argument", "x"], run.Journal);
    }

    [Fact]
    public void Verbosity_can_come_from_the_configuration()
    {
        var run = Host.Run([typeof(ShowsVerbosity)], host => host.UseCakeSetting("Settings_Verbosity", "Minimal"), "-t", "ShowsVerbosity");

        Assert.Equal(["Minimal"], run.Journal);
    }

    private sealed class Counter
    {
        public int Created { get; set; }
    }

    private sealed class Counts : FrostingTask
    {
        public Counts(Counter counter) => counter.Created++;

        public override void Run(ICakeContext context)
        {
        }
    }

    private sealed class Startup : IFrostingStartup
    {
        public void Configure(IServiceCollection services) => services.AddSingleton<Counter>();
    }

    private sealed class CounterModule : ICakeModule
    {
        public void Register(ICakeContainerRegistrar registrar) => registrar.RegisterType(typeof(Counter)).Singleton();
    }

    private sealed class OwnContext(ICakeContext context) : FrostingContext(context)
    {
        public string Note { get; set; } = "";
    }

    private sealed class FillsContext : FrostingSetup<OwnContext>
    {
        public override void Setup(OwnContext context, ISetupContext info) => context.Note = "from setup";
    }

    private sealed class UsesContext(Journal journal) : FrostingTask<OwnContext>
    {
        public override void Run(OwnContext context) => journal.Add(context.Note);
    }

    private sealed class Plain(Journal journal) : NotingTask(journal);

    private sealed class Closing(Journal journal) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            journal.Add("closed");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class OpensClosing(Closing closing) : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => Assert.NotNull(closing);
    }

    private sealed class ShowsSetting(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            journal.Add(context.Configuration.GetValue("Own_Setting"));
            journal.Add(context.Configuration.GetValue("Paths_Tools"));
        }
    }

    private sealed class ShowsVerbosity(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(context.Log.Verbosity.ToString());
    }
}
