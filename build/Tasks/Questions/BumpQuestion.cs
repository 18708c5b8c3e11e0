using ChartRelease;
using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Versioning;
using Spectre.Console;

namespace Cake.Frosting.ChartRelease;

/// <summary>Proposes a version change to people at a terminal, and asks what to do.</summary>
/// <param name="console">The terminal.</param>
internal sealed class BumpQuestion(IAnsiConsole console)
{
    /// <summary>As many changes of a chart as are shown.</summary>
    private const int MaxChanges = 5;

    private static readonly (BumpKind Kind, string Text)[] _others =
    [
        (BumpKind.Patch, "raise the patch of every chart"),
        (BumpKind.Minor, "raise the minor version of every chart"),
        (BumpKind.Major, "raise the major version of every chart"),
        (BumpKind.Prerelease, "make a prerelease of every chart"),
    ];

    /// <summary>The question at the terminal of this process. That there is one is decided already.</summary>
    public static BumpQuestion AtTerminal() => new(AnsiConsole.Create(new AnsiConsoleSettings
    {
        Interactive = InteractionSupport.Yes,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    }));

    /// <summary>Shows what the commits ask for and takes an answer.</summary>
    /// <param name="request">What was asked for so far: how to commit, and what else to write.</param>
    /// <param name="proposals">What <see cref="BumpKind.Auto"/> would do.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>What is to be done; <see langword="null"/> for nothing.</returns>
    public async Task<BumpRequest?> AskAsync(BumpRequest request, IReadOnlyList<BumpProposal> proposals, CancellationToken cancellationToken)
    {
        console.Write(Table(proposals));
        var choices = new List<Choice>();
        if (proposals.Any(proposal => proposal.Next != proposal.Current))
        {
            choices.Add(new Choice(BumpKind.Auto, "do as proposed"));
        }

        choices.AddRange(_others.Select(other => new Choice(other.Kind, other.Text)));
        choices.Add(new Choice(null, "change nothing"));
        var prompt = new SelectionPrompt<Choice>().Title("What shall be done?").AddChoices(choices).UseConverter(choice => choice.Text);
        try
        {
            return (await prompt.ShowAsync(console, cancellationToken)).Kind is { } kind ? request with { Kind = kind } : null;
        }
        catch (OperationCanceledException exception)
        {
            throw new ChartReleaseException(
                FailureReason.Cancelled, "The question was not answered, and nothing was changed.", "An answer.", "Run the same command again, or add --bump=auto.", exception);
        }
    }

    /// <summary>The failure of a run that would have to ask and may not.</summary>
    public static ChartReleaseException Unanswerable() => new(
        FailureReason.InvalidSettings,
        "Nothing says how versions are to change, and nobody can be asked: there is no terminal, or this is a build server, or --yes was given.",
        "--bump, --chart-version or --app-version.",
        "Add --bump=auto to take what the commits ask for.");

    private static Table Table(IReadOnlyList<BumpProposal> proposals)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Chart", "Chart.yaml", "Released", "Next", "Why");
        foreach (var proposal in proposals)
        {
            table.AddRow(
                new Text(proposal.Name),
                new Text($"{proposal.Current}"),
                new Text(proposal.Released is null ? "never" : $"{proposal.Released}"),
                new Text(proposal.Next == proposal.Current ? "stays" : $"{proposal.Next}"),
                new Text(Why(proposal)));
        }

        return table;
    }

    private static string Why(BumpProposal proposal)
    {
        var more = proposal.Changes.Count - MaxChanges;
        return proposal.Changes.Count < 2
            ? proposal.Why
            : string.Join('\n', proposal.Changes.Take(MaxChanges).Select(change => $"{change}")) + (more > 0 ? $"\nand {more} more" : "");
    }

    private sealed record Choice(BumpKind? Kind, string Text);
}
