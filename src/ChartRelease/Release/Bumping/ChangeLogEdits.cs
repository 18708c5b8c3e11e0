using System.Text;
using ChartRelease.Charts;
using ChartRelease.Release.ChangeLog;

namespace ChartRelease.Release.Bumping;

/// <summary>What a bump writes for people to read, as the settings say. Pure.</summary>
/// <param name="File">Whether CHANGELOG.md is kept.</param>
/// <param name="Annotation">Whether the annotation <c>artifacthub.io/changes</c> is kept.</param>
/// <param name="Links">Where commits and issues are to be found, or <see langword="null"/>.</param>
internal sealed record ChangeLogEdits(bool File, bool Annotation, WebLinks? Links)
{
    /// <summary>Whether anything is kept.</summary>
    public bool Any => File || Annotation;

    /// <summary>The file with the version in it.</summary>
    public byte[] Write(byte[]? content, ChangeLogSection section) =>
        Encoding.UTF8.GetBytes(MarkdownChangeLog.Add(content is null ? null : Encoding.UTF8.GetString(content), section, Links));

    /// <summary>The lines of the annotation; <see langword="null"/> when it stays as it is.</summary>
    public IReadOnlyList<string>? Lines(ChartBump bump)
    {
        if (!Annotation || bump.Section is null)
        {
            return null;
        }

        // What the last release said is about that release; anything else was written for this one.
        var written = bump.Chart.Metadata.Annotations.GetValueOrDefault(ChartYamlEditor.ArtifactHubChanges);
        return ArtifactHubChanges.Lines(string.IsNullOrWhiteSpace(written) || written == bump.ReleasedChanges ? null : written, bump.Section, Links);
    }
}
