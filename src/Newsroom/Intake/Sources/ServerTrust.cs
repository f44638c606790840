using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Wireroom.Newsroom.Intake.Sources;

/// <summary>
/// Whether a server that speaks TLS is the one that was meant: an authority that this machine trusts vouches for it, or the operator has given its own certificate
/// as the source's key.
/// </summary>
internal sealed class ServerTrust
{
    private readonly List<byte[]> given = [];

    /// <param name="key">One or several certificates in PEM, or empty.</param>
    /// <exception cref="ArgumentException">It is no certificate.</exception>
    public ServerTrust(string key)
    {
        if (key.Length == 0)
            return;
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(key);
            given.AddRange(certificates.Select(certificate => certificate.RawData));
        }
        catch (CryptographicException fault)
        {
            throw new ArgumentException($"The source's key is no certificate in PEM: {fault.Message}", fault);
        }

        if (given.Count == 0)
            throw new ArgumentException("The source's key holds no certificate in PEM; it begins with -----BEGIN CERTIFICATE-----.");
    }

    /// <summary>Why the server was not trusted, in a sentence; null where it was, or was not asked yet.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>The question that TLS asks.</summary>
    public bool Decide(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || (certificate is not null && given.Any(known => known.AsSpan().SequenceEqual(certificate.GetRawCertData()))))
            return true;
        WhyNot = certificate is null
            ? "The server shows no certificate."
            : given.Count > 0
                ? "The server shows another certificate than the one that was given as the source's key: it may not be the server."
                : $"No authority that this machine trusts vouches for the server's certificate (SHA-256 {Convert.ToHexStringLower(SHA256.HashData(certificate.GetRawCertData()))}). If it is the right one, give it in PEM as the source's key.";
        return false;
    }
}
