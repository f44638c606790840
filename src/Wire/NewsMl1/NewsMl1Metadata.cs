using Wireroom.Wire.Dates;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Reads who made a component, and who may use it (NewsML 1.2, section 5.7.4, AdministrativeMetadata and RightsMetadata).</summary>
internal static class NewsMl1Metadata
{
    internal static void Administrative(XmlElement metadata, NewsMl1Draft draft)
    {
        foreach (var element in metadata.Children)
        {
            switch (element.LocalName)
            {
                case "provider":
                    foreach (var provider in draft.Topics.Parties(element))
                    {
                        draft.Dropped.AddOnce("provider", draft.Item.Provider is null || draft.Item.Provider == provider ? null : provider);
                        draft.Item = draft.Item with { Provider = draft.Item.Provider ?? provider };
                    }

                    break;
                case "creator" or "author":
                    draft.Creators.AddRange(draft.Topics.Parties(element));
                    break;
                case "source":
                    draft.Sources.AddRange(draft.Topics.Parties(element));
                    if (element["newsitem"] is { } item)
                    {
                        draft.Links.Add(new WireLink("source", item));
                    }

                    break;
                case "contributor":
                    foreach (var party in element.Children.Where(child => child.LocalName == "party"))
                    {
                        var role = party.Children.FirstOrDefault(child => child.LocalName == "property" && child["formalname"] is "Role" or "Function");
                        draft.Dropped.AddOnce(role?["value"] is { } function ? $"contributor.{function}" : "contributor", party["formalname"]);
                    }

                    break;
                case "property":
                    Property(element, draft);
                    break;
                case "catalog":
                    break;
                default:
                    draft.Dropped.AddOnce(element.LocalName, element.TextOrNull ?? element["formalname"]);
                    break;
            }
        }
    }

    private static void Property(XmlElement property, NewsMl1Draft draft)
    {
        var value = draft.Topics.Value(property);
        switch (property["formalname"]?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())
        {
            case "editorialinfo" or "editorialnote" or "ednote" or "specialinstructions" or "instructions" or "note" when value is not null:
                draft.Notes.Add(value);
                break;
            case "priority" when value is not null && draft.Item.Priority is null:
                draft.Item = draft.Item with { Priority = value };
                break;
            case { } embargo when embargo.Contains("embargo", StringComparison.Ordinal) && value is not null && value is not ("no" or "false" or "0" or "none"):
                draft.IsEmbargoed = true;
                draft.EmbargoWords ??= value;
                break;
            default:
                NewsMl1Descriptive.Property(property, draft, "administrativemetadata");
                break;
        }
    }

    /// <summary>The rights with those added that the element says; <paramref name="usage"/> is what its usage rights allow, in words.</summary>
    internal static WireRights Rights(XmlElement metadata, WireRights rights, NewsMl1Draft draft, out string? usage)
    {
        var terms = new List<string>();
        foreach (var group in metadata.Children)
        {
            foreach (var part in group.Children.Count == 0 ? [group] : group.Children)
            {
                var text = NewsMl1Draft.Line(part);
                switch (part.LocalName)
                {
                    case "copyrightholder" or "rightsholder" when rights.Holder is null || rights.Holder == text:
                        rights = rights with { Holder = text };
                        break;
                    case "usagetype" or "limitations" when text is not null:
                        terms.Add(text);
                        break;
                    case "enddate" when rights.Expires is null && WireDates.Instant(text) is { } end:
                        rights = rights with { Expires = end };
                        break;
                    case "catalog":
                        break;
                    case "property":
                        NewsMl1Descriptive.Property(part, draft, "rightsmetadata");
                        break;
                    default:
                        draft.Dropped.AddOnce(part.LocalName, text);
                        break;
                }
            }
        }

        usage = terms.Count == 0 ? null : string.Join("; ", terms.Distinct(StringComparer.Ordinal));
        return rights;
    }
}
