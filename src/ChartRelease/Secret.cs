namespace ChartRelease;

/// <summary>A password or token. It prints as <c>***</c>, compares by reference and has no serializable property.</summary>
public sealed class Secret
{
    private readonly string _value;

    /// <summary>Wraps a value read from standard input, the environment or a credential store.</summary>
    public Secret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>The value itself, for the one place that sends it.</summary>
    public string Reveal() => _value;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";
}
