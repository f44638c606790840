using System.Globalization;
using System.Text.Json;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.NinJs;

/// <summary>
/// Writes the properties of one item in the order of the schema: the one piece of code for documents and for <see cref="NinJsExtended"/>.
/// <paramref name="asSent"/> leaves names and addresses as the sender wrote them, also where they are no URIs; documents for subscribers
/// carry only what the schema accepts.
/// </summary>
internal sealed class NinJsBody(Utf8JsonWriter json, NinJsEdition edition, WireLosses losses, bool asSent)
{
    internal void Write(WireItem item)
    {
        Identity(item);
        Time("firstCreated", item.Created, item, "created");
        Time("contentCreated", item.ContentCreated, item, "content-created");
        Time("versionCreated", item.VersionCreated, item, "version-created");
        Text("embargoedUntil", item.Embargo is { Until: { } until } embargo ? Until(embargo.AsSent, until) : null);

        Text("pubStatus", StatusOf(item));
        if (item.Urgency is { } urgency and >= 1 and <= 9)
        {
            json.WriteNumber(Name("urgency"), urgency);
        }

        Rights(item.Rights);
        Text("edNote", item.EdNote);
        Text("language", item.Language);
        Texts("headlines", item.Headlines.Where(headline => headline.Role != "title").Select(headline => (headline.Role, (string?)null, (string?)headline.Text, (int?)null)));
        Text("title", item.Headlines.FirstOrDefault(headline => headline.Role == "title")?.Text);
        if (item.Headlines.Any(headline => headline.Language is not null) || item.Headlines.Count(headline => headline.Role == "title") > 1)
        {
            losses.Lose(item, "headlines", "the languages of headlines, or a second title");
        }

        Texts("descriptions", NinJsDescriptions.Of(item).Select(one => (one.Role, (string?)"text/plain", (string?)one.Text, (int?)null)).Concat([("dateline", "text/plain", item.Dateline, null), ("creditline", "text/plain", item.Credit, null)]));
        if (item.Descriptions.Any(one => one.Language is not null))
        {
            losses.Lose(item, "descriptions", "the languages of descriptions");
        }

        Bodies(item);
        Text("by", item.Byline);
        Text("slugline", item.Slugline);
        Text("located", item.Located?.Name);
        if (item.Located is { Code: not null } or { Latitude: not null } or { Country: not null })
        {
            losses.Lose(item, "located", "code and coordinates of where it was written");
        }

        var concepts = new NinJsConcepts(json, edition);
        concepts.Write(item, losses);
        Event(item);
        new NinJsFiles(json, edition, asSent).Write(item, losses);
        Texts("altIds", item.AltIds.Select(id => (id.Role, (string?)null, (string?)id.Value, (int?)null)).Prepend(("takeKey", null, item.TakeKey, null)).Prepend(("sequence", null, item.Sequence, null)));
        Standard();
    }

    private void Identity(WireItem item)
    {
        if (item.Guid is null)
        {
            losses.Lose(item, "guid", "an item without a name of its own");
        }

        var guid = item.Guid ?? item.Link;
        json.WriteString("uri", guid is null ? NinJsIds.Unnamed(item) : asSent ? guid : NinJsIds.Uri(guid));
        var type = TypeOf(item.Kind, edition);
        Text("type", type);
        if (type is null)
        {
            losses.Lose(item, "kind", $"the kind {item.Kind}");
        }

        Text("version", item.Version?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The word of the edition's schema for a kind; null where it has none.</summary>
    internal static string? TypeOf(string kind, NinJsEdition edition) => kind switch
    {
        "package" => "composite",
        "text" or "audio" or "video" or "picture" or "graphic" or "component" => kind,
        "event" or "planning" when edition == NinJsEdition.Three => kind,
        _ => null,
    };

    /// <summary>The status that is written: the signal's where it has one.</summary>
    internal static string StatusOf(WireItem item) => item switch
    {
        { Signal: WireSignal.Withdrawal } => "canceled",
        { Signal: WireSignal.Hold } => "withheld",
        { PubStatus: "canceled" or "withheld" } => item.PubStatus,
        _ => "usable",
    };

    private void Event(WireItem item)
    {
        if (item.Event is { } happening && edition == NinJsEdition.Three)
        {
            new NinJsEventOut(json, losses).Write(item, happening);
        }
    }

    private void Rights(WireRights? rights)
    {
        Text("copyrightHolder", rights?.Holder);
        Text("copyrightNotice", rights?.Notice);
        Text("usageTerms", rights?.UsageTerms);
        Text("expires", rights?.Expires is { } expires ? Stamp(expires) : null);
    }

    private void Bodies(WireItem item)
    {
        if (item.Body.Count > 0)
        {
            if (item.Body.Any(block => block is WirePicture { Media.Href: null }))
            {
                losses.Lose(item, "body", "a picture in the copy that has no address");
            }

            var plain = PlainText.Write(item.Body);
            Texts("bodies", [("main", "text/html", HtmlBody.Write(item.Body), item.WordCount), ("main", "text/plain", plain, item.WordCount)]);
        }
        else if (item.WordCount is not null)
        {
            losses.Lose(item, "word-count", "a word count without a body");
        }
    }

    private void Time(string name, WireTime? time, WireItem item, string field)
    {
        if (time?.Stamp is { } stamp)
        {
            Text(name, stamp);
        }
        else if (time is not null)
        {
            losses.Lose(item, field, "a time without a zone");
        }
    }

    private void Texts(string name, IEnumerable<(string Role, string? Type, string? Value, int? Words)> texts)
    {
        var open = false;
        foreach (var (role, type, value, words) in texts)
        {
            if (string.IsNullOrEmpty(value))
            {
                continue;
            }

            if (!open)
            {
                json.WriteStartArray(Name(name));
                open = true;
            }

            json.WriteStartObject();
            Text("role", role);
            Text("contentType", type);
            if (words is { } count)
            {
                json.WriteNumber(Name("wordCount"), count);
            }

            json.WriteString("value", value);
            json.WriteEndObject();
        }

        if (open)
        {
            json.WriteEndArray();
        }
    }

    private void Standard()
    {
        var version = edition == NinJsEdition.Three ? "3.1" : "2.1";
        json.WriteStartObject("standard");
        json.WriteString("name", "ninjs");
        json.WriteString("version", version);
        json.WriteString("schema", $"http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json#");
        json.WriteEndObject();
    }

    private string Name(string name) => edition.Spelt(name);

    private void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(Name(name), text);
        }
    }

    /// <summary>The end of an embargo as it was sent, where that means the same moment.</summary>
    private static string? Until(string asSent, DateTimeOffset until) => WireDates.Instant(asSent) == until ? new WireTime(asSent, until).Stamp : Stamp(until);

    internal static string Stamp(DateTimeOffset instant) => WireTime.Of(instant).AsSent;
}
