using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Tests.Oci.Registry;

public sealed class CertificateRefusalTests
{
    private static readonly DateTime _start = new(2020, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(X509ChainStatusFlags.PartialChain, 1, "authority is unknown", "--ca-file")]
    [InlineData(X509ChainStatusFlags.UntrustedRoot, 1, "authority is unknown", "--ca-file")]
    [InlineData(X509ChainStatusFlags.NotSignatureValid, 1, "authority is unknown", "--ca-file")]
    [InlineData(X509ChainStatusFlags.NotTimeValid, 100, "expired on 2020-01-12", "clock")]
    [InlineData(X509ChainStatusFlags.NotTimeValid, -1, "not valid before 2020-01-02", "clock")]
    [InlineData(X509ChainStatusFlags.NotTimeValid, 1, "of its authority", "clock")]
    [InlineData(X509ChainStatusFlags.NotValidForUsage, 1, "not made for servers", "renew")]
    public void What_is_wrong_with_the_chain_is_said_in_words(X509ChainStatusFlags fault, int days, string why, string next)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256).CreateSelfSigned(_start, _start.AddDays(10));

        var refusal = CertificateRefusal.Of(
            SslPolicyErrors.RemoteCertificateChainErrors, certificate, [new() { Status = fault }], _start.AddDays(days));

        Assert.Contains(why, refusal.Why, StringComparison.Ordinal);
        Assert.Contains(next, refusal.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch, "another host name")]
    [InlineData(SslPolicyErrors.RemoteCertificateNotAvailable, "sent none")]
    public void What_is_wrong_with_the_certificate_is_said_before_the_chain(SslPolicyErrors errors, string why) =>
        Assert.Contains(
            why,
            CertificateRefusal.Of(errors | SslPolicyErrors.RemoteCertificateChainErrors, null, [new() { Status = X509ChainStatusFlags.PartialChain }], _start).Why,
            StringComparison.Ordinal);
}
