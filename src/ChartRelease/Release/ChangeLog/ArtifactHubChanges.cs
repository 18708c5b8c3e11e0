using System.Text.Json;

namespace ChartRelease.Release.ChangeLog;

/// <summary>Writes the annotation <c>artifacthub.io/changes</c> (<see href="https://artifacthub.io/docs/topics/annotations/helm/"/>). Pure.</summary>
internal static class ArtifactHubChanges
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines of its YAML.</summary>
    /// <param name="written">
    /// What was written for the version already, by hand or by an earlier run: it stays, and what it says is not said twice; <see langword="null"/>
    /// for nothing.
    /// </param>
    /// <param name="section">The version.</param>
    /// <param name="links">Where commits and issues are to be found, or <see langword="null"/>.</param>
    /// <returns><see langword="null"/> when what was written is no list of one item per line, to which nothing can be added.</returns>
    public static IReadOnlyList<string>? Lines(string? written, ChangeLogSection section, WebLinks? links)
    {
        string[] lines = written is null ? [] : written.TrimEnd('\n').Split('\n');
        return lines is [] or [['-', ' ', ..], ..]
            ? [.. lines, .. section.Entries.Where(entry => !lines.Contains(Description(entry))).SelectMany(entry => Lines(entry, links))]
            : null;
    }

    private static string Description(ChangeEntry entry) => $"  description: {Quoted((entry.IsBreaking ? "Breaking: " : "") + entry.Text)}";

    private static IEnumerable<string> Lines(ChangeEntry entry, WebLinks? links)
    {
        yield return $"- kind: {entry.Kind.ToString().ToLowerInvariant()}";
        yield return Description(entry);
        if (links is null || (entry.Commit is null && entry.Issues.Count == 0))
        {
            yield break;
        }

        yield return "  links:";
        foreach (var (name, address) in Links(entry, links))
        {
            yield return $"    - name: {Quoted(name)}";
            yield return $"      url: {Quoted(address)}";
        }
    }

    private static IEnumerable<(string Name, string Address)> Links(ChangeEntry entry, WebLinks links)
    {
        if (entry.Commit is { } commit)
        {
            yield return ($"Commit {commit[..7]}", links.Commit(commit));
        }

        foreach (var issue in entry.Issues)
        {
            yield return ($"Issue #{issue}", links.Issue(issue));
        }
    }

    // A JSON string is a YAML scalar in double quotes.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, _readable);
}
