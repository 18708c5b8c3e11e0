using System.Globalization;
using System.Text;
using ChartRelease.Testing;

namespace ChartRelease.Bench;

/// <summary>A repository of charts as they are: about ten files, archives of 5 to 20 KiB, one in twenty with half a megabyte.</summary>
internal static class GeneratedCharts
{
    private const int LargeEvery = 20;
    private const int LargeSize = 500_000;
    private static readonly string[] Templates = ["deployment", "service", "serviceaccount", "configmap", "ingress", "hpa"];

    /// <summary>Writes and commits <c>charts/app-0000</c> and so on; the same every time.</summary>
    public static async Task<ReleaseRepository> CreateAsync(int count)
    {
        var repository = await ReleaseRepository.EmptyAsync();
        for (var index = 0; index < count; index++)
        {
            Write(repository.Git, string.Create(CultureInfo.InvariantCulture, $"app-{index:0000}"), new SeededRandom(index), index % LargeEvery == LargeEvery - 1);
        }

        await repository.Git.CommitAsync("feat: charts");
        await repository.Git.RunAsync("repack", "-adq"); // as every clone has its objects
        return repository;
    }

    private static void Write(GitRepository git, string name, SeededRandom random, bool isLarge)
    {
        var folder = $"charts/{name}";
        git.Write($"{folder}/Chart.yaml", SmallChart.Metadata(name, "1.0.0"));
        git.Write($"{folder}/.helmignore", ".git\n*.tmp\n");
        git.Write($"{folder}/README.md", $"# {name}\n\n{Text(random, random.Number(3_000, 12_000))}\n");
        git.Write($"{folder}/values.yaml", $"greeting: hello\n{Values(random, random.Number(30, 120))}");
        foreach (var template in Templates)
        {
            git.Write($"{folder}/templates/{template}.yaml", Template(template, random));
        }

        if (isLarge)
        {
            git.Write($"{folder}/files/dashboard.json", $"{{\"data\":\"{Text(random, LargeSize)}\"}}\n");
        }
    }

    // Hexadecimal digits pack to about half, much as prose and YAML do.
    private static string Text(SeededRandom random, int length) => Convert.ToHexStringLower(random.Bytes(length / 2));

    private static string Values(SeededRandom random, int count)
    {
        var values = new StringBuilder();
        for (var index = 0; index < count; index++)
        {
            values.Append(CultureInfo.InvariantCulture, $"# The setting {index}.\nsetting{index}: {Text(random, 32)}\n");
        }

        return values.ToString();
    }

    private static string Template(string name, SeededRandom random) => $$$"""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}-{{{name}}}
        data:
          greeting: {{ .Values.greeting | quote }}
          content: "{{{Text(random, 600)}}}"

        """;
}
