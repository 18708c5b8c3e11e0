using Cake.Core;
using Cake.Core.IO;
using ChartRelease;

namespace Cake.ChartRelease.Helm.Processes;

/// <summary>What a helm process gets besides its arguments, and what is taken out of its output.</summary>
internal static class HelmProcess
{
    private const string KubeToken = "HELM_KUBETOKEN";

    public static ProcessSettings Of(HelmSettings settings, HelmArguments arguments, ICakeEnvironment environment)
    {
        var variables = VariablesOf(settings, arguments);
        List<Secret> secrets = [.. arguments.Secrets];
        if ((variables.GetValueOrDefault(KubeToken) ?? environment.GetEnvironmentVariable(KubeToken)) is { Length: > 0 } token)
        {
            // helm env prints it.
            secrets.Add(new Secret(token));
        }

        var output = new Redaction(secrets);
        var error = new Redaction([.. secrets, .. arguments.ValueSecrets]);
        var process = new ProcessSettings
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectedStandardOutputHandler = line => line is null ? null : output.Apply(line),
            RedirectedStandardErrorHandler = line => line is null ? null : error.Apply(line),
            EnvironmentVariables = variables,
        };
        if (settings.StandardInput is { } input)
        {
            process.SetStandardInput(input.Reveal());
        }

        return process;
    }

    /// <summary>What helm writes depends on the time zone (archives, annotations); the caller's own variables win.</summary>
    private static Dictionary<string, string> VariablesOf(HelmSettings settings, HelmArguments arguments)
    {
        var variables = new Dictionary<string, string>(arguments.Variables) { ["TZ"] = "UTC", ["LC_ALL"] = "C" };
        foreach (var (name, value) in settings.EnvironmentVariables ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        return variables;
    }
}
