using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Fido2NetLib;
using Fido2NetLib.Objects;
using Microsoft.AspNetCore.DataProtection;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>
/// Passkeys (Web Authentication, https://www.w3.org/TR/webauthn-3/): a key that lives in a telephone, a computer or a stick, unlocked by its owner there, so
/// that it is both steps at once. The site that it works for is the address that the desk is opened at.
/// </summary>
public sealed class Passkeys(Store store, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly Tickets tickets = new(protection, "desk passkeys", clock);

    /// <summary>What the browser needs to make a key for that person, and the ticket that must come back with it.</summary>
    public async Task<(string Options, string Ticket)> BeginAsync(HttpContext context, Person person, CancellationToken cancel)
    {
        var known = await store.PasskeysAsync(person.Id, cancel);
        var options = Library(context).RequestNewCredential(new RequestNewCredentialParams
        {
            User = new Fido2User { Id = HandleOf(person), Name = person.Email, DisplayName = person.Name },
            ExcludeCredentials = [.. known.Select(key => new PublicKeyCredentialDescriptor(Base64Url.DecodeFromChars(key.Credential)))],
            AuthenticatorSelection = new AuthenticatorSelection { ResidentKey = ResidentKeyRequirement.Required, UserVerification = UserVerificationRequirement.Required },
            AttestationPreference = AttestationConveyancePreference.None,
        });
        return (options.ToJson(), tickets.Seal(options.ToJson()));
    }

    /// <summary>Keeps the key that the browser has made; the sentence that says what is wrong, or null.</summary>
    public async Task<string?> KeepAsync(HttpContext context, Person person, string name, string ticket, string response, CancellationToken cancel)
    {
        if (tickets.Open(ticket) is not { } options)
            return "That took too long. Begin again.";
        try
        {
            var made = await Library(context).MakeNewCredentialAsync(
                new MakeNewCredentialParams
                {
                    AttestationResponse = JsonSerializer.Deserialize<AuthenticatorAttestationRawResponse>(response)!,
                    OriginalOptions = CredentialCreateOptions.FromJson(options),
                    IsCredentialIdUniqueToUserCallback = async (asked, stop) => await store.FindPasskeyAsync(Base64Url.EncodeToString(asked.CredentialId), stop) is null,
                },
                cancel);
            await store.KeepPasskeyAsync(
                new Passkey(Base64Url.EncodeToString(made.Id), person.Id, name, Base64Url.EncodeToString(made.PublicKey), made.SignCount, default, null), cancel);
            return null;
        }
        catch (Exception fault) when (fault is Fido2VerificationException or JsonException or ArgumentException or FormatException)
        {
            return $"The passkey was not taken: {fault.Message}";
        }
    }

    /// <summary>What the browser needs to show a key, whoever it belongs to, and the ticket that must come back with it.</summary>
    public (string Options, string Ticket) Ask(HttpContext context)
    {
        var options = Library(context).GetAssertionOptions(new GetAssertionOptionsParams { AllowedCredentials = [], UserVerification = UserVerificationRequirement.Required });
        return (options.ToJson(), tickets.Seal(options.ToJson()));
    }

    /// <summary>Whose key was shown, or null.</summary>
    public async Task<Person?> FindAsync(HttpContext context, string ticket, string response, CancellationToken cancel)
    {
        if (tickets.Open(ticket) is not { } options)
            return null;
        try
        {
            var shown = JsonSerializer.Deserialize<AuthenticatorAssertionRawResponse>(response)!;
            if (await store.FindPasskeyAsync(Base64Url.EncodeToString(shown.RawId), cancel) is not { } key || await store.FindPersonAsync(key.Person, cancel) is not { DisabledAt: null } person)
                return null;
            var result = await Library(context).MakeAssertionAsync(
                new MakeAssertionParams
                {
                    AssertionResponse = shown,
                    OriginalOptions = AssertionOptions.FromJson(options),
                    StoredPublicKey = Base64Url.DecodeFromChars(key.PublicKey),
                    StoredSignatureCounter = (uint)key.Counter,
                    IsUserHandleOwnerOfCredentialIdCallback = (asked, _) => Task.FromResult(asked.UserHandle.AsSpan().SequenceEqual(HandleOf(person))),
                },
                cancel);
            await store.UsePasskeyAsync(key.Credential, result.SignCount, cancel);
            return person;
        }
        catch (Exception fault) when (fault is Fido2VerificationException or JsonException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static byte[] HandleOf(Person person) => Encoding.ASCII.GetBytes($"wireroom-{person.Id}");

    private static Fido2 Library(HttpContext context) => new(new Fido2Configuration
    {
        RPID = context.Request.Host.Host,
        RPName = "Wireroom",
        Origins = new HashSet<string> { $"{context.Request.Scheme}://{context.Request.Host}" },
    });
}
