using System.Text.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Writes renditions of the item itself, and associations: files with captions and credits, and links to other stories.</summary>
internal sealed class NinJsFiles(Utf8JsonWriter json, NinJsEdition edition, bool asSent)
{
    internal void Write(WireItem item, WireLosses losses)
    {
        var own = item.Media.Where(file => IsRendition(file, item)).ToList();
        if (own.Count > 0 || item.Link is not null)
        {
            json.WriteStartArray("renditions");
            foreach (var file in own)
            {
                Rendition(file.Role, file);
            }

            if (item.Link is not null)
            {
                Page(item.Link);
            }

            json.WriteEndArray();
        }

        var associated = item.Media.Where(file => !IsRendition(file, item)).GroupBy(file => (Name: file.Role.Split('/')[0], Id: file.Guid ?? file.Href ?? "")).ToList();
        if (!item.Media.SequenceEqual([.. own, .. associated.SelectMany(group => group)], ReferenceEqualityComparer.Instance))
        {
            losses.Lose(item, "media", "the order of files where some are renditions and some associations");
        }

        foreach (var lost in item.Links.Where(link => (link.Guid ?? link.Href) is null))
        {
            losses.Lose(item, "links", $"the link {lost.Relation}, which leads nowhere");
        }

        var links = item.Links.Where(link => (link.Guid ?? link.Href) is not null).ToList();
        if (associated.Count + links.Count == 0)
        {
            return;
        }

        json.WriteStartArray("associations");
        foreach (var group in associated)
        {
            Association(group.Key.Name, [.. group], item, losses);
        }

        foreach (var link in links)
        {
            Link(link, item, losses);
        }

        json.WriteEndArray();
    }

    /// <summary>A file of the item's own, with nothing said of it that a rendition has no place for.</summary>
    private static bool IsRendition(WireMedia file, WireItem item) =>
        file is { Guid: null, Caption: null, AltText: null, Credit: null, Rights: null } && !file.Role.Contains('/', StringComparison.Ordinal)
        && (file.Kind == Feeds.FeedMedia.KindOf(file.MediaType)) && (item.Kind != "text" || file.Kind is null or "text");

    private void Association(string name, IReadOnlyList<WireMedia> files, WireItem item, WireLosses losses)
    {
        var first = files[0];
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("uri", Uri(first.Guid ?? first.Href ?? NinJsIds.Uri(name)));
        var kind = first.Kind is "audio" or "video" or "picture" or "graphic" or "component" ? first.Kind : Feeds.FeedMedia.KindOf(first.MediaType) is { } known and not "text" ? known : "component";
        json.WriteString("type", kind);
        if (first.Title is not null)
        {
            Values("headlines", [("main", first.Title)]);
        }

        Values("descriptions", [("caption", first.Caption), ("alttext", first.AltText), ("creditline", first.Credit)]);
        NinJsOwn.Text(json, edition.Spelt("copyrightHolder"), first.Rights?.Holder);
        NinJsOwn.Text(json, edition.Spelt("copyrightNotice"), first.Rights?.Notice);
        NinJsOwn.Text(json, edition.Spelt("usageTerms"), first.Rights?.UsageTerms);
        var addressed = files.Where(file => file.Href is not null).ToList();
        if (addressed.Count > 0)
        {
            json.WriteStartArray("renditions");
            foreach (var file in addressed)
            {
                var stroke = file.Role.IndexOf('/', StringComparison.Ordinal);
                Rendition(stroke < 0 ? "main" : file.Role[(stroke + 1)..], file with { Title = null });
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        var same = files.All(file => file.Title == first.Title && file.Caption == first.Caption && file.Credit == first.Credit && file.AltText == first.AltText && file.Rights == first.Rights && file.Kind == first.Kind);
        if (!same || first.Kind != kind || first.Rights?.Expires is not null || (first.Guid is null && first.Href is null) || files.Any(file => file.Href is null) && files.Count > 1)
        {
            losses.Lose(item, "media", $"all that is said of the file {name}");
        }
    }

    private void Link(WireLink link, WireItem item, WireLosses losses)
    {
        var name = link.Guid ?? link.Href!;
        json.WriteStartObject();
        json.WriteString("name", link.Relation);
        if (edition == NinJsEdition.Three)
        {
            json.WriteString("rel", link.Relation);
        }

        json.WriteString("uri", Uri(name));
        json.WriteString("type", "text");
        json.WriteString(edition.Spelt("representationType"), "partial");
        if (link.Title is not null)
        {
            Values("headlines", [("main", link.Title)]);
        }

        if (link.Href is not null && IsSayable(link.Href))
        {
            json.WriteStartArray("renditions");
            Page(link.Href);
            json.WriteEndArray();
        }
        else if (link.Href is not null)
        {
            losses.Lose(item, "links", $"the address {link.Href}, which is none");
        }

        json.WriteEndObject();
    }

    private void Values(string name, IReadOnlyList<(string Role, string? Value)> values)
    {
        if (values.All(pair => pair.Value is null))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var (role, value) in values)
        {
            if (value is not null)
            {
                json.WriteStartObject();
                json.WriteString("role", role);
                json.WriteString("value", value);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private void Page(string address)
    {
        json.WriteStartObject();
        json.WriteString("name", "page");
        json.WriteString("href", address);
        json.WriteString(edition.Spelt("contentType"), "text/html");
        json.WriteEndObject();
    }

    private void Rendition(string name, WireMedia file)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        if (file.Href is not null && IsSayable(file.Href))
        {
            json.WriteString("href", file.Href);
        }

        NinJsOwn.Text(json, edition.Spelt("contentType"), file.MediaType);
        NinJsOwn.Text(json, "title", file.Title);
        Number("width", file.Width);
        Number("height", file.Height);
        Number("sizeInBytes", file.Bytes);
        if (file.Seconds is { } seconds)
        {
            json.WriteNumber("duration", seconds);
        }

        json.WriteEndObject();
    }

    private string Uri(string name) => asSent ? name : NinJsIds.Uri(name);

    private bool IsSayable(string address) => asSent || NinJsIds.IsUri(address);

    private void Number(string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(edition.Spelt(name), value);
        }
    }
}
