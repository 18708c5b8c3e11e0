using System.Diagnostics;
using System.Text;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using ChartRelease.Processes;

namespace Cake.ChartRelease.Helm.Processes;

/// <summary>
/// Cake's process runner for programs that start others. Cake's own ends only the program itself, so a plugin, post-renderer or
/// credential helper of a killed helm would go on.
/// </summary>
internal sealed class TreeProcessRunner(ICakeContext context) : IProcessRunner
{
    private const string ShowCommandLine = "Settings_ShowProcessCommandLine";

    // helm reads and writes UTF-8 everywhere; a byte order mark would be part of the password.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>This runner in the place of Cake's; a runner that a build or test brings along stays.</summary>
    public static IProcessRunner For(ICakeContext context) =>
        context.ProcessRunner is global::Cake.Core.IO.ProcessRunner ? new TreeProcessRunner(context) : context.ProcessRunner;

    /// <inheritdoc/>
    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        if (!settings.Silent)
        {
            context.Log.Write(
                context.Configuration.GetValue(ShowCommandLine) is "true" ? Verbosity.Normal : Verbosity.Diagnostic,
                LogLevel.Verbose,
                "Executing: {0}",
                $"\"{filePath.FullPath}\" {settings.Arguments.RenderSafe()}".TrimEnd());
        }

        var process = ProcessStart.Start(StartInfo(filePath, settings));
        return new TreeProcess(process, settings, context.Log);
    }

    private ProcessStartInfo StartInfo(FilePath filePath, ProcessSettings settings)
    {
        var start = new ProcessStartInfo(filePath.FullPath, settings.Arguments.Render())
        {
            WorkingDirectory = (settings.WorkingDirectory ?? context.Environment.WorkingDirectory).MakeAbsolute(context.Environment).FullPath,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };

        // What Cake tells every process it starts.
        start.Environment["CAKE"] = "True";
        start.Environment["CAKE_VERSION"] = context.Environment.Runtime.CakeVersion.ToString(3);
        foreach (var (name, value) in settings.EnvironmentVariables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
