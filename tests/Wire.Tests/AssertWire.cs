using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests;

/// <summary>
/// What every format owes to every document: it is recognised and read, it is written and read again with nothing changed but
/// what the writer said was lost, and cut short anywhere it is still read without an exception.
/// </summary>
internal static class AssertWire
{
    private static readonly JsonSerializerOptions Shown = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    /// <summary>Puts a fixture through everything, and returns what was read.</summary>
    internal static WireDocument Whole(string fixture, string format)
    {
        var bytes = Fixture(fixture);
        Assert.Equal(format, WireFormats.Recognise(bytes, whole: true)?.Name);
        Assert.Equal(format, WireFormats.Recognise(bytes.AsSpan(0, Math.Min(bytes.Length, WireFormats.HeadLength)), bytes.Length <= WireFormats.HeadLength)?.Name);
        var document = Read(bytes, format);
        if (WireFormats.Named(format)!.CanWrite)
        {
            RoundTrip(document, format);
        }

        Truncated(bytes, format);
        return document;
    }

    internal static WireDocument Read(byte[] bytes, string format, string? charset = null)
    {
        var document = new WireDocument();
        WireFormats.Named(format)!.Read(WireInput.Of(bytes) with { Charset = charset }, document);
        return document;
    }

    internal static byte[] Write(IReadOnlyList<WireItem> items, string format, out IReadOnlyList<WireFault> losses)
    {
        var written = new MemoryStream();
        var feed = new WireFeed("Test wire", "https://wire.example/", "https://wire.example/feed", "A wire for tests", "en", new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        losses = WireFormats.Named(format)!.Write(items, feed, written);
        return written.ToArray();
    }

    /// <summary>Writes the items, reads them again and compares; then writes what was read again, which must lose nothing more.</summary>
    internal static IReadOnlyList<WireFault> RoundTrip(WireDocument document, string format)
    {
        var written = Write(document.Items, format, out var losses);
        var again = Read(written, format);
        Assert.DoesNotContain(again.Faults, fault => fault.Kind != WireFaultKind.Repaired);
        var lost = losses.Where(fault => fault.Code.StartsWith("lost-", StringComparison.Ordinal)).Select(fault => fault.Code["lost-".Length..]).ToHashSet(StringComparer.Ordinal);
        var sent = document.Items.Where(item => !losses.Any(fault => fault.Code.StartsWith("refused-", StringComparison.Ordinal) && fault.Message.Contains(item.Headline ?? item.Slugline ?? item.Guid ?? "?", StringComparison.Ordinal))).ToList();
        Assert.Equal(sent.Count, again.Items.Count);
        for (var at = 0; at < sent.Count; at++)
        {
            // A feed names its provider once for all; an item that named none has one when it is read again.
            var without = sent[at].Provider is null ? lost.Append("provider").ToHashSet(StringComparer.Ordinal) : lost;
            Assert.Equal(Outline(sent[at], without), Outline(again.Items[at], without));
        }

        Assert.Equal(again.Items.Select(item => Outline(item, lost)), Read(Write(again.Items, format, out _), format).Items.Select(item => Outline(item, lost)));
        return losses;
    }

    /// <summary>Reads the document cut short at every 64 bytes. No cut may throw, and none may read more items than there are.</summary>
    internal static void Truncated(byte[] bytes, string format)
    {
        var whole = Read(bytes, format).Items.Count;
        for (var length = 0; length < bytes.Length; length += 64)
        {
            Assert.InRange(Read(bytes[..length], format).Items.Count, 0, Math.Max(1, whole));
        }
    }

    /// <summary>An item as lines of "field: value", so that a difference shows where it is. What the reader adds of itself is left out.</summary>
    internal static string Outline(WireItem item, IReadOnlySet<string>? without = null)
    {
        var lines = new Dictionary<string, object?>
        {
            ["guid"] = item.Guid,
            ["version"] = item.Version,
            ["signal"] = item.Signal.ToString(),
            ["pub-status"] = item.PubStatus ?? "usable",
            ["kind"] = item.Kind,
            ["urgency"] = item.Urgency,
            ["priority"] = item.Priority,
            ["slugline"] = item.Slugline,
            ["headlines"] = item.Headlines,
            ["standfirst"] = item.Standfirst,
            ["dateline"] = item.Dateline,
            ["located"] = item.Located,
            ["byline"] = item.Byline,
            ["credit"] = item.Credit,
            ["sources"] = item.Sources,
            ["provider"] = item.Provider,
            ["sequence"] = item.Sequence,
            ["take-key"] = item.TakeKey,
            ["ed-note"] = item.EdNote,
            ["embargo"] = item.Embargo is null ? null : item.Embargo.Until?.ToString("O", CultureInfo.InvariantCulture) ?? item.Embargo.AsSent,
            ["created"] = Time(item.Created),
            ["version-created"] = Time(item.VersionCreated),
            ["published"] = Time(item.Published),
            ["language"] = item.Language ?? "en",
            ["genre"] = item.Genres,
            ["services"] = item.Services,
            ["alt-ids"] = item.AltIds,
            ["descriptions"] = item.Descriptions,
            ["content-created"] = Time(item.ContentCreated),
            ["subjects"] = item.Subjects,
            ["people"] = item.People,
            ["organisations"] = item.Organisations,
            ["places"] = item.Places,
            ["keywords"] = item.Keywords,
            ["rights"] = item.Rights,
            ["link"] = item.Link,
            ["body"] = HtmlBody.Write(item.Body),
            ["media"] = item.Media,
            ["event"] = item.Event is null ? null : item.Event with { Start = null, End = null },
            ["event-start"] = Time(item.Event?.Start),
            ["event-end"] = Time(item.Event?.End),
            ["links"] = item.Links,
        };
        if (without?.Contains("event") == true)
        {
            lines.Remove("event-start");
            lines.Remove("event-end");
        }

        return string.Join('\n', lines.Where(pair => without?.Contains(pair.Key) != true).Select(pair => $"{pair.Key}: {JsonSerializer.Serialize(pair.Value, Shown)}"));
    }

    private static string? Time(WireTime? time) => time is null ? null : time.Instant?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture) ?? time.Local?.ToString("s", CultureInfo.InvariantCulture) ?? time.AsSent;
}
