using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChartRelease.Release.Dependencies.Repositories;

/// <summary>The index.yaml of a chart repository (<see href="https://helm.sh/docs/topics/chart_repository/#the-index-file"/>), read as a stream of events: some have tens of megabytes. Pure.</summary>
internal sealed class RepositoryIndex
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, List<IndexEntry>> _entries = new(StringComparer.Ordinal);

    private RepositoryIndex()
    {
    }

    /// <summary>Reads an index, in YAML or JSON.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="address">Where it is from, for the message.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryError"/>: it is none.</exception>
    public static RepositoryIndex Parse(byte[] content, string address)
    {
        var index = new RepositoryIndex();
        try
        {
            using var reader = new StreamReader(new MemoryStream(content, writable: false), _strict);
            var parser = new Parser(reader);
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            index.Read(parser);
            return index;
        }
        catch (Exception exception) when (exception is YamlException or DecoderFallbackException or InvalidOperationException)
        {
            throw new ChartReleaseException(
                FailureReason.RegistryError,
                $"{address} is no index of a chart repository: {exception.Message}",
                "YAML with entries, as helm repo index writes it.",
                "Check the repository's address.",
                exception);
        }
    }

    /// <summary>A version of a chart; <c>v1.2.3</c> and <c>1.2.3</c> are the same where there is no better match. <see langword="null"/> when there is none.</summary>
    public IndexEntry? Find(string name, string version)
    {
        var versions = _entries.GetValueOrDefault(name) ?? [];
        return versions.Find(entry => entry.Version == version) ?? versions.Find(entry => entry.Version.TrimStart('v') == version.TrimStart('v'));
    }

    private void Read(Parser parser)
    {
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.Consume<Scalar>().Value != "entries" || !parser.TryConsume<MappingStart>(out _))
            {
                parser.SkipThisAndNestedEvents();
                continue;
            }

            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var name = parser.Consume<Scalar>().Value;
                _entries[name] = [.. ReadList(parser, ReadEntry)];
            }
        }
    }

    private static IndexEntry ReadEntry(Parser parser)
    {
        var (version, digest) = ("", default(string));
        List<string> urls = [];
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            switch (parser.Consume<Scalar>().Value)
            {
                case "version" when parser.TryConsume<Scalar>(out var scalar):
                    version = scalar.Value;
                    break;
                case "digest" when parser.TryConsume<Scalar>(out var scalar):
                    digest = scalar.Value.Length == 0 ? null : scalar.Value;
                    break;
                case "urls":
                    urls = [.. ReadList(parser, static parser => parser.Consume<Scalar>().Value)];
                    break;
                default:
                    parser.SkipThisAndNestedEvents();
                    break;
            }
        }

        return new IndexEntry(version, urls, digest);
    }

    // A chart without versions is written as null.
    private static IEnumerable<T> ReadList<T>(Parser parser, Func<Parser, T> read)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            yield break;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            yield return read(parser);
        }
    }
}
