using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ChartRelease.Processes;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>What the help of a real helm lists, read once.</summary>
/// <param name="Flags">The flags of each command that does something, by its words.</param>
internal sealed partial record HelmHelp(IReadOnlyDictionary<string, IReadOnlySet<string>> Flags)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<HelmHelp>>> Known = new();

    public static Task<HelmHelp> OfAsync(string version) =>
        Known.GetOrAdd(version, static key => new Lazy<Task<HelmHelp>>(() => ReadAsync(key))).Value;

    private static async Task<HelmHelp> ReadAsync(string version)
    {
        var helm = await Helms.PathAsync(version);
        var flags = new ConcurrentDictionary<string, IReadOnlySet<string>>();
        await ReadAsync(helm, [], flags);
        return new HelmHelp(flags);
    }

    private static async Task ReadAsync(string helm, IReadOnlyList<string> verb, ConcurrentDictionary<string, IReadOnlySet<string>> flags)
    {
        var result = await ProcessRunner.RunAsync(new ProcessRequest(helm, ["help", .. verb]), CancellationToken.None);
        Assert.Equal(0, result.ExitCode);
        var subcommands = Subcommands().Match(result.Output) is { Success: true } list
            ? Subcommand().Matches(list.Value).Select(match => match.Groups[1].Value).ToList()
            : [];
        if (subcommands.Count == 0)
        {
            flags[string.Join(' ', verb)] = Flag().Matches(result.Output).Select(match => match.Groups[1].Value).ToHashSet();
        }

        await Task.WhenAll(subcommands.Select(word => ReadAsync(helm, [.. verb, word], flags)));
    }

    [GeneratedRegex(@"^Available Commands:\n(?: +.*\n)+", RegexOptions.Multiline)]
    private static partial Regex Subcommands();

    [GeneratedRegex("^  ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Subcommand();

    [GeneratedRegex("^ +(?:-\\w, )?(--[a-z][a-z0-9-]*)", RegexOptions.Multiline)]
    private static partial Regex Flag();
}
