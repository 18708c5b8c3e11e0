namespace ChartRelease.Bench.Push;

/// <summary>One way to push the charts, and the times it took.</summary>
/// <param name="Name">What is printed.</param>
/// <param name="Path">The first part of its paths in the registry.</param>
/// <param name="PushAsync">Pushes all charts below a path; gives the seconds that count.</param>
internal sealed record Contender(string Name, string Path, Func<string, Task<double>> PushAsync)
{
    /// <summary>Seconds of the runs to paths that held nothing.</summary>
    public List<double> New { get; } = [];

    /// <summary>Seconds of the runs to paths that held the same charts.</summary>
    public List<double> Unchanged { get; } = [];

    /// <summary>Requests of the last run that sent new charts, without the question for the API version.</summary>
    public int NewRequests { get; set; }

    /// <summary>Requests of the last unchanged run.</summary>
    public int UnchangedRequests { get; set; }
}
