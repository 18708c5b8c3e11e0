using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ChartRelease.Oci.Registry;

/// <summary>Why a server's certificate was refused, in words.</summary>
/// <param name="Why">The reason, to follow a colon.</param>
/// <param name="Next">What the user does about it.</param>
internal sealed record CertificateRefusal(string Why, string Next)
{
    // A signature that does not fit is that of another authority of the same name.
    private const X509ChainStatusFlags UnknownAuthority =
        X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.NotSignatureValid;

    private const string Renew = "Have those who run the registry renew its certificate, and check the clock of this machine.";

    /// <summary>The reason that weighs most: a name or a date is told before the authority, which a CA file would not mend.</summary>
    /// <param name="errors">What the handshake found.</param>
    /// <param name="certificate">The server's certificate, if it sent one.</param>
    /// <param name="faults">What is wrong with its chain.</param>
    /// <param name="now">The time, in UTC.</param>
    public static CertificateRefusal Of(SslPolicyErrors errors, X509Certificate2? certificate, IReadOnlyList<X509ChainStatus> faults, DateTime now)
    {
        var flags = faults.Aggregate(X509ChainStatusFlags.NoError, (all, fault) => all | fault.Status);
        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) ? new("the server sent none", "Check the host and port in --registry.")
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? new("it is for another host name", "Write the host in --registry as the certificate names it.")
            : flags.HasFlag(X509ChainStatusFlags.NotTimeValid) ? new(Time(certificate, now), Renew)
            : flags.HasFlag(X509ChainStatusFlags.Revoked) ? new("it was revoked", Renew)
            : flags.HasFlag(X509ChainStatusFlags.NotValidForUsage) ? new("it is not made for servers", Renew)
            : (flags & UnknownAuthority) != 0
                ? new("its authority is unknown here", "Give the authority's PEM file with --ca-file, or correct the host in --registry.")
            : new(Other(faults), "Give the authority's PEM file with --ca-file, or show this message to those who run the registry.");
    }

    private static string Time(X509Certificate2? certificate, DateTime now) => certificate switch
    {
        { } own when own.NotAfter.ToUniversalTime() < now => FormattableString.Invariant($"it expired on {own.NotAfter.ToUniversalTime():yyyy-MM-dd}"),
        { } own when own.NotBefore.ToUniversalTime() > now => FormattableString.Invariant($"it is not valid before {own.NotBefore.ToUniversalTime():yyyy-MM-dd}"),
        _ => "a certificate of its authority has expired or is not valid yet",
    };

    private static string Other(IReadOnlyList<X509ChainStatus> faults) =>
        faults.Count == 0 ? "it cannot be checked" : string.Join(", ", faults.Select(fault => fault.StatusInformation.Trim().TrimEnd('.')).Distinct());
}
