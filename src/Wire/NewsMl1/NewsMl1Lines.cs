using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;
using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Reads the lines that are meant to be printed (NewsML 1.2, section 5.10).</summary>
internal static class NewsMl1Lines
{
    internal static void Read(XmlElement lines, NewsMl1Draft draft)
    {
        var hasByline = lines.Children.Any(line => line.LocalName == "byline" && line.TextOrNull is not null);
        foreach (var line in lines.Children)
        {
            if (line.LocalName == "newsline")
            {
                Typed(line, draft);
            }
            else if (NewsMl1Draft.Line(line) is { } text)
            {
                One(line, text, hasByline, draft);
            }
        }
    }

    private static void One(XmlElement line, string text, bool hasByline, NewsMl1Draft draft)
    {
        var item = draft.Item;
        switch (line.LocalName)
        {
            case "headline":
                draft.Headline(text, "main", line["xml:lang"]);
                break;
            case "subheadline":
                draft.Headline(text, "subtitle", line["xml:lang"]);
                break;
            case "byline":
                draft.Byline(text);
                break;
            case "bylinetitle" when !hasByline && item.Byline is null:
                draft.Byline(text);
                break;
            case "dateline" when item.Dateline is null:
                draft.Item = item with { Dateline = text };
                break;
            case "creditline":
                draft.Item = item with { Credit = draft.Joined("creditline", item.Credit, text, ", ") };
                break;
            case "copyrightline" when draft.Rights.Notice is null:
                draft.Rights = draft.Rights with { Notice = text };
                break;
            case "rightsline":
                draft.Rights = draft.Rights with { UsageTerms = draft.Joined("rightsline", draft.Rights.UsageTerms, text, "\n") };
                break;
            case "slugline" when item.Slugline is null:
                draft.Item = item with { Slugline = text };
                break;
            case "keywordline":
                draft.Keyword(text);
                break;
            case "morelink" or "link" when SafeAddress.Link(text, line.Base) is { } link && item.Link is null:
                draft.Item = item with { Link = link };
                break;
            case var name when !IsSaid(name, text, draft):
                draft.Dropped.AddOnce(name, text);
                break;
        }
    }

    private static bool IsSaid(string name, string text, NewsMl1Draft draft) => name switch
    {
        "dateline" => draft.Item.Dateline == text,
        "slugline" => draft.Item.Slugline == text,
        "copyrightline" => draft.Rights.Notice == text,
        _ => false,
    };

    /// <summary>A line of a type that its sender named (NewsML 1.2, NewsLine).</summary>
    private static void Typed(XmlElement newsLine, NewsMl1Draft draft)
    {
        var type = newsLine.Children.FirstOrDefault(child => child.LocalName == "newslinetype")?["formalname"];
        var key = (type ?? "").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        foreach (var line in newsLine.Children.Where(child => child.LocalName != "newslinetype"))
        {
            if (NewsMl1Draft.Line(line) is not { } text)
            {
                continue;
            }

            if (line.LocalName != "newslinetext")
            {
                One(line, text, hasByline: false, draft);
            }
            else
            {
                Typed(key, type, text, line, draft);
            }
        }
    }

    private static void Typed(string key, string? type, string text, XmlElement line, NewsMl1Draft draft)
    {
        switch (key)
        {
            case var embargo when embargo.Contains("embargo", StringComparison.Ordinal) || embargo is "sperrfrist":
                draft.IsEmbargoed = true;
                draft.EmbargoWords ??= text;
                draft.Notes.Add(text);
                break;
            case "ednote":
                // The writer's own: nothing is read out of it.
                draft.Notes.Add(text);
                break;
            case var headline when headline.StartsWith("headline:", StringComparison.Ordinal):
                draft.Headline(text, type!.Trim()["headline:".Length..], line["xml:lang"]);
                break;
            case var note when note.StartsWith("advisory", StringComparison.Ordinal) || note.Contains("note", StringComparison.Ordinal) || note is "editorialline" or "editorline" or "instruction" or "instructions" or "specialinstructions" or "correctionline" or "edmsg":
                Note(text, draft);
                break;
            case "link" or "url" or "morelink" when SafeAddress.Link(text, line.Base) is { } link && draft.Item.Link is null:
                draft.Item = draft.Item with { Link = link };
                break;
            case "summary" or "abstract" or "lead" or "teaser" or "standfirst" or "intro" or "description" or "summaryline":
                draft.Standfirst(text);
                break;
            case var caption when draft.IsOfFiles && NewsMl1Shape.IsCaption(caption):
                draft.Standfirst(text);
                break;
            case "catchword" or "catchline" or "stichwort" or "slug" or "slugline" when draft.Catchword is null:
                draft.Catchword = text;
                break;
            case "headline" or "title" or "subheadline" or "subtitle" or "shortheadline" or "kicker" or "overline":
                draft.Headline(text, key switch { "headline" or "title" => "main", "subheadline" or "subtitle" => "subtitle", "shortheadline" => "short", _ => key }, line["xml:lang"]);
                break;
            case "byline" or "author":
                draft.Byline(text);
                break;
            case "keyword" or "keywords" or "keywordline":
                draft.Keyword(text);
                break;
            case "location" or "place" when draft.Item.Located is null:
                draft.Item = draft.Item with { Located = new WirePlace(text) };
                break;
            case "genre" when draft.Genres.Count == 0:
                draft.Genres.Add(new WireSubject(text));
                break;
            default:
                draft.Dropped.AddOnce(type is null ? "newsline" : $"newsline.{type}", text);
                break;
        }
    }

    /// <summary>A note to editors; one that begins with the word of a correction or kill is one.</summary>
    private static void Note(string text, NewsMl1Draft draft)
    {
        draft.Notes.Add(text);
        if (NitfEmbargo.IsSaidIn(text) && LineEmbargo.Of(text) is { } embargo)
        {
            draft.IsEmbargoed = true;
            draft.EmbargoWords ??= embargo.AsSent;
        }

        if (SignalWords.OfChange(text) is { } change)
        {
            draft.Signal(change);
        }

        var first = text.Split([' ', ':', ',', '.', '-', '\u2013'], 2)[0];
        if ((SignalWords.OfLine(text) ?? SignalWords.OfLine(first)) is WireSignal.Correction or WireSignal.Withdrawal)
        {
            draft.Signal((SignalWords.OfLine(text) ?? SignalWords.OfLine(first))!.Value);
        }
    }
}
