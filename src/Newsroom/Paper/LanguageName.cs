using System.Globalization;

namespace Wireroom.Newsroom.Paper;

/// <summary>What languages call themselves.</summary>
public static class LanguageName
{
    /// <summary>"Hrvatski" for hr; the tag itself where it is not known.</summary>
    public static string Of(string tag)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(tag.Split('-')[0], predefinedOnly: true).NativeName;
            return char.ToUpperInvariant(name[0]) + name[1..];
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
