using System.Text.RegularExpressions;

namespace ChartRelease.Oci;

/// <summary>A release target as the user writes it.</summary>
public abstract partial record TargetReference
{
    /// <summary>The default target: an image layout per chart below the artifacts folder; needs no server and no account.</summary>
    public const string Default = "oci-layout:artifacts/registry";

    private protected TargetReference()
    {
    }

    /// <summary>The target in the form <see cref="Parse"/> reads.</summary>
    public abstract string Value { get; }

    /// <summary>Reads <c>oci://HOST[:PORT][/PATH]</c> or <c>oci-layout:FOLDER</c>.</summary>
    /// <param name="value">The target; upper-case letters of a registry path are lowered (see <see cref="RegistryReference.Lowered"/>).</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidReference"/>.</exception>
    public static TargetReference Parse(string value) =>
        value.StartsWith(LayoutReference.Scheme, StringComparison.Ordinal) ? LayoutReference.ParseFolder(value)
        : value.StartsWith(RegistryReference.Scheme, StringComparison.Ordinal) ? RegistryReference.ParseHost(value)
        : throw Invalid(value, "It starts neither with oci:// nor with oci-layout:.");

    /// <summary>Same as <see cref="Value"/>.</summary>
    public sealed override string ToString() => Value;

    // Who writes a password into the URL has not asked for it to be printed.
    private static string Masked(string text) => UserInfo().Replace(text, "***@");

    [GeneratedRegex(@"[^/\s""]+@")]
    private static partial Regex UserInfo();

    private protected static ChartReleaseException Invalid(string value, string why) => new(
        FailureReason.InvalidReference,
        $"The registry \"{Masked(value)}\" cannot be used. {Masked(why)}",
        "oci://HOST[:PORT]/PATH for a registry, or oci-layout:FOLDER for a folder on disk.",
        "Correct --registry (or registry in chart-release.yaml), for example --registry=oci://ghcr.io/OWNER/charts.");
}
