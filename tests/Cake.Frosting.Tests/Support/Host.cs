using Cake.Core;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Spectre.Console.Testing;

namespace Cake.Frosting.Tests.Support;

/// <summary>Runs a host in this process with tasks of its own and a captured console.</summary>
internal static class Host
{
    public static Outcome Run(Type[] tasks, params string[] args) => Run(tasks, _ => { }, args);

    public static Outcome Run(Type[] tasks, Action<CakeHost> configure, params string[] args)
    {
        var journal = new Journal();
        var console = new CapturedConsole();
        using var descriptions = new TestConsole().Width(200);
        var host = CakeHost.Create()
            .AddAssembly(new TaskAssembly(tasks))
            .ConfigureServices(services => services
                .AddSingleton(journal)
                .AddSingleton<IConsole>(console)
                .AddSingleton<IAnsiConsole>(descriptions));
        configure(host);
        var exitCode = host.Run(args);
        return new(exitCode, console.Output, console.Errors, descriptions.Output, journal.Entries);
    }
}
