namespace ChartRelease.Charts.Ignore;

/// <summary>One line of a .helmignore.</summary>
/// <param name="Pattern">The pattern without <c>!</c>, without the anchoring and without the trailing slash.</param>
/// <param name="Negated">Written with <c>!</c>.</param>
/// <param name="DirectoriesOnly">Written with a slash at the end.</param>
/// <param name="WholePath">Matched against the whole path instead of the last segment.</param>
internal sealed record HelmIgnoreRule(string Pattern, bool Negated, bool DirectoriesOnly, bool WholePath)
{
    /// <summary>Reads a line that is neither blank nor a comment; <see langword="null"/> when helm refuses the pattern.</summary>
    public static HelmIgnoreRule? TryParse(string line)
    {
        if (line.Contains("**", StringComparison.Ordinal) || !GoPathMatch.IsValid(line))
        {
            return null;
        }

        var negated = line.StartsWith('!');
        var pattern = negated ? line[1..] : line;
        var directories = pattern.EndsWith('/');
        pattern = directories ? pattern[..^1] : pattern;
        return new HelmIgnoreRule(pattern.StartsWith('/') ? pattern[1..] : pattern, negated, directories, pattern.Contains('/', StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether this rule alone says that the path is left out. As helm has it, a negated rule leaves out everything that it does not
    /// match, directories included; it does not bring back what an earlier rule left out.
    /// </summary>
    public bool Ignores(string path, bool isDirectory)
    {
        var matches = (!DirectoriesOnly || isDirectory)
            && GoPathMatch.IsMatch(Pattern, WholePath ? path : path[(path.LastIndexOf('/') + 1)..]);
        return matches != Negated;
    }
}
