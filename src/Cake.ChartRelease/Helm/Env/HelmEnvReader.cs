using Cake.Core;

namespace Cake.ChartRelease.Helm.Env;

/// <summary>Runs <c>helm env</c>.</summary>
internal sealed class HelmEnvReader(ICakeContext context) : HelmTool<HelmEnvSettings>(context, "env")
{
    /// <summary>All variables helm goes by, from lines of the form <c>NAME="value"</c>.</summary>
    public IReadOnlyDictionary<string, string> Read(HelmEnvSettings settings, CancellationToken cancellationToken)
    {
        var output = Execute(settings, [], cancellationToken);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in output.StandardOutput.Where(line => line.Length > 0))
        {
            if (line.Split('=', 2) is not [var name, ['"', .. var value, '"']])
            {
                throw new HelmOutputException(Verb, output);
            }

            variables[name] = value;
        }

        return variables;
    }

    /// <summary>One of them; empty when helm does not know the name or it is not set.</summary>
    public string Read(HelmEnvSettings settings, string name, CancellationToken cancellationToken) =>
        Execute(settings, [name], cancellationToken).Text.TrimEnd('\n');
}
