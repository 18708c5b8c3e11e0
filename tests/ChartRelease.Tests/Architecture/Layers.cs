namespace ChartRelease.Tests.Architecture;

/// <summary>Which folder of an assembly may know which: the one written list, each line with its reason.</summary>
/// <param name="root">The root namespace; folders are the namespaces directly below it.</param>
/// <param name="folders">Every folder there is.</param>
/// <param name="allowed">Pairs of a folder and another it may know.</param>
internal sealed class Layers(string root, IReadOnlyCollection<string> folders, IReadOnlyCollection<(string From, string To)> allowed)
{
    /// <summary>The folder of a type; empty for the root namespace itself, <see langword="null"/> for other assemblies.</summary>
    public string? FolderOf(string type)
    {
        var space = type[..Math.Max(type.LastIndexOf('.'), 0)];
        return space == root ? ""
            : space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0]
            : null;
    }

    /// <summary>Every type that stands in no known folder, or uses one of a folder it may not know.</summary>
    public IEnumerable<string> Violations(AssemblyUsage assembly)
    {
        foreach (var (user, used) in assembly.Types.OrderBy(type => type.Key, StringComparer.Ordinal))
        {
            if (FolderOf(user) is not { } from)
            {
                continue;
            }

            if (from.Length > 0 && !folders.Contains(from))
            {
                yield return $"{user}: unknown folder {from}";
            }

            // What stands in the root namespace is the common language of all folders.
            foreach (var type in used.Where(type => FolderOf(type) is { Length: > 0 } to && to != from && !allowed.Contains((from, to))).Order(StringComparer.Ordinal))
            {
                yield return $"{user} → {type}";
            }
        }
    }
}
