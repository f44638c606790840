using System.Security.Cryptography;
using System.Text;

namespace Wireroom.Wire.Page;

/// <summary>
/// Names an item by its words, for pages that give no name of their own: the same words get the same name in every capture,
/// whatever their spaces, quotes and dashes.
/// </summary>
internal static class ContentName
{
    /// <summary>The name of a story or brief: <c>capture:story:…</c>, <c>capture:brief:…</c>. A brief never shares the name of the story that it points to, which says more.</summary>
    public static string Of(string kind, params ReadOnlySpan<string?> texts)
    {
        var folded = new StringBuilder();
        foreach (var text in texts)
            if (!string.IsNullOrEmpty(text))
                folded.Append(TextForm.Fold(text)).Append('\n');
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(folded.ToString()));
        return $"capture:{kind}:{Convert.ToHexStringLower(hash.AsSpan(0, 16))}";
    }
}
