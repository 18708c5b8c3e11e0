using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using Cake.ChartRelease.Helm.Json;
using Cake.ChartRelease.Helm.Processes;
using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.ChartRelease.Helm;

/// <summary>One helm command.</summary>
/// <typeparam name="TSettings">The settings of the command.</typeparam>
public abstract class HelmTool<TSettings> : Tool<TSettings>
    where TSettings : HelmSettings
{
    private readonly ICakeContext _context;

    /// <summary>Takes what it needs from the context; nothing is looked up before the tool runs.</summary>
    private protected HelmTool(ICakeContext context, string verb)
        : base(context.FileSystem, context.Environment, TreeProcessRunner.For(context), context.Tools) => (_context, Verb) = (context, verb);

    /// <summary>The words after <c>helm</c>, such as <c>registry login</c>.</summary>
    private protected string Verb { get; }

    /// <summary>The helm versions that have the command; <see langword="null"/> for all.</summary>
    private protected virtual HelmRange? Range => null;

    /// <inheritdoc/>
    protected sealed override string GetToolName() => "helm";

    /// <inheritdoc/>
    protected sealed override IEnumerable<string> GetToolExecutableNames() => ["helm", "helm.exe"];

    /// <summary>What cannot work; looked at before the process starts. An override begins with its base.</summary>
    private protected virtual IEnumerable<string> Problems(TSettings settings, IReadOnlyCollection<string> positionals) =>
    [
        .. settings.Problems(),
        .. positionals.Any(string.IsNullOrEmpty) ? ["An argument of the command is empty."] : Array.Empty<string>(),
    ];

    /// <summary>Adds flags that depend on more than the settings.</summary>
    private protected virtual void Render(TSettings settings, IReadOnlyCollection<string> positionals, HelmArguments arguments) =>
        settings.Render(arguments);

    /// <summary>Finds the version of the helm in use, once for each executable.</summary>
    private protected virtual string VersionOf(TSettings settings, CancellationToken cancellationToken) =>
        HelmVersions.Of(_context, settings, GetToolPath(settings)?.MakeAbsolute(_context.Environment).FullPath, cancellationToken);

    /// <summary>Runs the command and demands exit code 0.</summary>
    private protected HelmOutput Execute(TSettings settings, IReadOnlyCollection<string> positionals, CancellationToken cancellationToken) =>
        Accepted(settings, ExecuteAny(settings, positionals, cancellationToken));

    /// <summary>Runs the command with <c>--output=json</c>, demands exit code 0 and reads its output.</summary>
    private protected T Execute<T>(
        TSettings settings, IReadOnlyCollection<string> positionals, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        HelmJson.Read(Verb, ExecuteForJson(settings, positionals, cancellationToken), type);

    /// <summary>Runs the command with <c>--output=json</c> and demands exit code 0.</summary>
    private protected HelmOutput ExecuteForJson(
        TSettings settings, IReadOnlyCollection<string> positionals, CancellationToken cancellationToken) =>
        Accepted(settings, ExecuteAny(settings, positionals, cancellationToken, json: true));

    /// <summary>Runs the command and leaves its exit code to the caller.</summary>
    private protected HelmOutput ExecuteAny(
        TSettings settings, IReadOnlyCollection<string> positionals, CancellationToken cancellationToken, bool json = false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check([.. Problems(settings, positionals), .. json ? settings.JsonProblems() : []]);
        var arguments = new HelmArguments(VersionOf(settings, cancellationToken)).Verb(Verb, Range);
        Render(settings, positionals, arguments);
        arguments
            .Output(json && settings.Format is null ? HelmOutputFormat.Json : null)
            .Positionals(positionals)
            .Conceal(settings.StandardInput);

        var process = HelmProcess.Of(settings, arguments, _context.Environment);
        using var running = Start(settings, arguments, process);
        using (cancellationToken.UnsafeRegister(KillInBackground, running))
        {
            Wait(running, settings.Timeout, process);
        }

        // A killed helm may have printed something plausible: no half answer.
        cancellationToken.ThrowIfCancellationRequested();
        settings.PostAction?.Invoke(running);
        return new HelmOutput(
            CommandLineOf(process), running.GetExitCode(), [.. running.GetStandardOutput()], [.. running.GetStandardError()]);
    }

    private HelmOutput Accepted(TSettings settings, HelmOutput output) =>
        settings.HandleExitCode?.Invoke(output.ExitCode) ?? output.ExitCode == 0 ? output : throw HelmFailures.Failed(Verb, output);

    private void Check(IReadOnlyCollection<string> problems)
    {
        if (problems.Count > 0)
        {
            throw HelmFailures.Invalid(Verb, problems);
        }
    }

    private IProcess Start(TSettings settings, HelmArguments arguments, ProcessSettings process)
    {
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

    private void Wait(IProcess running, TimeSpan? limit, ProcessSettings process)
    {
        if (limit is { } timeout && !running.WaitForExit((int)timeout.TotalMilliseconds))
        {
            throw new HelmTimeoutException(Verb, timeout, CommandLineOf(process));
        }

        // Without a limit this also waits for the last line of both streams.
        running.WaitForExit();
    }

    /// <summary>The command line as it was run: the caller may have customized it.</summary>
    private static string CommandLineOf(ProcessSettings process) => $"helm {process.Arguments.RenderSafe()}";

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
