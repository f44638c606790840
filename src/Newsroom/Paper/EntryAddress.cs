using System.Globalization;

namespace Wireroom.Newsroom.Paper;

/// <summary>Addresses of the entries of a live story: an anchor on its page.</summary>
public static class EntryAddress
{
    /// <summary>The anchor.</summary>
    public static string AnchorOf(long key) => "entry-" + key.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The address from the root: the page below the entry's successor holds it, however old it is.</summary>
    public static string Of(string story, long key) => string.Create(CultureInfo.InvariantCulture, $"{story}?before={key + 1}#{AnchorOf(key)}");
}
