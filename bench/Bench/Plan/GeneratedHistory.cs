using System.Globalization;
using System.Text;
using ChartRelease.Testing;

namespace ChartRelease.Bench.Plan;

/// <summary>
/// A repository of many charts, made at once with <c>git fast-import</c>: the first commit adds all of them, each later one changes one at random,
/// and three in ten are a release with a tag. The same for the same numbers.
/// </summary>
internal static class GeneratedHistory
{
    private const int Seed = 7;

    /// <summary>Writes the history into an empty repository and checks it out.</summary>
    /// <returns>How many tags there are.</returns>
    public static async Task<int> WriteAsync(GitRepository repository, int charts, int commits)
    {
        var random = new SeededRandom(Seed);
        var minors = new int[charts];
        var stream = new StringBuilder();
        var tags = new List<(string Name, int Mark)>();
        Begin(stream, 1, "feat: all charts");
        for (var chart = 0; chart < charts; chart++)
        {
            Write(stream, $"{Folder(chart)}/Chart.yaml", Metadata(chart, 0));
            Write(stream, $"{Folder(chart)}/values.yaml", "value: 0");
            Write(stream, $"{Folder(chart)}/templates/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  value: {{ .Values.value | quote }}");
        }

        for (var mark = 2; mark <= commits; mark++)
        {
            var chart = random.Number(0, charts);
            if (random.Number(0, 10) < 3)
            {
                Begin(stream, mark, $"chore({Name(chart)}): release");
                Write(stream, $"{Folder(chart)}/Chart.yaml", Metadata(chart, ++minors[chart]));
                tags.Add((Invariant($"{Name(chart)}-0.{minors[chart]}.0"), mark));
            }
            else
            {
                Begin(stream, mark, Invariant($"{(mark % 4 == 0 ? "feat" : "fix")}({Name(chart)}): change {mark}"));
                Write(stream, $"{Folder(chart)}/values.yaml", Invariant($"value: {mark}"));
            }
        }

        foreach (var (name, mark) in tags)
        {
            stream.Append(CultureInfo.InvariantCulture, $"reset refs/tags/{name}\nfrom :{mark}\n\n");
        }

        await repository.ImportAsync(stream.ToString());
        await repository.RunAsync("reset", "--quiet", "--hard");
        await repository.RunAsync("pack-refs", "--all");
        return tags.Count;
    }

    /// <summary>The folder of a chart.</summary>
    public static string Folder(int chart) => $"helm/{Name(chart)}";

    private static string Name(int chart) => Invariant($"chart-{chart:0000}");

    private static string Metadata(int chart, int minor) => Invariant($"apiVersion: v2\nname: {Name(chart)}\nversion: 0.{minor}.0\nappVersion: \"1\"");

    private static void Begin(StringBuilder stream, int mark, string subject) => stream.Append(
        CultureInfo.InvariantCulture,
        $"commit refs/heads/main\nmark :{mark}\ncommitter Bench <bench@example.com> {1_700_000_000 + (mark * 60)} +0000\ndata <<END\n{subject}\n\nWhy it was made.\nEND\n");

    private static void Write(StringBuilder stream, string path, string content) =>
        stream.Append(CultureInfo.InvariantCulture, $"M 100644 inline {path}\ndata <<END\n{content}\nEND\n");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
