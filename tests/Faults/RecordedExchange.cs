namespace ChartRelease.Faults;

/// <summary>A request as the proxy got it, and what became of it.</summary>
/// <param name="Method">Method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="HasAuthorization">Whether it carried credentials; which, is not kept.</param>
public sealed record RecordedExchange(string Method, string Target, bool HasAuthorization)
{
    /// <summary>The status the client was given; <see langword="null"/> for none.</summary>
    public int? Status { get; internal set; }

    /// <summary>Bytes of the body taken from the client.</summary>
    public long Received { get; internal set; }

    /// <summary>Bytes of the body given to the client.</summary>
    public long Sent { get; internal set; }

    /// <summary>Whether the script had a part in it.</summary>
    public bool IsFaulty { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Method} {Target} → {Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}{(IsFaulty ? " (scripted)" : "")}";
}
