using System.IO.Hashing;

namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>
/// A part that stands in every page and changes more often than they do: the rail. A page is rendered with a place for it, and it is laid in when the page is
/// answered, so that a release does not make every page old. Two inlays are the same where they are the same object.
/// </summary>
public sealed class Inlay(byte[] html)
{
    /// <summary>
    /// The byte that holds the place in what was rendered. Every encoder escapes the character U+0000, so it stands nowhere else
    /// (HTML, "unexpected-null-character": a document has none).
    /// </summary>
    public static ReadOnlySpan<byte> Place => "\0"u8;

    /// <summary>The part as HTML.</summary>
    public byte[] Html { get; } = html;

    /// <summary>Changes with the bytes.</summary>
    public ulong Hash { get; } = XxHash64.HashToUInt64(html);
}

/// <summary>An inlay and the moment that it shows.</summary>
public sealed record Laid(Inlay Inlay, Moment Moment);

/// <summary>The inlay of this moment, as far as one was made.</summary>
public sealed class CurrentInlay(Moments moments)
{
    private Laid? laid;

    /// <summary>The inlay, or null where it must be made first.</summary>
    public Laid? Find() => Volatile.Read(ref laid) is { } current && moments.Lasts(current.Moment) ? current : null;

    /// <summary>Makes this the inlay of that moment. Where the bytes are as before, it stays the one before: pages that hold it need no new joining.</summary>
    public Laid Lay(byte[] html, Moment moment)
    {
        var before = Volatile.Read(ref laid)?.Inlay;
        var inlay = before is not null && before.Html.AsSpan().SequenceEqual(html) ? before : new Inlay(html);
        var now = new Laid(inlay, moment);
        Volatile.Write(ref laid, now);
        return now;
    }
}
