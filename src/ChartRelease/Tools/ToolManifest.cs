using System.Runtime.InteropServices;

namespace ChartRelease.Tools;

/// <summary>Which tools exist, in which versions, from where, with which digests: the content of <c>tools.json</c>.</summary>
/// <param name="SchemaVersion">Version of the file's form: 1.</param>
/// <param name="Tools">The tools; the first version of a name is its default.</param>
public sealed record ToolManifest(int SchemaVersion, IReadOnlyList<ToolDefinition> Tools)
{
    private static readonly Lazy<ToolManifest> Embedded = new(ReadEmbedded);

    /// <summary>The manifest this library is built with.</summary>
    public static ToolManifest Default => Embedded.Value;

    /// <summary>The platform of this machine in the manifest's words, for example <c>linux-x64</c>.</summary>
    public static string CurrentPlatform { get; } =
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>Finds a tool.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version; <see langword="null"/> for the default.</param>
    /// <exception cref="ChartReleaseException">The manifest does not name it (<see cref="FailureReason.ToolUnavailable"/>).</exception>
    public ToolDefinition Find(string name, string? version) =>
        Tools.FirstOrDefault(tool => tool.Name == name && (version is null || tool.Version == version))
        ?? throw new ChartReleaseException(
            FailureReason.ToolUnavailable,
            $"The tool manifest does not name {name} {version}.",
            $"One of: {string.Join(", ", Tools.Select(tool => $"{tool.Name} {tool.Version}"))}.",
            "Ask for one of these, or install the tool yourself and put it on PATH.");

    private static ToolManifest ReadEmbedded()
    {
        using var stream = typeof(ToolManifest).Assembly.GetManifestResourceStream("ChartRelease.Tools.tools.json")!;
        return ToolManifestReader.Read(stream);
    }
}

/// <summary>One version of one tool.</summary>
/// <param name="Name">Name, for example <c>helm</c>.</param>
/// <param name="Version">Version, for example <c>4.1.4</c>.</param>
/// <param name="Platforms">How to get it, by platform.</param>
/// <param name="OnPath">Name of the program on PATH that serves as well; <see langword="null"/> when only the pinned one does.</param>
public sealed record ToolDefinition(
    string Name,
    string Version,
    IReadOnlyDictionary<string, ToolPlatform> Platforms,
    string? OnPath = null);

/// <summary>A tool on one platform.</summary>
/// <param name="Executable">Path of the program within the tool's folder, with <c>/</c> separators.</param>
/// <param name="Sources">Where it comes from, tried in order.</param>
/// <param name="Sha256">SHA-256 of the program itself, hex; <see langword="null"/> when the source's own digest is the pin.</param>
public sealed record ToolPlatform(string Executable, IReadOnlyList<ToolSource> Sources, string? Sha256 = null);
