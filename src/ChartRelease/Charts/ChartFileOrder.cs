namespace ChartRelease.Charts;

/// <summary>Chart.yaml first, because readers want it first; everything else by ordinal order of the path, the same in every locale.</summary>
internal sealed class ChartFileOrder : IComparer<SourceFile>
{
    public static ChartFileOrder Instance { get; } = new();

    public int Compare(SourceFile? x, SourceFile? y) =>
        (x!.Path == ChartYaml.FileName, y!.Path == ChartYaml.FileName) switch
        {
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(x.Path, y.Path),
        };
}
