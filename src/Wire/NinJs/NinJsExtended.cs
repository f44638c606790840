using System.Text.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Writes ninjs 3.1 with the <c>wireroom</c> object, one item a line.</summary>
internal static class NinJsExtended
{
    internal static void Write(WireItem item, Stream destination, NinJsOrigin origin)
    {
        var losses = new WireLosses("ninjs 3.1");
        var added = Added(item);
        using (var json = new Utf8JsonWriter(destination, NinJsWriter.Plain))
        {
            json.WriteStartObject();
            var body = item with { Keywords = [], VersionCreated = item.VersionCreated ?? item.Published };
            new NinJsBody(json, NinJsEdition.Three, losses, asSent: true).Write(body);
            json.WriteStartObject("wireroom");
            NinJsOwn.Write(json, item, losses, added);
            Faults(json, origin.Faults);
            Dropped(json, "dropped", item.Dropped);
            Source(json, origin);
            Feed(json, origin.Feed);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        destination.WriteByte((byte)'\n');
    }

    /// <summary>Properties that ninjs wants and the document did not say: the item's link or a made name, the status of all that is sent, the time of publication.</summary>
    private static List<string> Added(WireItem item) =>
    [
        .. item.Guid is null ? ["uri"] : (string[])[],
        .. item.PubStatus is null ? ["pubStatus"] : (string[])[],
        .. item.VersionCreated is null && item.Published?.Instant is not null ? ["versionCreated"] : (string[])[],
    ];

    private static void Source(Utf8JsonWriter json, NinJsOrigin origin)
    {
        if (origin.File is null && origin.Index is null)
        {
            return;
        }

        json.WriteStartObject("source");
        NinJsOwn.Text(json, "file", origin.File);
        if (origin.Index is { } number)
        {
            json.WriteNumber("index", number);
        }

        json.WriteEndObject();
    }

    private static void Feed(Utf8JsonWriter json, WireFeed? feed)
    {
        if (feed is null)
        {
            return;
        }

        json.WriteStartObject("feed");
        NinJsOwn.Text(json, "title", feed.Title);
        NinJsOwn.Text(json, "link", feed.Link);
        NinJsOwn.Text(json, "selfLink", feed.SelfLink);
        NinJsOwn.Text(json, "description", feed.Description);
        NinJsOwn.Text(json, "language", feed.Language);
        NinJsOwn.Text(json, "updated", feed.Updated is { } updated ? NinJsBody.Stamp(updated) : null);
        NinJsOwn.Text(json, "guid", feed.Guid);
        NinJsOwn.Text(json, "rights", feed.Rights);
        NinJsOwn.Text(json, "author", feed.Author);
        NinJsOwn.Text(json, "picture", feed.Picture);
        Dropped(json, "dropped", feed.Dropped);
        json.WriteEndObject();
    }

    private static void Faults(Utf8JsonWriter json, IReadOnlyList<WireFault> faults)
    {
        if (faults.Count == 0)
        {
            return;
        }

        json.WriteStartArray("faults");
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            json.WriteString("kind", fault.Kind.ToString().ToLowerInvariant());
            json.WriteString("code", fault.Code);
            json.WriteString("message", fault.Message);
            if (fault.Place.Length > 0)
            {
                json.WriteString("place", fault.Place);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Dropped(Utf8JsonWriter json, string name, IReadOnlyList<WireDropped> dropped)
    {
        if (dropped.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var one in dropped)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            NinJsOwn.Text(json, "value", one.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>Where an item was read: the faults told before it, the document's file, its place among the document's items (0 is the first), and the feed that it closes.</summary>
public sealed record NinJsOrigin(IReadOnlyList<WireFault> Faults, string? File = null, int? Index = null, WireFeed? Feed = null);
