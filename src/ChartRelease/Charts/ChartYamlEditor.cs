using ChartRelease.Charts.Dependencies;
using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts;

/// <summary>
/// Changes values of a Chart.yaml without touching any other byte: quotes, comments, order, line ends, byte order mark and a missing line end at
/// the end of the file stay as they are.
/// </summary>
public static class ChartYamlEditor
{
    /// <summary>The annotation that Artifact Hub shows as the change log of a version (<see href="https://artifacthub.io/docs/topics/annotations/helm/"/>).</summary>
    public const string ArtifactHubChanges = "artifacthub.io/changes";

    /// <summary>Returns the file with the new values.</summary>
    /// <param name="content">The bytes of Chart.yaml.</param>
    /// <param name="file">Path relative to the repository root, for messages.</param>
    /// <param name="change">The new values.</param>
    /// <returns>
    /// The new bytes. A plain scalar gets double quotes when YAML would read the new value as something other than that text
    /// (<c>1.10</c> is the number 1.1).
    /// </returns>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidChart"/>: the file is not valid, or the value cannot be edited exactly (anchor, alias, tag, several
    /// lines, flow mapping). <see cref="FailureReason.InvalidVersion"/>: the new value is empty or holds control characters.
    /// </exception>
    public static byte[] Edit(ReadOnlyMemory<byte> content, string file, ChartYamlChange change)
    {
        var editor = new YamlEditor(content, file);
        if (change.Version is { } version)
        {
            editor.Set(editor.Root, "version", ChartYamlScalar.Check(version));
        }

        if (change.AppVersion is { } appVersion)
        {
            if (editor.Root.FindKey("appVersion") is null)
            {
                editor.AddAfter(editor.Root, "version", "appVersion", ChartYamlScalar.Check(appVersion));
            }
            else
            {
                editor.Set(editor.Root, "appVersion", ChartYamlScalar.Check(appVersion));
            }
        }

        DependencyEdits.Add(editor, file, change.DependencyVersions);
        if (change.ArtifactHubChanges is { } lines)
        {
            editor.SetBlock("annotations", ArtifactHubChanges, lines);
        }

        return editor.Apply();
    }
}
