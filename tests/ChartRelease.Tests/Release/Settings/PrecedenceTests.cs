using ChartRelease.Release;
using ChartRelease.Release.Settings;

namespace ChartRelease.Tests.Release.Settings;

/// <summary>Argument, then variable, then file, then default: for each kind of setting.</summary>
public sealed class PrecedenceTests
{
    public static TheoryData<string, string[], string> Kinds => new()
    {
        // name, from the argument, the variable and the file, and what stands without any
        { "artifacts", ["one", "two", "three"], "artifacts" },
        { "plain-http", ["true", "false", "true"], "False" },
        { "plain-http", ["false", "true", "false"], "False" },
        { "charts", ["a/*", "b/*,c/*", "d/*"], "helm/*,charts/*" },
        { "engine", ["helm", "native", "helm"], "Native" },
        { "parallelism", ["7", "8", "9"], "4" },
        { "timeout", ["45s", "2m", "1h30m"], "1m" },
        { "deadline", ["45s", "2m", "1h30m"], "15m" },
        { "retry-after-limit", ["45s", "2m", "1h30m"], "1m" },
        { "insecure-skip-tls-verify", ["false", "true", "false"], "False" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_nearest_place_wins(string name, string[] values, string fallback)
    {
        var variable = "CHART_RELEASE_" + name.ToUpperInvariant().Replace('-', '_');
        var file = $"{name}: {values[2]}\n";

        Assert.Equal(fallback, Read(name, new SettingsRun().Resolve()), ignoreCase: true);
        Assert.Equal(values[2], Read(name, new SettingsRun().File(file).Resolve()), ignoreCase: true);
        Assert.Equal(values[1], Read(name, new SettingsRun().File(file).Variable(variable, values[1]).Resolve()), ignoreCase: true);
        Assert.Equal(
            values[0], Read(name, new SettingsRun().File(file).Variable(variable, values[1]).Argument(name, values[0]).Resolve()), ignoreCase: true);
    }

    [Fact]
    public void A_list_replaces_the_list_of_a_farther_place()
    {
        var options = new SettingsRun().File("registry: [oci-layout:one, oci-layout:two]\n").Argument("registry", "oci-layout:three").Resolve();

        Assert.Equal(["oci-layout:three"], options.Registries.Select(target => target.Value));
    }

    [Fact]
    public void An_empty_variable_counts_as_not_set()
    {
        var options = new SettingsRun().File("artifacts: out\n").Variable("CHART_RELEASE_ARTIFACTS", "").Variable("CHART_RELEASE_PASSWORD", "").Resolve();

        Assert.Equal("out", options.Artifacts);
        Assert.Null(options.Registry.Password);
    }

    private static string Read(string name, ReleaseOptions options) => name switch
    {
        "artifacts" => options.Artifacts,
        "plain-http" => options.Registry.PlainHttp.ToString(),
        "charts" => string.Join(',', options.Charts),
        "engine" => options.Engine.ToString(),
        "parallelism" => options.Registry.Parallelism.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "timeout" => Duration.Show(options.Registry.Timeout),
        "deadline" => Duration.Show(options.Registry.Deadline),
        "retry-after-limit" => Duration.Show(options.Registry.RetryAfterCeiling),
        "insecure-skip-tls-verify" => options.Registry.InsecureSkipTlsVerify.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not compared here."),
    };
}
