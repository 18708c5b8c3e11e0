using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChartRelease.Oci.Registry;

/// <summary>Whom to trust: the system's authorities, and those of <c>--ca-file</c> beside them; or, when told so, everybody.</summary>
internal sealed class TlsTrust
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private readonly X509Certificate2Collection _authorities;
    private readonly bool _trustsAll;

    private TlsTrust(X509Certificate2Collection authorities, bool trustsAll) => (_authorities, _trustsAll) = (authorities, trustsAll);

    /// <summary>Why the last certificate was refused, for the message; <see langword="null"/> when none was.</summary>
    public CertificateRefusal? Refusal { get; private set; }

    /// <summary>Reads the PEM file, if there is one.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: not readable, or without a certificate.</exception>
    public static TlsTrust From(string? caFile, bool trustsAll)
    {
        var authorities = new X509Certificate2Collection();
        if (caFile is not null)
        {
            try
            {
                authorities.ImportFromPemFile(caFile);
            }
            catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
            {
                throw Invalid(caFile, exception.Message, exception);
            }

            if (authorities.Count == 0)
            {
                throw Invalid(caFile, "It holds no certificate.", null);
            }
        }

        return new(authorities, trustsAll);
    }

    /// <summary>The decision on a server's certificate.</summary>
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || _trustsAll)
        {
            return true;
        }

        var faults = chain?.ChainStatus ?? [];
        if (errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is X509Certificate2 leaf && _authorities.Count > 0)
        {
            faults = FaultsByOurAuthorities(leaf, chain);
            if (faults.Length == 0)
            {
                return true;
            }
        }

        Refusal = CertificateRefusal.Of(errors, certificate as X509Certificate2, faults, TimeProvider.System.GetUtcNow().UtcDateTime);
        return false;
    }

    private X509ChainStatus[] FaultsByOurAuthorities(X509Certificate2 leaf, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(leaf) ? [] : chain.ChainStatus is { Length: > 0 } faults ? faults : [new() { Status = X509ChainStatusFlags.PartialChain }];
    }

    private static ChartReleaseException Invalid(string caFile, string why, Exception? cause) => new(
        FailureReason.InvalidSettings,
        $"The CA file {caFile} cannot be used. {why}",
        "A PEM file with one certificate or more (-----BEGIN CERTIFICATE-----).",
        "Correct --ca-file.",
        cause);
}
