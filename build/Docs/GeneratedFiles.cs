using ChartRelease.Docs.Aliases;

namespace ChartRelease.Docs;

/// <summary>The files of the repository that are made from its code and XML documentation.</summary>
public static class GeneratedFiles
{
    /// <summary>Folder of the pages of aliases, relative to the repository root.</summary>
    public const string AliasFolder = "docs/reference/aliases";

    /// <summary>Content by path relative to the repository root, with line feeds.</summary>
    public static IReadOnlyDictionary<string, string> All() =>
        AliasPages.All().ToDictionary(page => $"{AliasFolder}/{page.File}", page => page.Text, StringComparer.Ordinal);

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
