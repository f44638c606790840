using System.Text.Json;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>The <c>wireroom</c> object: what ninjs has no place for. Its properties are listed in this folder's README.</summary>
internal static class NinJsOwn
{
    internal static WireItem Read(JsonElement own, WireItem item, NinJsDraft draft)
    {
        draft.Keywords.AddRange(own.Of("keywords").Each().Select(JsonValues.Text).OfType<string>().Except(draft.Keywords));
        draft.Guessed.AddRange(own.Of("guessed").Each().Select(JsonValues.Text).OfType<string>());
        draft.Dropped.AddRange(own.Of("dropped").Each().Where(each => each.TextOf("name") is not null).Select(each => new WireDropped(each.TextOf("name")!, each.TextOf("value"))));
        return item with
        {
            Signal = Enum.TryParse<WireSignal>(own.TextOf("signal"), ignoreCase: true, out var signal) && Enum.IsDefined(signal) ? signal : item.Signal,
            Provider = own.TextOf("provider") ?? item.Provider,
            Sequence = own.TextOf("sequence") ?? item.Sequence,
            TakeKey = own.TextOf("takeKey") ?? item.TakeKey,
            Priority = own.TextOf("priority") ?? item.Priority,
            Dateline = own.TextOf("dateline") ?? item.Dateline,
            Credit = own.TextOf("credit") ?? item.Credit,
            WordCount = own.Of("wordCount").Pixels() ?? item.WordCount,
            Created = WireDates.Read(own.TextOf("created")) ?? item.Created,
            VersionCreated = WireDates.Read(own.TextOf("versionCreated")) ?? item.VersionCreated,
            Published = WireDates.Read(own.TextOf("published")) ?? item.Published,
            Link = own.TextOf("link") ?? item.Link,
            Embargo = own.TextOf("embargo") is { } embargo ? new WireEmbargo(embargo, item.Embargo?.Until) : item.Embargo,
        };
    }

    internal static void Write(Utf8JsonWriter json, WireItem item)
    {
        json.WriteString("format", item.Format);
        json.WriteString("signal", item.Signal.ToString().ToLowerInvariant());
        Text(json, "provider", item.Provider);
        Text(json, "sequence", item.Sequence);
        Text(json, "takeKey", item.TakeKey);
        Text(json, "priority", item.Priority);
        Text(json, "dateline", item.Dateline);
        Text(json, "credit", item.Credit);
        Text(json, "embargo", item.Embargo?.AsSent);
        Text(json, "published", item.Published?.AsSent);

        // Times without a zone have no place in ninjs.
        Text(json, "created", item.Created is { Instant: null } created ? created.AsSent : null);
        Text(json, "versionCreated", item.VersionCreated is { Instant: null } versionCreated ? versionCreated.AsSent : null);
        Text(json, "link", item.Link);
        if (item.WordCount is { } words)
        {
            json.WriteNumber("wordCount", words);
        }

        Texts(json, "keywords", item.Keywords);
        Texts(json, "guessed", item.Guessed);
    }

    internal static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }
}
