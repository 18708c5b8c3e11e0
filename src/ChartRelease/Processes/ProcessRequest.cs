namespace ChartRelease.Processes;

/// <summary>A program to start: an argument list, never a command line, and never a shell.</summary>
/// <param name="FileName">Full path, or a name that is on PATH; <see cref="Environment"/> may bring a PATH of its own.</param>
/// <param name="Arguments">The arguments, each passed on as it is. Never a secret: other users can read them.</param>
public sealed record ProcessRequest(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>Full path of the working directory; <see langword="null"/> for the one of this process.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Variables set on top of this process's own; <see langword="null"/> removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Text for standard input, written as UTF-8; standard input is empty and closed without it.</summary>
    public string? Input { get; init; }

    /// <summary>A secret for standard input, in place of <see cref="Input"/>.</summary>
    public Secret? SecretInput { get; init; }

    /// <summary>The program and its arguments, for messages.</summary>
    public override string ToString() => string.Join(' ', [Path.GetFileName(FileName), .. Arguments]);
}
