namespace ChartRelease.Faults.Wire;

/// <summary>One header line.</summary>
public sealed record HeaderField(string Name, string Value)
{
    /// <summary>Whether it has this name, whatever the case.</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
