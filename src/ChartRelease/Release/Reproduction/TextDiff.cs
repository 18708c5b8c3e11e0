using System.Text;
using DiffPlex.Renderer;

namespace ChartRelease.Release.Reproduction;

/// <summary>Diffs of texts, fit for a terminal: nothing that it would take for a command. Pure.</summary>
internal static class TextDiff
{
    /// <summary>Largest text that is compared, in bytes.</summary>
    public const int MaximumSize = 256 * 1024;

    private const int MostLines = 200;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines that differ, three around them, at most 200.</summary>
    /// <returns>A unified diff without the lines that name the files; <see langword="null"/> for what is no text, is too large, or differs in line ends only.</returns>
    public static string? Create(byte[]? published, byte[]? rebuilt)
    {
        if (Text(published) is not { } old || Text(rebuilt) is not { } here)
        {
            return null;
        }

        // The renderer takes a line end at the end for one more line.
        if (old.EndsWith('\n') && here.EndsWith('\n'))
        {
            (old, here) = (old[..^1], here[..^1]);
        }

        var lines = UnidiffRenderer.GenerateUnidiff(old, here, "published", "rebuilt", ignoreWhitespace: false, ignoreCase: false, contextLines: 3)
            .Split('\n').Select(line => VisibleText.Escaped(line.TrimEnd('\r'))).SkipWhile(line => !line.StartsWith("@@", StringComparison.Ordinal)).ToList();
        while (lines is [.., ""])
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines.Count == 0 ? null
            : string.Join('\n', lines.Take(MostLines)) + (lines.Count > MostLines ? $"\n… {lines.Count - MostLines} more lines" : "");
    }

    private static string? Text(byte[]? content)
    {
        if (content is null || content.Length > MaximumSize || content.Contains((byte)0))
        {
            return null;
        }

        try
        {
            return Utf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
