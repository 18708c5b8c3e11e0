using System.ComponentModel;
using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.ChartRelease.Helm;

/// <summary>One helm command, run through Cake's process runner.</summary>
/// <typeparam name="TSettings">The settings of the command.</typeparam>
public abstract class HelmTool<TSettings> : Tool<TSettings>
    where TSettings : HelmSettings
{
    private readonly ICakeContext _context;

    /// <summary>Takes what it needs from the context; nothing is looked up before the tool runs.</summary>
    private protected HelmTool(ICakeContext context, string verb)
        : base(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools) => (_context, Verb) = (context, verb);

    /// <summary>The words after <c>helm</c>, such as <c>registry login</c>.</summary>
    private protected string Verb { get; }

    /// <inheritdoc/>
    protected sealed override string GetToolName() => "helm";

    /// <inheritdoc/>
    protected sealed override IEnumerable<string> GetToolExecutableNames() => ["helm", "helm.exe"];

    /// <summary>Adds flags that depend on more than the settings.</summary>
    private protected virtual void Render(TSettings settings, IReadOnlyCollection<string> positionals, HelmArguments arguments) =>
        settings.Render(arguments);

    /// <summary>Runs the command and demands exit code 0.</summary>
    private protected HelmOutput Execute(TSettings settings, IReadOnlyCollection<string> positionals, CancellationToken cancellationToken)
    {
        var output = ExecuteAny(settings, positionals, cancellationToken);
        var accepted = settings.HandleExitCode?.Invoke(output.ExitCode) ?? output.ExitCode == 0;
        return accepted ? output : throw HelmFailures.Failed(Verb, output);
    }

    /// <summary>Runs the command and leaves its exit code to the caller.</summary>
    private protected HelmOutput ExecuteAny(
        TSettings settings, IReadOnlyCollection<string> positionals, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var arguments = new HelmArguments(() => HelmVersions.Of(_context, settings, cancellationToken)).Verb(Verb);
        Render(settings, positionals, arguments);
        arguments.Positionals(positionals).Conceal(settings.StandardInput);

        var redaction = new Redaction(arguments.Secrets);
        using var process = Start(settings, arguments, redaction);
        using (cancellationToken.UnsafeRegister(KillInBackground, process))
        {
            Wait(process, settings.ToolTimeout);
        }

        // A killed helm may have printed something plausible: no half answer.
        cancellationToken.ThrowIfCancellationRequested();
        settings.PostAction?.Invoke(process);
        return new HelmOutput(process.GetExitCode(), [.. process.GetStandardOutput()], [.. process.GetStandardError()]);
    }

    private IProcess Start(TSettings settings, HelmArguments arguments, Redaction redaction)
    {
        var process = new ProcessSettings
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectedStandardOutputHandler = line => line is null ? null : redaction.Apply(line),
            RedirectedStandardErrorHandler = line => line is null ? null : redaction.Apply(line),
            EnvironmentVariables = EnvironmentOf(settings, arguments),
        };
        if (settings.StandardInput is { } input)
        {
            process.SetStandardInput(input.Reveal());
        }

        try
        {
            return RunProcess(settings, arguments.Builder, process);
        }
        catch (CakeException exception) when (GetToolPath(settings) is not { } path || !_context.FileSystem.Exist(path))
        {
            throw HelmFailures.NotFound(settings.ToolPath, exception);
        }
        catch (Win32Exception exception)
        {
            throw HelmFailures.NotStarted(settings.ToolPath, exception);
        }
    }

    /// <summary>What helm writes depends on the time zone (archives, annotations); the caller's own variables win.</summary>
    private static Dictionary<string, string> EnvironmentOf(TSettings settings, HelmArguments arguments)
    {
        var variables = new Dictionary<string, string>(arguments.Variables) { ["TZ"] = "UTC", ["LC_ALL"] = "C" };
        foreach (var (name, value) in settings.EnvironmentVariables ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        return variables;
    }

    private void Wait(IProcess process, TimeSpan? limit)
    {
        if (limit is { } timeout && !process.WaitForExit((int)timeout.TotalMilliseconds))
        {
            throw HelmFailures.TimedOut(Verb, timeout);
        }

        // Without a limit this also waits for the last line of both streams.
        process.WaitForExit();
    }

    /// <summary>Kill waits for the end of the process, which whoever cancels should not have to.</summary>
    private static void KillInBackground(object? process) => ThreadPool.UnsafeQueueUserWorkItem(
        static started =>
        {
            try
            {
                started.Kill();
            }
            catch (InvalidOperationException)
            {
                // It ended by itself in between.
            }
        },
        (IProcess)process!,
        preferLocal: false);
}
