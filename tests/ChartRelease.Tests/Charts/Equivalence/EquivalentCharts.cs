using System.Text;
using ChartRelease.Charts;

namespace ChartRelease.Tests.Charts.Equivalence;

/// <summary>A set of charts that covers the rules by which helm packages and loads.</summary>
internal static class EquivalentCharts
{
    private const string Example = "https://example.com/charts";

    public static IReadOnlyList<EquivalentChart> All { get; } =
    [
        new("plain", chart => chart.Write("README.md", "# plain\n").Write("LICENSE", "none\n").Write("templates/NOTES.txt", "Hello {{ .Release.Name }}\n")),
        new("metadata", chart => chart.Chart(
            """
            type: application
            appVersion: "1.10"
            kubeVersion: ">=1.20.0-0"
            home: https://example.com
            icon: https://example.com/i.svg
            deprecated: true
            keywords: [a, "b c"]
            sources: [https://example.com/source]
            maintainers:
            - {name: A B, email: a@example.com, url: https://example.com/a}
            annotations: {category: x, "example.com/long": "line one\nline two"}

            """)),
        new("comments", chart => chart.Write(
            "Chart.yaml",
            "# first\napiVersion: v2 # second\nname:   \"comments\"\nversion: '1.0.0'\ndescription: >-\n  folded\n  text\nkeywords: &words\n- a\nsources: *words\n")),
        new("marks", chart => chart
            .WriteWithMark("Chart.yaml", ChartFiles.Metadata("marks")).WriteWithMark("values.yaml", "a: 1\n").WriteWithMark("templates/all.yaml", ChartFiles.Template)
            .WriteWithMark("files/marked.txt", "marked").WriteWithMark(".helmignore", "ignored.txt\n").Write("ignored.txt", "x")),
        new("windows-lines", chart => chart
            .Write("Chart.yaml", ChartFiles.Metadata("windows-lines").ReplaceLineEndings("\r\n")).Write("values.yaml", "a: 1\r\nb: 2\r\n")
            .Write("templates/all.yaml", ChartFiles.Template.ReplaceLineEndings("\r\n")).Write(".helmignore", "gone.txt\r\n# x\r\n").Write("gone.txt", "x").Write("files/a.txt", "a\r\nb\r\n")),
        new("names", chart => chart.Write("files/ünï çødé.txt", "x").Write("files/日本語/文.txt", "y").Write("files/a b.txt", "z").Write("files/emoji-😀.txt", "e").Write("files/plus+minus-.txt", "p")),
        new("long-paths", chart => chart
            .Write($"files/{new string('l', 110)}.txt", "over 100").Write($"files/{new string('d', 90)}/{new string('e', 90)}/{new string('f', 90)}.txt", "over 255")
            .Write($"files/{new string('ü', 60)}.txt", "over 100 in bytes").Write($"files/{string.Join('/', Enumerable.Repeat("deep", 60))}/x", "deep")),
        new("empty-files", chart => chart.Write("files/empty.txt", "").Write("values.yaml", "").Write("templates/empty.yaml", "").Write("README.md", "")),
        new("no-last-line", chart => chart.Write("Chart.yaml", ChartFiles.Metadata("no-last-line").TrimEnd()).Write("values.yaml", "a: 1").Write("templates/b.yaml", "kind: X\napiVersion: v1\nmetadata: {name: x}").Write("files/a", "a")),
        new("binary", chart => chart.Write("files/all.bin", [.. Enumerable.Range(0, 256).Select(value => (byte)value)]).Write("files/zeros.bin", new byte[100_000])),
        new("no-values", chart => chart.Write(".helmignore", "values.yaml\n")),
        new("schema", chart => chart.Write("values.yaml", "size: 2\n").Write("values.schema.json", """{"$schema":"http://json-schema.org/draft-07/schema#","properties":{"size":{"type":"integer"}}}""")),
        new("schema-broken", chart => chart.Write("values.yaml", "size: large\n").Write("values.schema.json", """{"properties":{"size":{"type":"integer"}}}""")),
        new("crds", chart => chart.Write("crds/a.yaml", Crd("a")).Write("crds/deep/b.yaml", Crd("b") + "---\n" + Crd("c")).Write("crds/README.md", "x").Subchart("charts/sub").Write("charts/sub/crds/d.yaml", Crd("d"))),
        new("ignored", chart => Fill(chart).Write(".helmignore", "# rules\n*.bak\n/top.txt\ndocs/\nfiles/?.txt\nsub/one.txt\n[x].md\n.*\n")),
        new("ignored-negated", chart => Fill(chart).Write(".helmignore", "*.bak\n!/*\n")),
        new("ignored-folders", chart => Fill(chart).Write(".helmignore", "ci/\ntemplates/tests\nfiles/deep/\n").Write("ci/a.yaml", "x").Write("templates/tests/t.yaml", "kind: X\napiVersion: v1\n")),
        new("ignored-in-subcharts", chart => chart
            .Subchart("charts/sub").Write("charts/sub/.helmignore", "values.yaml\n").Write("charts/sub/notes.bak", "x").Write("charts/sub/templates/.hidden", "y")
            .Write(".helmignore", "*.bak\n").Write("templates/.hidden", "z")),
        new("dots", chart => chart.Write(".dot", "x").Write("files/.dot", "y").Write(".github/workflow.yaml", "z").Write("templates/.hidden.yaml", "kind: X\n").Write(".gitattributes", "files export-ignore\n")),
        new("helpers", chart => chart
            .Write("templates/_helpers.tpl", "{{- define \"helpers.name\" }}{{ .Chart.Name }}-x{{ end }}\n").Write("templates/sub/b.yaml", Object("{{ include \"helpers.name\" . }}"))
            .Write("templates/tests/test.yaml", Object("test", "  annotations: {helm.sh/hook: test}\n")).Write("templates/plain.txt", "no manifest: {{ 1 }}\n")),
        new("links", chart => chart.Write("files/real.txt", "real").Link("files/link.txt", "real.txt").Write("shared/x.txt", "x").Link("files/folder", "../shared").Link("templates/linked.yaml", "../shared/linked.yaml").Write("shared/linked.yaml", Object("linked"))),
        new("subchart", chart => chart.Subchart("charts/sub", "appVersion: \"2\"\n").Write("charts/sub/README.md", "# sub\n").Write("values.yaml", "sub: {size: 5, more: yes}\nglobal: {g: 1}\n")),
        new("subcharts-nested", chart => chart.Subchart("charts/a").Subchart("charts/a/charts/b").Subchart("charts/a/charts/b/charts/c").Write("values.yaml", "a: {b: {c: {size: 9}}}\n")),
        new("not-loaded", chart => chart.Subchart("charts/sub").Subchart("charts/_off").Subchart("charts/.off").Write("charts/.gitkeep", "").Write("charts/sub/charts/.gitkeep", "").Write("charts/_note.txt", "x")),
        new("vendored", chart => chart.Vendored("charts/sub-1.0.0.tgz", "sub", "1.0.0", ("README.md", "# sub\n"u8.ToArray())).Vendored("charts/any-name.tgz", "other").Write("values.yaml", "sub: {from: above}\n")),
        new("vendored-nested", chart => chart.Vendored(
            "charts/a.tgz", "a", "1.0.0", ("charts/b.tgz", ChartFiles.Archive("b", "1.0.0", ("charts/c.tgz", ChartFiles.Archive("c")))), ("charts/d/Chart.yaml", Encoding.UTF8.GetBytes(ChartFiles.Metadata("d"))))),
        new("vendored-signed", chart => chart.Vendored("charts/sub-1.0.0.tgz", "sub").Write("charts/sub-1.0.0.tgz.prov", "-----BEGIN PGP SIGNED MESSAGE-----\n")),
        new("locked", chart => chart.Chart(Dependencies(On("sub"))).Vendored("charts/sub-1.0.0.tgz", "sub").Lock("Chart.lock", On("sub"))),
        new("locked-by-hand", chart => chart
            .Chart(Dependencies(On("sub"))).Vendored("charts/sub-1.0.0.tgz", "sub")
            .Write("Chart.lock", "# by hand\ngenerated: 2026-01-02T03:04:05Z\ndigest: \"sha256:0\"\ndependencies: [{version: 1.0.0, name: sub, repository: \"https://example.com/charts\"}]\n")),
        new("aliases", chart => chart
            .Chart(Dependencies(On("sub")) + Entry(On("sub"), "  alias: second\n")).Vendored("charts/sub-1.0.0.tgz", "sub").Lock("Chart.lock", On("sub"), On("sub"))
            .Write("values.yaml", "sub: {from: one}\nsecond: {from: two}\n")),
        new("conditions", chart => chart
            .Chart(Dependencies(On("first"), "  condition: first.enabled,other.enabled\n") + Entry(On("second"), "  condition: second.enabled\n") + Entry(On("tagged"), "  tags: [back, front]\n"))
            .Vendored("charts/first-1.0.0.tgz", "first").Vendored("charts/second-1.0.0.tgz", "second").Vendored("charts/tagged-1.0.0.tgz", "tagged")
            .Write("values.yaml", "first: {enabled: true}\nsecond: {enabled: false}\ntags: {back: false, front: true}\n")),
        new("imports", chart => chart
            .Chart("dependencies:\n- name: sub\n  version: 1.0.0\n  import-values: [data, {child: inner.part, parent: taken}]\n")
            .Subchart("charts/sub", values: "exports: {data: {given: 1}}\ninner: {part: {p: 2}}\n")),
        new("library-user", chart => chart
            .Chart("dependencies:\n- {name: common, version: 1.x.x}\n").Write("charts/common/Chart.yaml", ChartFiles.Metadata("common", "type: library\n"))
            .Write("charts/common/templates/_common.tpl", "{{ define \"common.x\" }}from the library{{ end }}\n").Write("charts/common/templates/never.yaml", Object("never"))
            .Write("templates/b.yaml", Object("b") + "# {{ include \"common.x\" . }}\n")),
        new("library", chart => chart.Chart("type: library\n").Write("templates/_l.tpl", "{{ define \"l\" }}x{{ end }}\n")),
        new("old", chart => chart.Chart("appVersion: \"1\"\n", apiVersion: "v1")),
        new("old-requirements", chart => chart
            .Chart(apiVersion: "v1").Write("requirements.yaml", Dependencies(On("sub"))).Lock("requirements.lock", On("sub"))
            .Vendored("charts/sub-1.0.0.tgz", "sub").Subchart("charts/plain", apiVersion: "v1")),
        new("old-conditions", chart => chart
            .Chart(apiVersion: "v1").Write("requirements.yaml", "# by hand\n" + Dependencies(On("sub"), "  condition: sub.enabled\n  alias: other\n")).Lock("requirements.lock", On("sub"))
            .Vendored("charts/sub-1.0.0.tgz", "sub").Write("values.yaml", "sub: {enabled: true}\nother: {from: x}\n")),
    ];

    private static ChartDependency On(string name) => new() { Name = name, Version = "1.0.0", Repository = Example };

    private static string Dependencies(ChartDependency dependency, string more = "") => $"dependencies:\n{Entry(dependency, more)}";

    private static string Entry(ChartDependency dependency, string more = "") =>
        $"- name: {dependency.Name}\n  version: {dependency.Version}\n  repository: {dependency.Repository}\n{more}";

    private static ChartFiles Fill(ChartFiles chart)
    {
        foreach (var path in new[] { "top.txt", "sub/top.txt", "a.bak", "sub/b.bak", "docs/a.md", "sub/docs/a.md", "files/a.txt", "files/ab.txt", "files/deep/a.txt", "sub/one.txt", "one.txt", "x.md", "y.md", ".dot" })
        {
            chart.Write(path, $"{path}\n");
        }

        return chart;
    }

    private static string Object(string name, string metadata = "") => $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\n{metadata}";

    private static string Crd(string name) => $"apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: {name}.example.com\n";
}
