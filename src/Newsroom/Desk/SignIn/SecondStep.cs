using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using QRCoder;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>
/// The second step of signing in: a code of six digits from a telephone (TOTP, RFC 6238; 30 seconds, one step of drift either way, section 5.2). The secret is
/// sealed by the program's keys, and no code works twice.
/// </summary>
public sealed class SecondStep(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int SecretBytes = 20; // RFC 4226 section 4, R6

    private readonly IDataProtector secrets = protection.CreateProtector("desk second step");
    private readonly Tickets tickets = new(protection, "desk sign-in half done", clock);

    /// <summary>A new secret, sealed: it becomes somebody's only when they have shown a code of it.</summary>
    public string NewSecret() => secrets.Protect(Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>The secret for whoever types it into their telephone.</summary>
    public string? Shown(string secret) => Open(secret);

    /// <summary>What the telephone reads: the secret as an address in a picture (SVG).</summary>
    public string Picture(string secret, string email, string newsroom)
    {
        var address = new OtpUri(OtpType.Totp, Open(secret) ?? "", email, newsroom).ToString();
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return picture.GetGraphic(4);
    }

    /// <summary>The time step of a right code that is later than the last one used, or null.</summary>
    public long? StepOf(string secret, string code, long lastStep)
    {
        if (Open(secret) is not { } open)
            return null;
        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        return new Totp(Base32Encoding.ToBytes(open)).VerifyTotp(clock.GetUtcNow().UtcDateTime, typed, out var step, new VerificationWindow(previous: 1, future: 1)) && step > lastStep ? step : null;
    }

    /// <summary>A ticket for who has shown their password and still owes the code.</summary>
    public string TicketFor(Person person) => tickets.Seal($"{person.Id} {person.Stamp}");

    /// <summary>Whose ticket it is: number and stamp, or null where it is too old or not ours.</summary>
    public (long Person, string Stamp)? OwnerOf(string ticket) =>
        tickets.Open(ticket)?.Split(' ') is [var id, var stamp] ? (long.Parse(id, CultureInfo.InvariantCulture), stamp) : null;

    private string? Open(string secret)
    {
        try
        {
            return secrets.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null; // the program's keys are not those that sealed it
        }
    }
}
