using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Wireroom.Newsroom.Intake.Sources;

/// <summary>What opens a source: a name with a password, or a key (a bearer token, a shared key of a push); what is not needed is empty.</summary>
public sealed record SourceLogin(string User = "", string Password = "", string Key = "")
{
    /// <summary>True where there is nothing to seal.</summary>
    public bool IsEmpty => User.Length == 0 && Password.Length == 0 && Key.Length == 0;
}

/// <summary>Seals and opens what opens the sources, by the keys in the data folder: a copy of the database alone gives nothing away.</summary>
public sealed class Secrets(IDataProtectionProvider keys)
{
    private readonly IDataProtector protector = keys.CreateProtector("Wireroom.Sources");

    /// <summary>The login, sealed for <see cref="Storage.Source.Secret"/>; null where there is nothing to seal.</summary>
    public string? Seal(SourceLogin login) => login.IsEmpty ? null : protector.Protect(JsonSerializer.Serialize(login));

    /// <summary>The login of a source; empty where it has none.</summary>
    /// <exception cref="SecretLostException">The keys that sealed it are not here.</exception>
    public SourceLogin Open(string? secret)
    {
        if (secret is null)
            return new SourceLogin();
        try
        {
            return JsonSerializer.Deserialize<SourceLogin>(protector.Unprotect(secret)) ?? new SourceLogin();
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            throw new SecretLostException(fault);
        }
    }
}

/// <summary>A source's password was sealed by keys that are not in the data folder.</summary>
public sealed class SecretLostException(Exception inner)
    : Exception("The source's password cannot be opened, because the keys that sealed it are not in the data folder; enter it again under Sources.", inner);
