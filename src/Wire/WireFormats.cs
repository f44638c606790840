using Wireroom.Wire.Atom;
using Wireroom.Wire.JsonFeed;
using Wireroom.Wire.NewsMlG2;
using Wireroom.Wire.NinJs;
using Wireroom.Wire.Nitf;
using Wireroom.Wire.Rss;

namespace Wireroom.Wire;

/// <summary>The formats that Wireroom knows, in the order in which they are asked, and the detection by content.</summary>
public static class WireFormats
{
    /// <summary>How many bytes detection looks at, at most.</summary>
    public const int HeadLength = 64 * 1024;

    /// <summary>Every format, the most telling first.</summary>
    public static IReadOnlyList<WireFormat> All { get; } =
    [
        new PhotoMetadata.PhotoFormat(),
        // An export of WordPress is RSS too, and says more.
        new Wxr.WxrFormat(),
        new RssFormat(),
        new AtomFormat(),
        new NewsMlG2Format(),
        new NitfFormat(),
        new NewsMl1.NewsMl1Format(),
        new JsonFeedFormat(),
        NinJsFormat.Current,
        NinJsFormat.Second,
        new Warc.WarcFormat(),
        new Page.PageFormat(),
        new ICalendar.ICalendarFormat(),
        new Mail.MailFormat(),
        new Iptc7901.Iptc7901Format(),
        new Anpa1312.Anpa1312Format(),
        new Page.CaptureFormat(),
    ];

    /// <summary>The format of that name, or null.</summary>
    public static WireFormat? Named(string name) => All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of a document by its first bytes; null where none knows it. File names do not count.</summary>
    public static WireFormat? Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        foreach (var format in All)
        {
            if (format.Recognise(head, whole) == Recognition.Yes)
            {
                return format;
            }
        }

        return null;
    }
}
