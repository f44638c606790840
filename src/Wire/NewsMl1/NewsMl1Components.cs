using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>
/// Reads the components of an item (NewsML 1.2, section 5.7): those with copy are the story; those with files only are its
/// pictures, or, where there is no copy, the item itself.
/// </summary>
internal sealed class NewsMl1Components(NewsMl1Draft draft, XmlElement? telling)
{
    private readonly Queue<XmlElement> captions = new();
    private readonly HashSet<string> copies = new(StringComparer.Ordinal);

    internal void Read(IReadOnlyList<XmlElement> components)
    {
        var hasCopy = components.Any(NewsMl1Shape.HasCopy);
        foreach (var component in components)
        {
            if (!hasCopy && NewsMl1Shape.HasFiles(component))
            {
                draft.IsOfFiles = true;
                Files(component);
            }
            else
            {
                Story(component, isMain: true);
            }
        }

        Orphans();
        if (draft.Item.Kind == "text" && draft.Body.Count == 0 && draft.Media.Count == 0 && draft.Links.Exists(link => link.Relation == "contains"))
        {
            draft.Item = draft.Item with { Kind = "package" };
        }
    }

    /// <summary>A comment is for editors where it says so, and otherwise shown with what was dropped.</summary>
    internal static void Comment(XmlElement comment, NewsMl1Draft draft)
    {
        if (NewsMl1Draft.Line(comment) is not { } text)
        {
            return;
        }

        if ((comment["formalname"] ?? comment["type"])?.Contains("note", StringComparison.OrdinalIgnoreCase) == true)
        {
            draft.Notes.Add(text);
        }
        else
        {
            draft.Dropped.Add(comment["formalname"] is { } name ? $"comment.{name}" : "comment", text);
        }
    }

    private void Story(XmlElement component, bool isMain)
    {
        foreach (var part in component.Children)
        {
            if (!Describes(part, component, isMain))
            {
                Holds(part, component, isMain);
            }
        }

        if (NewsMl1Shape.HasCopy(component) && (component == telling || component.Children.Any(child => child.LocalName == "contentitem")))
        {
            draft.Item = draft.Item with { Language = draft.Item.Language ?? component.Language };
        }

        Content(component, isMain);
    }

    /// <summary>What is said of a component.</summary>
    private bool Describes(XmlElement part, XmlElement component, bool isMain)
    {
        switch (part.LocalName)
        {
            case "role" or "basisforchoice" or "catalog" or "topicset":
                // Said of the structure, not of the news; topics were read before.
                return true;
            case "newslines":
                if (telling is not null && Holds(component, telling) && !string.Equals(component.Language, telling.Language, StringComparison.OrdinalIgnoreCase))
                {
                    // In the language of another telling, where they are read.
                    return true;
                }

                if (isMain)
                {
                    NewsMl1Lines.Read(part, draft);
                }
                else
                {
                    Aside(part, component);
                }

                return true;
            case "administrativemetadata":
                NewsMl1Metadata.Administrative(part, draft);
                return true;
            case "rightsmetadata":
                draft.Rights = NewsMl1Metadata.Rights(part, draft.Rights, draft, out var usage);
                draft.Usage ??= usage;
                return true;
            case "descriptivemetadata" or "descriptivemetada":
                NewsMl1Descriptive.Read(part, draft);
                return true;
            case "comment":
                Comment(part, draft);
                return true;
            default:
                return false;
        }
    }

    private void Holds(XmlElement part, XmlElement component, bool isMain)
    {
        switch (part.LocalName)
        {
            case "newscomponent" or "contentitem":
                // Read in the order of their importance, below.
                break;
            case "newsitemref" when (part["newsitem"] ?? part["href"]) is { } reference:
                draft.Links.Add(new WireLink(NewsMl1Shape.Relation(component) is { } role and not "main" && !isMain ? role : "contains", reference, null, part.Children.FirstOrDefault(child => child.LocalName == "comment") is { } comment ? NewsMl1Draft.Line(comment) : isMain ? null : Headline(component)));
                break;
            case "newsitem":
                draft.Links.Add(new WireLink("contains", part.Descendants().FirstOrDefault(child => child.LocalName == "publicidentifier")?.TextOrNull));
                break;
            case "metadata":
                var type = part.Children.FirstOrDefault(child => child.LocalName == "metadatatype")?["formalname"] ?? "metadata";
                foreach (var property in part.Children.Where(child => child.LocalName == "property"))
                {
                    NewsMl1Descriptive.Property(property, draft, type);
                }

                break;
            case "item_keywords" or "keywords":
                foreach (var keyword in part.Children.Count == 0 ? [part] : part.Children)
                {
                    draft.Keyword(keyword.Text);
                }

                break;
            default:
                draft.Dropped.Add(part);
                break;
        }
    }

    /// <summary>The content and components within: copy in its order, equivalents once, files beside it.</summary>
    private void Content(XmlElement component, bool isMain)
    {
        var texts = component.Children.Where(child => child.LocalName == "contentitem" && NewsMl1Shape.IsText(child)).ToList();
        var files = NewsMl1Shape.OwnFiles(component).ToList();
        var isToldApart = Holds(component, telling);
        var within = component.Children.Where(child => child.LocalName == "newscomponent" && (child == telling || !isToldApart || !NewsMl1Shape.HasCopy(child))).ToList();
        if (component["equivalentslist"] == "yes")
        {
            texts = Best(texts, NewsMl1Content.Rank);
            var copies = Best(within.Where(NewsMl1Shape.HasCopy).ToList(), child => child.Descendants().Where(content => content.LocalName == "contentitem").Select(NewsMl1Content.Rank).DefaultIfEmpty().Max());
            within = [.. within.Where(child => !NewsMl1Shape.HasCopy(child) || copies.Contains(child))];
        }

        if (files.Count > 0)
        {
            new NewsMl1Files(draft).Read(component, files, texts);
        }
        else
        {
            foreach (var text in texts)
            {
                Copy(text, NewsMl1Shape.Role(component), isMain);
            }
        }

        var mains = within.Where(NewsMl1Shape.HasCopy).ToList();
        foreach (var child in mains)
        {
            Story(child, isMain && (mains.Count == 1 || !IsAside(child)));
        }

        var beside = within.Where(child => !NewsMl1Shape.HasCopy(child)).ToList();
        foreach (var caption in beside.Where(IsCaption))
        {
            captions.Enqueue(caption);
        }

        var groups = beside.Where(NewsMl1Shape.HasFiles).ToList();
        Groups(groups);
        foreach (var child in beside.Where(child => !NewsMl1Shape.HasFiles(child) && !IsCaption(child)))
        {
            Story(child, isMain: false);
        }
    }

    /// <summary>Sizes of one file stand beside each other as well as different files do: the former differ in nothing but their role.</summary>
    private void Groups(List<XmlElement> groups)
    {
        if (groups.Count > 1 && groups.TrueForAll(child => NewsMl1Shape.IsRendition(NewsMl1Shape.Role(child)) && !NewsMl1Files.SaysMore(child)) && groups.Select(NewsMl1Shape.Role).Distinct().Count() == groups.Count)
        {
            new NewsMl1Files(draft).Read(groups, Take(1));
            return;
        }

        var own = groups.Count == captions.Count ? 1 : 0;
        var shared = own == 0 && captions.Count == 1 && groups.Count > 0 ? Take(1) : [];
        foreach (var group in groups)
        {
            new NewsMl1Files(draft).Read([group], own == 1 ? Take(1) : shared);
        }
    }

    private List<XmlElement> Take(int count)
    {
        var taken = new List<XmlElement>();
        while (taken.Count < count && captions.TryDequeue(out var caption))
        {
            taken.Add(caption);
        }

        return taken;
    }

    /// <summary>An item of files: what is said of the component is said of the item.</summary>
    private void Files(XmlElement component)
    {
        foreach (var part in component.Children)
        {
            if (!Describes(part, component, isMain: true))
            {
                Holds(part, component, isMain: true);
            }
        }

        draft.Item = draft.Item with { Language = draft.Item.Language ?? component.Language };
        new NewsMl1Files(draft).Own(component);
        foreach (var child in component.Children.Where(child => child.LocalName == "newscomponent" && !NewsMl1Shape.HasFiles(child) && child.Children.Any(part => part.LocalName is "newsitemref" or "newsitem")))
        {
            Story(child, isMain: false);
        }
    }

    private void Copy(XmlElement content, string? role, bool isMain)
    {
        var copy = NewsMl1Content.Read(content, draft);
        var text = PlainText.Write(copy.Blocks);
        role = NewsMl1Shape.Said(content, "mimetype")?.EndsWith("/css", StringComparison.OrdinalIgnoreCase) == true ? "stylesheet" : role;
        switch (role)
        {
            case var _ when NewsMl1Shape.IsCaption(role):
                draft.Dropped.Add("caption", text);
                break;
            case "title" or "headline" or "head":
                draft.Headline(Spaces.Collapse(text) is { Length: > 0 } title ? title : null, "main", null);
                break;
            case "subtitle" or "subhead" or "subheadline":
                draft.Headline(Spaces.Collapse(text) is { Length: > 0 } subtitle ? subtitle : null, "subtitle", null);
                break;
            case "lead" or "abstract" or "summary" or "teaser" or "standfirst" or "intro" or "introduction" or "description" or "lede":
                draft.Standfirst(text);
                break;
            case "note" or "editorialnote" or "editorsnote" or "ednote" or "advisory" when text.Length > 0:
                draft.Notes.Add(text);
                break;
            case "stylesheet" or "style" or "css" or "tweet" or "tweettext" or "sms" or "smstext" or "socialtext" or "contact" or "contacts":
                // Beside the copy: how it looks, where else it is told, whom to ask.
                draft.Dropped.Add($"component.{role}", text);
                break;
            case "byline":
                draft.Byline(Spaces.Collapse(text) is { Length: > 0 } byline ? byline : null);
                break;
            default:
                NewsMl1Nitf.Merge(copy.Nitf, draft);
                // The same copy once more in another format is no more copy.
                if (!isMain || text.Length == 0 || copies.Add(string.Concat(text.Where(char.IsLetterOrDigit))))
                {
                    draft.Body.AddRange(copy.Blocks);
                }

                break;
        }
    }

    /// <summary>A story beside the main one: its headline is a heading within the copy.</summary>
    private void Aside(XmlElement lines, XmlElement component)
    {
        foreach (var line in lines.Children)
        {
            if (line.LocalName == "headline" && NewsMl1Draft.Line(line) is { } heading && NewsMl1Shape.HasCopy(component))
            {
                draft.Body.Add(new WireHeading([new WireRun(heading)]));
            }
            else if (line.LocalName == "headline" && component.Children.Any(child => child.LocalName == "newsitemref"))
            {
                // The title of what is referred to.
            }
            else if (NewsMl1Draft.Line(line) is { } text && draft.Headlines.All(headline => headline.Text != text))
            {
                draft.Dropped.AddOnce($"{NewsMl1Shape.Role(component) ?? "newscomponent"}.{line.LocalName}", text);
            }
        }
    }

    private static string? Headline(XmlElement component) => component.Children.Where(child => child.LocalName == "newslines").SelectMany(child => child.Children).FirstOrDefault(line => line.LocalName == "headline") is { } headline ? NewsMl1Draft.Line(headline) : null;

    private static bool Holds(XmlElement component, XmlElement? telling) => telling is not null && component.Children.Contains(telling);

    /// <summary>Words of a file that stand beside it.</summary>
    private static bool IsCaption(XmlElement component) => NewsMl1Shape.IsCaption(NewsMl1Shape.Role(component)) && !NewsMl1Shape.HasFiles(component);

    private static bool IsAside(XmlElement component) => NewsMl1Shape.Role(component) is "supporting" or "supplementary" or "related" or "background" or "sidebar" or "additional" or "factbox" or "box" or "infobox" or "chronology" or "quote" or "quotes" or "aside";

    private List<XmlElement> Best(List<XmlElement> equivalents, Func<XmlElement, int> rank)
    {
        if (equivalents.Count < 2)
        {
            return equivalents;
        }

        var best = equivalents.MaxBy(rank)!;
        foreach (var other in equivalents.Where(other => other != best))
        {
            draft.Dropped.Add("equivalent", Spaces.Collapse(other.RawText));
        }

        return [best];
    }

    /// <summary>Captions of which there is no file in the document.</summary>
    private void Orphans()
    {
        foreach (var caption in captions)
        {
            foreach (var content in caption.Descendants().Where(child => child.LocalName == "contentitem"))
            {
                draft.Dropped.Add("caption", PlainText.Write(NewsMl1Content.Read(content, draft).Blocks));
            }
        }
    }
}
