namespace Wireroom.Storage;

/// <summary>
/// The provider at which people of the house sign in (OpenID Connect Core 1.0), as the operator has set it. Without authority and client there is none.
/// </summary>
public sealed record OpenIdSettings
{
    /// <summary>The provider's address, below which its discovery document stands.</summary>
    public string Authority { get; init; } = "";

    /// <summary>What the provider calls this newsroom.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The newsroom's secret at the provider, sealed; null for a client without one.</summary>
    public string? Secret { get; init; }

    /// <summary>What the button calls the provider.</summary>
    public string Button { get; init; } = "";

    /// <summary>The claim that is the mail address; empty means <c>email</c>.</summary>
    public string MailClaim { get; init; } = "";

    /// <summary>True where the provider gives addresses to its people itself, so that one of which it does not say that it was verified counts as well.</summary>
    public bool VouchesForAddresses { get; init; }

    /// <summary>The claim that lists somebody's groups, or empty.</summary>
    public string GroupClaim { get; init; } = "";

    /// <summary>Which group gives which roles, one to a line: <c>group => role, role</c>.</summary>
    public string Groups { get; init; } = "";

    /// <summary>True where whoever signs in at the provider has no password, second step or passkey here.</summary>
    public bool Alone { get; init; }

    /// <summary>True where people can sign in that way.</summary>
    public bool IsOn => Authority.Length > 0 && ClientId.Length > 0;

    /// <summary>What the provider is called.</summary>
    public string Name => Button.Length > 0 ? Button : Uri.TryCreate(Authority, UriKind.Absolute, out var address) ? address.Host : Authority;
}
