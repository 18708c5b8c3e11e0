using System.Reflection;
using Cake.ChartRelease;
using Cake.Frosting.ChartRelease;
using ChartRelease.Docs.Aliases;
using ChartRelease.Docs.Api;

namespace ChartRelease.Docs;

/// <summary>The files of the repository that are made from its code and XML documentation.</summary>
public static class GeneratedFiles
{
    /// <summary>Folder of the pages of aliases, relative to the repository root.</summary>
    public const string AliasFolder = "docs/reference/aliases";

    // What the packages promise; a change of one of these files is a change of the next version.
    private static readonly (string Folder, Assembly Assembly)[] _packages =
    [
        ("src/ChartRelease", typeof(ChartReleaseException).Assembly),
        ("src/Cake.ChartRelease", typeof(ChartReleaseAliases).Assembly),
        ("build/Tasks", typeof(ChartReleaseProgram).Assembly),
    ];

    /// <summary>Content by path relative to the repository root, with line feeds.</summary>
    public static IReadOnlyDictionary<string, string> All() =>
        AliasPages.All().Select(page => (Path: $"{AliasFolder}/{page.File}", page.Text))
            .Concat(_packages.Select(package => (Path: $"{package.Folder}/PublicAPI.txt", Text: string.Concat(PublicApi.Of(package.Assembly).Select(line => $"{line}\n")))))
            .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

    /// <summary>Writes them, and deletes pages of aliases that are gone.</summary>
    /// <param name="root">Full path of the repository.</param>
    public static void Write(string root)
    {
        var files = All();
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        foreach (var page in Directory.EnumerateFiles(Path.Combine(root, AliasFolder), "*.md"))
        {
            if (!files.ContainsKey($"{AliasFolder}/{Path.GetFileName(page)}"))
            {
                File.Delete(page);
            }
        }
    }
}
