using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>Text that travels to the browser and back, sealed by the program's keys, and holds for five minutes by the newsroom's clock.</summary>
public sealed class Tickets(IDataProtectionProvider protection, string purpose, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly IDataProtector seal = protection.CreateProtector(purpose);

    /// <summary>Seals a text.</summary>
    public string Seal(string text) => seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() + Patience).ToUnixTimeMilliseconds()} {text}"));

    /// <summary>The text, or null where the ticket is too old or not ours.</summary>
    public string? Open(string ticket)
    {
        try
        {
            var text = seal.Unprotect(ticket);
            var end = text.IndexOf(' ', StringComparison.Ordinal);
            return long.Parse(text.AsSpan(0, end), CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeMilliseconds() ? text[(end + 1)..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
