namespace ChartRelease.Tests.Charts.Archive.Deflate;

/// <summary>What <see cref="DeflateInputs"/> makes.</summary>
public enum DeflateInput
{
    Zeros,
    Noise,
    Digits,
    Text,
    Copies,
    Periods,
    Mixed,
}
