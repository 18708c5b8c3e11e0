namespace ChartRelease.Faults.Scenarios;

/// <summary>Something that goes wrong while one chart is released, and what must come of it.</summary>
/// <param name="Name">What happens, in words.</param>
/// <param name="Script">The same as rules.</param>
public sealed record Scenario(string Name, params IReadOnlyList<FaultRule> Script)
{
    /// <summary>Requests of a release of ours without a fault: one that is answered with the challenge, six that publish, four that read back.</summary>
    public const int Usual = 11;

    /// <summary>Requests of a release of ours of what is published already.</summary>
    public const int UsualSkip = 6;

    /// <summary>Why it must fail; <see langword="null"/> when it must succeed.</summary>
    public FailureReason? Fails { get; init; }

    /// <summary>How many requests ours makes, exactly.</summary>
    public int Requests { get; init; } = Usual;

    /// <summary>What the registry holds before.</summary>
    public HeldContent Before { get; init; } = HeldContent.Absent;

    /// <summary>What the registry must hold afterwards; <see langword="null"/>: the chart when the release succeeds, else what it held before.</summary>
    public HeldContent? After { get; init; }

    /// <summary>How the registry asks who we are.</summary>
    public RegistryMode Mode { get; init; }

    /// <summary>How long a connection may stand still; <see langword="null"/> for the default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What ours must wait altogether, because it was asked to.</summary>
    public TimeSpan Waits { get; init; }

    /// <summary>Requests at the other origin that redirects lead to. None of them may carry credentials.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Whether the chart is larger than what the buffers on the way take in.</summary>
    public bool IsBig { get; init; }

    /// <summary>Whether not to make the request at all is the right answer to the fault.</summary>
    public bool IsBestAvoided { get; init; }

    /// <summary>What the registry holds in the end.</summary>
    public HeldContent Expected => After ?? (Fails is null ? HeldContent.Ours : Before);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
