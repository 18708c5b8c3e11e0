using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChartRelease.Testing.Registry;

/// <summary>A private authority with one server certificate for 127.0.0.1 and localhost, all in PEM files.</summary>
public sealed class CertificateAuthority
{
    private CertificateAuthority(string caFile, string certificateFile, string keyFile)
    {
        CaFile = caFile;
        CertificateFile = certificateFile;
        KeyFile = keyFile;
    }

    public string CaFile { get; }

    public string CertificateFile { get; }

    public string KeyFile { get; }

    /// <summary>Makes the authority and writes its files below a folder.</summary>
    public static CertificateAuthority Create(TemporaryFolder folder, string hostName = "localhost")
    {
        var from = TimeProvider.System.GetUtcNow().AddDays(-1);
        var to = from.AddDays(10);
        using var caKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var caRequest = new CertificateRequest($"CN=Test Authority of {hostName}", caKey, HashAlgorithmName.SHA256);
        caRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        caRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        using var ca = caRequest.CreateSelfSigned(from, to);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={hostName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(hostName);
        if (hostName == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var certificate = request.Create(ca, from, to.AddDays(-1), RandomNumberGenerator.GetBytes(8));
        return new(
            folder.Write("tls/ca.pem", ca.ExportCertificatePem()),
            folder.Write("tls/server.pem", certificate.ExportCertificatePem()),
            folder.Write("tls/server.key", key.ExportPkcs8PrivateKeyPem()));
    }
}
