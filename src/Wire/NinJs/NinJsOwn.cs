using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Json;
using Wireroom.Wire.Topics;

namespace Wireroom.Wire.NinJs;

/// <summary>The <c>wireroom</c> object: what ninjs has no place for. Its properties are listed in this folder's README.</summary>
internal static class NinJsOwn
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal static WireItem Read(JsonElement own, WireItem item, NinJsDraft draft)
    {
        if (own.Of("body").ValueKind == JsonValueKind.Array)
        {
            draft.Dropped.RemoveAll(dropped => dropped.Name.StartsWith("bodies.", StringComparison.Ordinal));
        }

        draft.Keywords.AddRange(own.Of("keywords").Each().Select(JsonValues.Text).OfType<string>().Except(draft.Keywords));
        draft.Guessed.AddRange(own.Of("guessed").Each().Select(JsonValues.Text).OfType<string>());
        draft.Dropped.AddRange(own.Of("dropped").Each().Where(each => each.TextOf("name") is not null).Select(each => new WireDropped(each.TextOf("name")!, each.TextOf("value"))));
        Instead(own, "headlines", draft.Headlines);
        Instead(own, "genres", draft.Genres);
        Instead(own, "services", draft.Services);
        Instead(own, "subjects", draft.Subjects);
        Instead(own, "people", draft.People);
        Instead(own, "organisations", draft.Organisations);
        Instead(own, "places", draft.Places);
        Instead(own, "media", draft.Media);
        Instead(own, "links", draft.Links);
        var added = own.Of("added").Each().Select(JsonValues.Text).ToList();
        var sent = own.Of("asSent");
        return item with
        {
            Guid = added.Contains("uri") ? null : item.Guid,
            Signal = Enum.TryParse<WireSignal>(own.TextOf("signal"), ignoreCase: true, out var signal) && Enum.IsDefined(signal) ? signal : item.Signal,
            PubStatus = added.Contains("pubStatus") ? null : own.TextOf("pubStatus") ?? item.PubStatus,
            Kind = own.TextOf("kind") ?? item.Kind,
            Provider = own.TextOf("provider") ?? item.Provider,
            Sequence = own.TextOf("sequence") ?? item.Sequence,
            TakeKey = own.TextOf("takeKey") ?? item.TakeKey,
            Priority = own.TextOf("priority") ?? item.Priority,
            Dateline = own.TextOf("dateline") ?? item.Dateline,
            Credit = own.TextOf("credit") ?? item.Credit,
            WordCount = own.Of("wordCount").Pixels() ?? item.WordCount,
            Created = Time(own, sent, "created", item.Created),
            VersionCreated = added.Contains("versionCreated") ? null : Time(own, sent, "versionCreated", item.VersionCreated),
            ContentCreated = Time(own, sent, "contentCreated", item.ContentCreated),
            Published = Time(own, sent, "published", item.Published),
            Descriptions = own.Of("descriptions") is { ValueKind: JsonValueKind.Array } descriptions ? [.. descriptions.EnumerateArray().Select(Whole<WireText>).OfType<WireText>()] : item.Descriptions,
            Link = own.TextOf("link") ?? item.Link,
            Embargo = own.TextOf("embargo") is { } embargo ? new WireEmbargo(embargo, item.Embargo?.Until) : item.Embargo,
            Located = Whole<WirePlace>(own.Of("located")) ?? item.Located,
            Body = own.Of("body") is { ValueKind: JsonValueKind.Array } body ? [.. body.EnumerateArray().Select(Whole<WireBlock>).OfType<WireBlock>()] : item.Body,
            Event = Whole<WireEvent>(own.Of("event")) ?? item.Event,
        };
    }

    /// <summary>
    /// Writes what has no place in ninjs, and every list whole of which <paramref name="losses"/> says that ninjs holds it in part only.
    /// </summary>
    internal static void Write(Utf8JsonWriter json, WireItem item, WireLosses losses, IReadOnlyList<string> added)
    {
        json.WriteString("format", item.Format);
        json.WriteString("signal", Word(item.Signal));
        Text(json, "kind", losses.Lost("kind") ? item.Kind : null);
        Text(json, "pubStatus", item.PubStatus == NinJsBody.StatusOf(item) ? null : item.PubStatus);
        Text(json, "provider", item.Provider);
        Text(json, "sequence", item.Sequence);
        Text(json, "takeKey", item.TakeKey);
        Text(json, "priority", item.Priority);
        Text(json, "dateline", item.Dateline);
        Text(json, "credit", item.Credit);
        Text(json, "embargo", item.Embargo?.AsSent);
        Text(json, "published", item.Published is { } published ? Plainly(published) : null);

        // Times without a zone have no place in ninjs.
        Text(json, "created", item.Created is { Instant: null } created ? Plainly(created) : null);
        Text(json, "versionCreated", item.VersionCreated is { Instant: null } versionCreated ? Plainly(versionCreated) : null);
        Text(json, "contentCreated", item.ContentCreated is { Instant: null } contentCreated ? Plainly(contentCreated) : null);
        AsSent(json, item);
        Text(json, "link", item.Link);
        if (item.WordCount is { } words)
        {
            json.WriteNumber("wordCount", words);
        }

        Texts(json, "keywords", item.Keywords);
        Lists(json, item, losses);
        Texts(json, "added", added);
        Texts(json, "guessed", item.Guessed);
    }

    internal static string Word(WireSignal signal) => signal.ToString().ToLowerInvariant();

    internal static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Lists(Utf8JsonWriter json, WireItem item, WireLosses losses)
    {
        Value(json, "located", losses.Lost("located") ? item.Located : null);
        Value(json, "headlines", losses.Lost("headlines") ? item.Headlines : null);
        Value(json, "descriptions", losses.Lost("descriptions") ? item.Descriptions : null);
        Value(json, "genres", losses.Lost("genre") ? item.Genres : null);
        Value(json, "services", item.Services.Count > 0 ? item.Services : null);
        Subjects(json, item, losses);
        Value(json, "people", losses.Lost("people") ? item.People : null);
        Value(json, "organisations", losses.Lost("organisations") ? item.Organisations : null);
        Value(json, "places", losses.Lost("places") ? item.Places : null);
        Value(json, "media", losses.Lost("media") ? item.Media : null);
        Value(json, "links", losses.Lost("links") ? item.Links : null);
        Value(json, "body", losses.Lost("body") ? item.Body : null);
        Value(json, "event", item.Event);
    }

    /// <summary>Subjects stand here whole as soon as one has parents or an older code: with what its vocabulary added, and with the code of today.</summary>
    private static void Subjects(Utf8JsonWriter json, WireItem item, WireLosses losses)
    {
        if (!losses.Lost("subjects") && item.Subjects.All(subject => subject.Parents is null && subject.Added == WireAdded.None && MediaTopics.Today(subject) is null))
        {
            return;
        }

        json.WriteStartArray("subjects");
        foreach (var subject in item.Subjects)
        {
            var value = JsonSerializer.SerializeToNode(subject, Shape)!.AsObject();
            if (MediaTopics.Today(subject) is { } topic)
            {
                value["medtop"] = topic.Code;
            }

            value.WriteTo(json, Shape);
        }

        json.WriteEndArray();
    }

    private static void Value<T>(Utf8JsonWriter json, string name, T? value)
        where T : class
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, Shape);
        }
    }

    private static T? Whole<T>(JsonElement value)
        where T : class
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object ? value.Deserialize<T>(Shape) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A list that stands here whole counts instead of what ninjs holds of it.</summary>
    private static void Instead<T>(JsonElement own, string name, List<T> list)
        where T : class
    {
        if (own.Of(name) is { ValueKind: JsonValueKind.Array } whole)
        {
            list.Clear();
            list.AddRange(whole.EnumerateArray().Select(Whole<T>).OfType<T>());
        }
    }

    /// <summary>ISO 8601 with the zone where it is known; without one where the time is local; as sent where it could not be read.</summary>
    private static string Plainly(WireTime time) =>
        time.Stamp ?? time.Local?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) ?? time.AsSent;

    private static void AsSent(Utf8JsonWriter json, WireItem item)
    {
        var times = new[] { ("created", item.Created), ("contentCreated", item.ContentCreated), ("versionCreated", item.VersionCreated), ("published", item.Published) }.Where(pair => pair.Item2 is { } time && time.AsSent != Plainly(time)).ToList();
        if (times.Count > 0)
        {
            json.WriteStartObject("asSent");
            foreach (var (name, time) in times)
            {
                json.WriteString(name, time!.AsSent);
            }

            json.WriteEndObject();
        }
    }

    private static WireTime? Time(JsonElement own, JsonElement sent, string name, WireTime? said)
    {
        var time = WireDates.Read(own.TextOf(name)) ?? said;
        return time is not null && sent.TextOf(name) is { } words ? time with { AsSent = words } : time;
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
