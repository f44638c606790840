using System.Security.Cryptography;
using System.Text;

namespace Wireroom.Newsroom.Intake.Push;

/// <summary>
/// A sender's signature over the body: <c>method=hexadecimal HMAC</c>, in <c>X-Hub-Signature-256</c> or, as WebSub has it (section 8), in <c>X-Hub-Signature</c>.
/// SHA-1 is not taken.
/// </summary>
public static class Signature
{
    private static readonly string[] Names = ["X-Hub-Signature-256", "X-Hub-Signature"];

    /// <summary>True where the request is signed at all.</summary>
    public static bool IsThere(IHeaderDictionary headers) => Names.Any(name => headers.ContainsKey(name));

    /// <summary>True where one of the signatures is that of the body by the key.</summary>
    public static bool Holds(IHeaderDictionary headers, ReadOnlySpan<byte> body, string key)
    {
        if (key.Length == 0)
            return false;
        foreach (var name in Names)
        {
            if (headers[name].ToString().Split('=', 2) is [var method, var hex] && Of(method.Trim(), body, key) is { } right
                && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hex.Trim().ToLowerInvariant()), Encoding.ASCII.GetBytes(right)))
                return true;
        }

        return false;
    }

    private static string? Of(string method, ReadOnlySpan<byte> body, string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        return method switch
        {
            "sha256" => Convert.ToHexStringLower(HMACSHA256.HashData(bytes, body)),
            "sha384" => Convert.ToHexStringLower(HMACSHA384.HashData(bytes, body)),
            "sha512" => Convert.ToHexStringLower(HMACSHA512.HashData(bytes, body)),
            _ => null,
        };
    }
}
