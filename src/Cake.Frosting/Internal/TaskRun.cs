using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>One run of the tasks, or one look at them.</summary>
internal static class TaskRun
{
    public static async Task RunAsync(IServiceProvider provider, RunSettings settings)
    {
        var log = provider.GetRequiredService<ICakeLog>();
        log.Verbosity = settings.Verbosity ?? Verbosity.Normal;

        // The configuration is read from the working directory, so it may only be asked for after this.
        ChangeDirectory(provider, settings.WorkingDirectory);
        log.Verbosity = provider.GetRequiredService<ICakeConfiguration>().GetVerbosity(settings.Verbosity);

        var host = ChooseHost(provider, settings);
        InstallTools(provider, log);
        provider.GetRequiredService<TaskRegistration>().Register();
        provider.GetRequiredService<LifetimeRegistration>().Register();

        if (settings.Exclusive)
        {
            host.Settings.UseExclusiveTarget();
        }

        await host.RunTargetsAsync(settings.Targets).ConfigureAwait(false);
    }

    private static ScriptHost ChooseHost(IServiceProvider provider, RunSettings settings) => settings switch
    {
        { DryRun: true } => provider.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
        { Tree: true } => provider.GetRequiredService<TreeScriptHost>(),
        { Description: true } => provider.GetRequiredService<DescriptionScriptHost>(),
        _ => provider.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
    };

    private static void ChangeDirectory(IServiceProvider provider, DirectoryPath? requested)
    {
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        if ((requested ?? provider.GetService<WorkingDirectory>()?.Path)?.MakeAbsolute(environment) is not { } directory)
        {
            return;
        }

        if (!provider.GetRequiredService<IFileSystem>().Exist(directory))
        {
            throw new FrostingException($"The working directory '{directory.FullPath}' does not exist.");
        }

        environment.WorkingDirectory = directory;
    }

    private static void InstallTools(IServiceProvider provider, ICakeLog log)
    {
        var tools = provider.GetServices<PackageReference>().ToArray();
        if (tools.Length == 0)
        {
            return;
        }

        log.Verbose("Installing tools...");
        var installer = provider.GetRequiredService<IToolInstaller>();
        foreach (var tool in tools)
        {
            installer.Install(tool);
        }
    }
}
