using System.Globalization;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Bench;

/// <summary>A warm <c>./build.sh --target=Publish</c> of a new version against <c>helm lint; package; registry login; push; pull</c>.</summary>
internal static class PublishOne
{
    private const int WarmUps = 2;
    private const string Chart = "helm/agentapi-proxy";

    // What a page of shell does today. The quoting of the password is the recipe's own affair: it comes from the environment.
    private const string Recipe = """
        set -e
        helm lint --strict "$CHART"
        helm package "$CHART" --destination "$OUT"
        printf %s "$CHART_RELEASE_PASSWORD" | helm registry login "$HOST" --plain-http --username "$CHART_RELEASE_USERNAME" --password-stdin
        helm push "$OUT/agentapi-proxy-$VERSION.tgz" "oci://$HOST/recipe" --plain-http
        helm pull "oci://$HOST/recipe/agentapi-proxy" --version "$VERSION" --plain-http --destination "$OUT/pulled"
        """;

    public static async Task<int> RunAsync(int runs)
    {
        using var folder = new TemporaryFolder();
        var helm = await TestTools.Helm4Async();
        await using var registry = await DockerRegistry.StartAsync(CancellationToken.None, new DockerRegistryOptions { Htpasswd = true });
        using var repository = await GitRepository.CreateAsync();
        CopyChart(repository.Path);

        var bin = Directory.CreateDirectory(folder.Combine("bin")).FullName;
        File.CreateSymbolicLink(Path.Combine(bin, "helm"), helm);
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}",
            ["HOME"] = folder.Combine("home"),
            ["HOST"] = registry.Host,
            ["CHART"] = Chart,
            ["CHART_RELEASE_USERNAME"] = DockerRegistry.User,
            ["CHART_RELEASE_PASSWORD"] = DockerRegistry.Password,
        };
        Directory.CreateDirectory(environment["HOME"]);

        List<double> ours = [], recipe = [];
        var phases = new Phases();
        for (var run = -WarmUps; run < runs; run++)
        {
            var version = $"0.2.{run + WarmUps}";
            SetVersion(repository.Path, version);
            await repository.CommitAsync($"bump to {version}");
            environment["VERSION"] = version;
            environment["OUT"] = Directory.CreateDirectory(folder.Combine($"out-{version}/pulled")).Parent!.FullName;

            // The order alternates, so that neither side always finds the caches the other has warmed.
            var (first, second) = run % 2 == 0 ? (true, false) : (false, true);
            foreach (var isOurs in new[] { first, second })
            {
                var (seconds, output) = isOurs
                    ? Command.Time(repository.Path, environment, Path.Combine(TestTools.RepositoryRoot, "build.sh"), "--target=Publish", $"--registry=oci://{registry.Host}/ours")
                    : Command.Time(repository.Path, environment, "bash", "-c", Recipe);
                if (run >= 0)
                {
                    (isOurs ? ours : recipe).Add(seconds);
                    if (isOurs)
                    {
                        phases.Add(output, seconds);
                    }
                }
            }
        }

        Report(ours, recipe, phases);
        return 0;
    }

    private static void Report(List<double> ours, List<double> recipe, Phases phases)
    {
        var ratios = ours.Zip(recipe, (left, right) => left / right).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours.Count} paired runs, milliseconds: median (fastest)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ours    {1000 * Statistics.Median(ours):F0} ({1000 * ours.Min():F0})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  recipe  {1000 * Statistics.Median(recipe):F0} ({1000 * recipe.Min():F0})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ratio   {Statistics.Median(ratios):F2} (median of the pairs)"));
        Console.WriteLine("Phases of ours, median:");
        foreach (var (name, milliseconds) in phases.Medians())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-12} {milliseconds:F0}"));
        }
    }

    private static void CopyChart(string repository)
    {
        var source = Path.Combine(TestTools.RepositoryRoot, Chart);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(repository, Chart, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static void SetVersion(string repository, string version)
    {
        var file = Path.Combine(repository, Chart, "Chart.yaml");
        var lines = File.ReadAllLines(file).Select(line => line.StartsWith("version:", StringComparison.Ordinal) ? $"version: {version}" : line);
        File.WriteAllLines(file, lines);
    }
}
