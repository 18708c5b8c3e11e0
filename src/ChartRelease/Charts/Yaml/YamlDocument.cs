using System.Text;
using YamlDotNet.Core;

namespace ChartRelease.Charts.Yaml;

/// <summary>A file with one YAML document, read strictly as UTF-8.</summary>
internal sealed class YamlDocument
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private YamlDocument(string file, string text, bool hasByteOrderMark, YamlNode? root, IReadOnlyList<YamlDuplicateKey> duplicates) =>
        (File, Text, HasByteOrderMark, Root, Duplicates) = (file, text, hasByteOrderMark, root, duplicates);

    /// <summary>Path relative to the repository root.</summary>
    public string File { get; }

    /// <summary>The text after a byte order mark.</summary>
    public string Text { get; }

    /// <summary>Whether the file starts with a byte order mark.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>The document's node; <see langword="null"/> when the file holds none.</summary>
    public YamlNode? Root { get; }

    /// <summary>Every key that its mapping has already had, at any depth.</summary>
    public IReadOnlyList<YamlDuplicateKey> Duplicates { get; }

    /// <summary>Reads the document. Duplicate keys are reported in <see cref="Duplicates"/>, not refused.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: not UTF-8, not YAML, a second document, or a Git LFS pointer.</exception>
    public static YamlDocument Parse(ReadOnlyMemory<byte> content, string file)
    {
        if (LfsPointer.Is(content.Span, content.Length))
        {
            throw LfsPointer.Refused(file);
        }

        var bom = content.Span.StartsWith(Encoding.UTF8.Preamble);
        var text = Decode(bom ? content[Encoding.UTF8.Preamble.Length..] : content, file);
        try
        {
            var builder = new YamlTreeBuilder(file, text);
            return new YamlDocument(file, text, bom, builder.ReadSingleDocument(), builder.Duplicates);
        }
        catch (YamlException exception)
        {
            throw Invalid(file, (int)exception.Start.Line, $"The YAML is not valid: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // YamlDotNet's way to say that something follows the end of the document.
            throw Invalid(file, 0, $"The YAML is not valid: {exception.Message}", exception);
        }
    }

    /// <summary>A failure at a place of a YAML file.</summary>
    public static ChartReleaseException Invalid(string file, int line, string found, Exception? cause = null) => new(
        new Failure(
            FailureReason.InvalidChart,
            found,
            "One YAML document in UTF-8, as https://helm.sh/docs/topics/charts/ describes it.",
            $"Correct {file}{(line > 0 ? $" at line {line}" : "")}.")
        { Location = new SourceLocation(file, line) },
        cause);

    private static string Decode(ReadOnlyMemory<byte> content, string file)
    {
        try
        {
            return _strict.GetString(content.Span);
        }
        catch (DecoderFallbackException exception)
        {
            var line = content.Span[..exception.Index].Count((byte)'\n') + 1;
            throw Invalid(file, line, "The file is not valid UTF-8.", exception);
        }
    }
}

/// <summary>A key that stands twice in one mapping.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">1-based line of the later one.</param>
/// <param name="FirstLine">1-based line of the first one.</param>
internal sealed record YamlDuplicateKey(string Key, int Line, int FirstLine);
