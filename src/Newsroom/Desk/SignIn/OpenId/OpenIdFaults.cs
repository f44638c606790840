using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn.OpenId;

/// <summary>What went wrong between the newsroom and the provider, in words for whoever wanted to sign in; the log has the library's own words besides.</summary>
internal static class OpenIdFaults
{
    /// <summary>True for what comes of a line that does not stand or of an answer that is no provider's.</summary>
    public static bool IsOfTheLine(Exception fault) =>
        fault is HttpRequestException or IOException or InvalidOperationException or TaskCanceledException or TimeoutException or ArgumentException or System.Text.Json.JsonException;

    /// <summary>The sentence.</summary>
    public static string Words(Exception fault, OpenIdSettings settings) => fault switch
    {
        OpenIdConnectProtocolInvalidNonceException => $"What {settings.Name} answered belongs to another sign-in (nonce). Begin again.",
        SecurityTokenInvalidAudienceException => $"What {settings.Name} answered is meant for another program (audience). The operator compares the client with the one at the provider.",
        SecurityTokenExpiredException or SecurityTokenNotYetValidException => $"What {settings.Name} answered is not valid at this time. Begin again; where it stays so, the clocks differ.",
        SecurityTokenInvalidIssuerException => $"What {settings.Name} answered comes from another provider (issuer). The operator compares the address with the provider's.",
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidAlgorithmException =>
            $"What {settings.Name} answered is not signed by its keys, so nobody is let in on it.",
        OpenIdConnectProtocolException protocol when protocol.Data["error"] is "access_denied" => $"{settings.Name} did not let you in, or you turned back there.",
        OpenIdConnectProtocolException protocol => $"{settings.Name} refused: {Code(protocol)}. The operator looks at the client and its secret.",
        AuthenticationFailureException => "That took too long, or was begun in another window. Begin again.",
        _ when IsOfTheLine(fault) => $"{settings.Name} cannot be reached: {Innermost(fault)}",
        _ => $"{settings.Name} answered what cannot be taken. Begin again; where it stays so, the operator finds more in the log.",
    };

    /// <summary>What the log says besides.</summary>
    public static string Detail(Exception fault) => $"{fault.GetType().Name}: {Short(fault.Message)}";

    /// <summary>The provider's short word for it ("invalid_client"), where it has one.</summary>
    private static string Code(Exception fault) => fault.Data["error"] as string is { Length: > 0 and < 60 } code ? code : Short(fault.Message);

    private static string Innermost(Exception fault)
    {
        while (fault.InnerException is { } inner)
            fault = inner;
        return Short(fault is TaskCanceledException ? "no answer within 20 seconds." : fault.Message);
    }

    private static string Short(string text) => text.ReplaceLineEndings(" ") is var line && line.Length <= 300 ? line : line[..300] + "…";
}
