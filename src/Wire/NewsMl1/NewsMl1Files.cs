using System.Globalization;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Reads components that hold files (NewsML 1.2, section 5.8): one picture, film or sound in its sizes, with its caption and credit.</summary>
internal sealed class NewsMl1Files(NewsMl1Draft draft)
{
    /// <summary>True where a component says more of its file than its role: a file of its own and no size of another.</summary>
    internal static bool SaysMore(XmlElement component) => component.Children.Any(child =>
        child.LocalName == "newslines" && child.TextOrNull is not null
        || child.LocalName == "contentitem" && NewsMl1Shape.IsText(child)
        || child.LocalName == "newscomponent" && (!NewsMl1Shape.HasFiles(child) || SaysMore(child)));

    /// <summary>Files that are associated with the story: the sizes of one in all these components, with the captions that stand beside them.</summary>
    internal void Read(IReadOnlyList<XmlElement> group, IReadOnlyList<XmlElement> captions)
    {
        if (group is [var only] && Several(only) is { Count: > 1 } several)
        {
            foreach (var one in several)
            {
                Read([one], captions);
            }

            return;
        }

        var about = new WireMedia(RoleOf(group), null) { Guid = group.Select(component => component["euid"]).FirstOrDefault(euid => euid is not null) };
        foreach (var component in captions.Concat(group))
        {
            about = About(component, about, NewsMl1Shape.Role(component));
        }

        Associated([.. group.SelectMany(Contents)], about, group[0]["duid"]);
    }

    /// <summary>What the file is to the story, where its sender says more than that it is one.</summary>
    private static string RoleOf(IReadOnlyList<XmlElement> group) =>
        group is [var only] && NewsMl1Shape.Role(only) is { } role && !NewsMl1Shape.IsRendition(role) && role is not ("picture" or "photo" or "image" or "graphic" or "video" or "audio" or "contentlist" or "supporting" or "supplementary" or "related" or "illustration") ? role.StartsWith("main", StringComparison.Ordinal) ? "main" : role : "body";

    /// <summary>Files that stand in a component together with copy.</summary>
    internal void Read(XmlElement component, IReadOnlyList<XmlElement> files, IReadOnlyList<XmlElement> texts)
    {
        var about = new WireMedia("body", null);
        foreach (var text in texts)
        {
            about = Text(text, about, "caption");
        }

        Associated([.. files.Select(file => new Content(file, NewsMl1Shape.Role(component)))], about, component["duid"]);
    }

    /// <summary>The files that are the item itself: what is said of them is said of the item. Several pictures with captions of their own stay apart.</summary>
    internal void Own(XmlElement component)
    {
        if (Several(component) is { Count: > 1 } several)
        {
            foreach (var one in several)
            {
                Read([one], []);
            }

            draft.Item = draft.Item with { Kind = draft.Media.Count > 0 ? draft.Media[0].Kind ?? "picture" : "picture" };
            return;
        }

        var about = new WireMedia("main", null);
        foreach (var child in component.Children)
        {
            if (child.LocalName == "newscomponent")
            {
                about = About(child, about, NewsMl1Shape.Role(child));
            }
            else if (child.LocalName == "contentitem" && NewsMl1Shape.IsText(child))
            {
                about = Text(child, about, "caption");
            }
        }

        Own([.. Contents(component)], about);
    }

    private void Own(List<Content> contents, WireMedia about)
    {
        draft.Standfirst(about.Caption);
        draft.Headline(about.Title, "main", null);
        draft.Item = draft.Item with { Credit = draft.Item.Credit ?? about.Credit };
        if (about.Rights is { } rights)
        {
            draft.Rights = new WireRights(draft.Rights.UsageTerms ?? rights.UsageTerms, draft.Rights.Holder ?? rights.Holder, draft.Rights.Notice ?? rights.Notice, draft.Rights.Expires ?? rights.Expires);
        }

        var files = contents.Select(content => File(content, new WireMedia("main", null))).ToList();
        for (var at = 0; at < files.Count; at++)
        {
            var role = contents[at].Role ?? (at == 0 ? "main" : files[at].MediaType ?? files[at].Kind ?? "main");
            draft.Media.Add(files[at] with { Role = role.Replace('/', '-'), AltText = at == 0 ? about.AltText : null });
        }

        string[] weight = ["video", "audio", "graphic", "picture"];
        draft.Item = draft.Item with { Kind = draft.Media.Find(file => file.Role == "main")?.Kind ?? weight.FirstOrDefault(kind => files.Exists(file => file.Kind == kind)) ?? draft.Item.Kind };
    }

    private void Associated(List<Content> contents, WireMedia about, string? duid)
    {
        var files = contents.Select(content => File(content, about)).ToList();
        var main = contents.FindIndex(content => content.Role is "main" or "highres" or "high-res" or "hires" or "highdef" or "original" or "full" or "fullsize");
        main = main < 0 && files.Count > 0 ? files.FindIndex(file => file.Width == files.Max(other => other.Width)) : main;
        for (var at = 0; at < contents.Count; at++)
        {
            draft.Media.Add(files[at] with
            {
                Role = at == main ? about.Role : $"{about.Role}/{contents[at].Role ?? string.Create(CultureInfo.InvariantCulture, $"{at + 1}")}",
                Guid = about.Guid ?? (contents.Count > 1 ? duid ?? contents[0].Element["duid"] : null),
            });
        }
    }

    /// <summary>The components of several files within one; a single one, or none, where they are sizes of the same.</summary>
    private static List<XmlElement> Several(XmlElement component)
    {
        var within = component.Children.Where(child => child.LocalName == "newscomponent" && NewsMl1Shape.HasFiles(child)).ToList();
        return within is [var only] && !NewsMl1Shape.OwnFiles(component).Any() ? Several(only)
            : component["equivalentslist"] != "yes" && within.Exists(SaysMore) ? within : [component];
    }

    private static IEnumerable<Content> Contents(XmlElement component)
    {
        var role = NewsMl1Shape.Role(component);
        return NewsMl1Shape.OwnFiles(component).Select(file => new Content(file, Use(file) ?? role))
            .Concat(component.Children.Where(child => child.LocalName == "newscomponent").SelectMany(Contents));
    }

    /// <summary>Which size of a picture a file is, where its characteristics say so and not its role.</summary>
    private static string? Use(XmlElement file) => file.Children.Where(part => part.LocalName == "characteristics").SelectMany(part => part.Children)
        .FirstOrDefault(property => property["formalname"] == "ImageUse")?["value"]?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>What a component and those within say of a file.</summary>
    private WireMedia About(XmlElement component, WireMedia about, string? role)
    {
        foreach (var part in component.Children)
        {
            switch (part.LocalName)
            {
                case "newslines":
                    about = Lines(part, about);
                    break;
                case "administrativemetadata":
                    about = Administrative(part, about);
                    break;
                case "rightsmetadata":
                    var rights = NewsMl1Metadata.Rights(part, about.Rights ?? new WireRights(), draft, out var usage);
                    rights = rights with { UsageTerms = rights.UsageTerms ?? usage };
                    about = about with { Rights = rights == new WireRights() ? null : rights };
                    break;
                case "descriptivemetadata" or "descriptivemetada":
                    Descriptive(part);
                    break;
                case "newscomponent":
                    about = About(part, about, NewsMl1Shape.Role(part));
                    break;
                case "contentitem" when NewsMl1Shape.IsText(part):
                    about = Text(part, about, role);
                    break;
                case "comment":
                    NewsMl1Components.Comment(part, draft);
                    break;
                case "contentitem" or "role" or "catalog" or "topicset" or "basisforchoice" or "newsitemref" or "newsitem":
                    break;
                default:
                    draft.Dropped.Add(part);
                    break;
            }
        }

        return about;
    }

    private WireMedia Lines(XmlElement lines, WireMedia about)
    {
        foreach (var line in lines.Children)
        {
            if (line.LocalName == "newsline")
            {
                var type = line.Children.FirstOrDefault(child => child.LocalName == "newslinetype")?["formalname"]?.ToLowerInvariant();
                foreach (var words in line.Children.Where(child => child.LocalName == "newslinetext").Select(NewsMl1Draft.Line).OfType<string>())
                {
                    about = NewsMl1Shape.IsCaption(type) && about.Caption is null ? about with { Caption = words } : Dropped($"media.{type ?? "newsline"}", words, about);
                }
            }
            else if (NewsMl1Draft.Line(line) is { } text)
            {
                about = line.LocalName switch
                {
                    "headline" when about.Title is null => about with { Title = text },
                    "creditline" => about with { Credit = text },
                    "byline" when about.Credit is null => about with { Credit = text },
                    "copyrightline" => about with { Rights = (about.Rights ?? new WireRights()) with { Notice = text } },
                    "rightsline" => about with { Rights = (about.Rights ?? new WireRights()) with { UsageTerms = text } },
                    _ when text == about.Title => about,
                    _ => Dropped($"media.{line.LocalName}", text, about),
                };
            }
        }

        return about;
    }

    private WireMedia Administrative(XmlElement metadata, WireMedia about)
    {
        foreach (var part in metadata.Children)
        {
            var names = draft.Topics.Parties(part).Where(name => name != draft.Item.Provider).ToList();
            if (part.LocalName == "creator" && names.Count > 0 && about.Credit is null)
            {
                about = about with { Credit = string.Join(", ", names) };
            }
            else if (part.LocalName == "property")
            {
                draft.Dropped.AddOnce($"media.{part["formalname"]}", draft.Topics.Value(part));
            }
            else
            {
                draft.Dropped.AddOnce($"media.{part.LocalName}", string.Join(", ", names.Where(name => name != about.Credit)));
            }
        }

        return about;
    }

    private void Descriptive(XmlElement metadata)
    {
        foreach (var part in metadata.Children.Where(part => part.LocalName is not ("language" or "catalog") && part["formalname"] is not "GeneratorSoftware"))
        {
            var name = part.LocalName == "property" ? part["formalname"] ?? "property" : part.LocalName;
            var said = part.Children.Count == 0 ? draft.Topics.Value(part) ?? part["formalname"] : string.Join(", ", part.Children.Select(child => child["value"] ?? child["formalname"] ?? child.TextOrNull).OfType<string>());
            draft.Dropped.AddOnce($"media.{name}", said);
        }
    }

    private WireMedia Text(XmlElement content, WireMedia about, string? role)
    {
        var copy = NewsMl1Content.Read(content, draft);
        var text = PlainText.Write(copy.Blocks);
        return role switch
        {
            _ when text.Length == 0 => about,
            "title" or "headline" => about with { Title = about.Title ?? Spaces.Collapse(text) },
            "credit" or "creditline" or "byline" => about with { Credit = about.Credit ?? Spaces.Collapse(text) },
            { } alternative when alternative.StartsWith("alt", StringComparison.Ordinal) => about with { AltText = about.AltText ?? text },
            _ when about.Caption is null => about with { Caption = text },
            _ when about.Caption == text => about,
            _ => Dropped("media.caption", text, about),
        };
    }

    private WireMedia File(Content content, WireMedia about)
    {
        var element = content.Element;
        var href = element["href"];
        var (mime, format) = (NewsMl1Shape.Said(element, "mimetype"), NewsMl1Shape.Said(element, "format"));
        var file = about with
        {
            Href = SafeAddress.File(href, element.Base) ?? href,
            MediaType = mime ?? (format?.Contains('/', StringComparison.Ordinal) == true ? format : Type(format)),
            Kind = NewsMl1Shape.Kind(element),
        };
        foreach (var part in element.Children)
        {
            switch (part.LocalName)
            {
                case "characteristics":
                    file = Characteristics(part, file);
                    break;
                case "datacontent" or "encoding":
                    // The file itself as text: its length says that it was there.
                    draft.Dropped.Add($"media.{part.LocalName}", string.Create(CultureInfo.InvariantCulture, $"{part["notation"]} {part.Length}").Trim());
                    break;
                case "comment":
                    NewsMl1Components.Comment(part, draft);
                    break;
                default:
                    break;
            }
        }

        return file;
    }

    private WireMedia Characteristics(XmlElement characteristics, WireMedia file)
    {
        foreach (var part in characteristics.Children)
        {
            var name = part.LocalName == "sizeinbytes" ? part.LocalName : part["formalname"]?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
            var value = part.LocalName == "sizeinbytes" ? part.TextOrNull : draft.Topics.Value(part);
            file = name switch
            {
                _ when value is null => file,
                "imageuse" => file,
                "sizeinbytes" or "filesize" or "size" when FeedMedia.Number(value) is { } bytes => file with { Bytes = bytes },
                "width" or "pixelwidth" or "imagewidth" or "widthinpixels" when FeedMedia.Number(value) is { } width and <= int.MaxValue => file with { Width = (int)width },
                "height" or "pixelheight" or "imageheight" or "heightinpixels" when FeedMedia.Number(value) is { } height and <= int.MaxValue => file with { Height = (int)height },
                "duration" or "totalduration" or "length" or "playtime" when Seconds(value) is { } seconds => file with { Seconds = seconds },
                _ => Dropped($"characteristics.{part["formalname"] ?? part.LocalName}", value, file),
            };
        }

        return file;
    }

    private static double? Seconds(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds
        : TimeSpan.TryParseExact(value, [@"h\:mm\:ss", @"m\:ss", @"hh\:mm\:ss\.fff"], CultureInfo.InvariantCulture, out var clock) ? clock.TotalSeconds : null;

    /// <summary>The media type of a format that is named and not typed: <c>JPEG Baseline</c>.</summary>
    private static string? Type(string? format) => format?.ToLowerInvariant() switch
    {
        null => null,
        var jpeg when jpeg.Contains("jpeg", StringComparison.Ordinal) || jpeg.Contains("jpg", StringComparison.Ordinal) => "image/jpeg",
        var png when png.StartsWith("png", StringComparison.Ordinal) => "image/png",
        var gif when gif.StartsWith("gif", StringComparison.Ordinal) => "image/gif",
        _ => null,
    };

    private WireMedia Dropped(string name, string? value, WireMedia file)
    {
        draft.Dropped.AddOnce(name, value);
        return file;
    }

    private sealed record Content(XmlElement Element, string? Role);
}
