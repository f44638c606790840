namespace Wireroom.Language.Scripts;

/// <summary>Which way a language is written, by the script of its tag (BCP 47 section 2.2.3, and the usual script where the tag names none).</summary>
public static class ScriptDirection
{
    private static readonly HashSet<string> RightToLeftLanguages = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi",
    };

    private static readonly HashSet<string> RightToLeftScripts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
    };

    /// <summary>True where text of that language runs from right to left.</summary>
    public static bool IsRightToLeft(string language)
    {
        var parts = language.Split('-', '_');
        var script = parts.Skip(1).FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiLetter));
        return script is not null ? RightToLeftScripts.Contains(script) : RightToLeftLanguages.Contains(parts[0]);
    }

    /// <summary>The value of an HTML <c>dir</c> attribute for the language.</summary>
    public static string Of(string language) => IsRightToLeft(language) ? "rtl" : "ltr";
}
