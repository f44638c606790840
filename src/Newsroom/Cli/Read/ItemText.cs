using System.Globalization;
using Wireroom.Wire;
using Wireroom.Wire.Html;
using Wireroom.Wire.NinJs;

namespace Wireroom.Newsroom.Cli.Read;

/// <summary>Prints an item for people: what it says of itself, a line each, then its copy.</summary>
internal static class ItemText
{
    public static void Write(TextWriter to, WireItem item, NinJsOrigin origin)
    {
        to.WriteLine($"=== {origin.File}, item {origin.Index + 1}: {item.Format}, {item.Signal.ToString().ToLowerInvariant()}");
        foreach (var (name, value) in Lines(item))
        {
            if (!string.IsNullOrEmpty(value))
                to.WriteLine($"{name + ":",-14} {value.ReplaceLineEndings(" / ")}");
        }

        foreach (var fault in origin.Faults)
            to.WriteLine($"{"fault:",-14} {(fault.Place.Length > 0 ? fault.Place + ": " : "")}{fault.Message}");
        if (item.Dropped.Count > 0)
            to.WriteLine($"{"dropped:",-14} {string.Join(", ", item.Dropped.Select(dropped => dropped.Name).Distinct())}");
        if (item.Body.Count > 0)
        {
            to.WriteLine();
            to.WriteLine(PlainText.Write(item.Body));
        }

        to.WriteLine();
    }

    private static IEnumerable<(string Name, string? Value)> Lines(WireItem item)
    {
        foreach (var headline in item.Headlines)
            yield return (headline.Role == "main" ? "headline" : $"headline ({headline.Role})", headline.Text);
        yield return ("standfirst", item.Standfirst);
        yield return ("slugline", item.Slugline);
        yield return ("by", item.Byline);
        yield return ("dateline", item.Dateline);
        yield return ("credit", item.Credit);
        yield return ("embargo", item.Embargo is { } embargo ? $"{embargo.AsSent} ({(embargo.Until is { } until ? $"until {Stamp(until)}" : "no time that can be read: closed")})" : null);
        yield return ("to editors", item.EdNote);
        yield return ("status", item.PubStatus);
        yield return ("kind", item.Kind == "text" ? null : item.Kind);
        yield return ("urgency", item.Urgency?.ToString(CultureInfo.InvariantCulture));
        yield return ("priority", item.Priority);
        yield return ("provider", item.Provider);
        yield return ("sources", string.Join(", ", item.Sources));
        yield return ("number", item.Sequence);
        yield return ("take key", item.TakeKey);
        yield return ("name", item.Guid is null ? null : item.Version is null ? item.Guid : $"{item.Guid}, version {item.Version}");
        yield return ("created", Time(item.Created));
        yield return ("content of", Time(item.ContentCreated));
        yield return ("version of", Time(item.VersionCreated));
        yield return ("published", Time(item.Published));
        yield return ("takes place", item.Event is null ? null : $"{Time(item.Event.Start)} to {Time(item.Event.End)}");
        yield return ("language", item.Language);
        yield return ("genre", Names(item.Genres));
        yield return ("services", Names(item.Services));
        yield return ("other names", string.Join(", ", item.AltIds.Select(id => id.Role.Length == 0 ? id.Value : $"{id.Role} {id.Value}")));
        yield return ("descriptions", string.Join(" / ", item.Descriptions.Select(one => one.Text)));
        yield return ("located", item.Located?.Name);
        yield return ("subjects", Names(item.Subjects));
        yield return ("people", Names(item.People));
        yield return ("organisations", Names(item.Organisations));
        yield return ("places", string.Join(", ", item.Places.Select(place => place.Name)));
        yield return ("keywords", string.Join(", ", item.Keywords));
        yield return ("rights", item.Rights is { } rights ? string.Join(" / ", new[] { rights.Notice, rights.Holder, rights.UsageTerms }.OfType<string>()) : null);
        yield return ("words", item.WordCount?.ToString(CultureInfo.InvariantCulture));
        yield return ("page", item.Link);
        foreach (var file in item.Media)
            yield return ($"file ({file.Role})", string.Join(", ", new[] { file.Href ?? file.Guid, file.MediaType ?? file.Kind, file.Caption, file.Credit }.OfType<string>()));
        foreach (var link in item.Links)
            yield return (link.Relation, string.Join(", ", new[] { link.Title, link.Guid, link.Href }.OfType<string>()));
        yield return ("guessed", string.Join(", ", item.Guessed));
    }

    private static string Names(IReadOnlyList<WireSubject> concepts) =>
        string.Join(", ", concepts.Select(concept => concept.Code is null || concept.Code == concept.Name ? concept.Name : $"{concept.Name} ({(concept.Scheme is null ? "" : concept.Scheme + ":")}{concept.Code})"));

    private static string? Time(WireTime? time) => time is null ? null : time.Instant is { } instant ? Stamp(instant) : time.Local is { } local ? local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " (no zone)" : time.AsSent;

    private static string Stamp(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
