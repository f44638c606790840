using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>
/// Reads the groups of a package from its root group on (NewsML-G2 2.35, groupSet): each reference is a link or a file with the role
/// of its group as its relation. How groups stand within each other is dropped visibly.
/// </summary>
internal static class NewsMlG2Package
{
    /// <summary>Role of what stands in a group that has none.</summary>
    private const string NoRole = "group";

    internal static void Read(XmlElement set, NewsMlG2Draft draft)
    {
        var groups = new Dictionary<string, XmlElement>(StringComparer.Ordinal);
        foreach (var group in set.All("group").Where(group => group["id"] is not null))
        {
            groups.TryAdd(group["id"]!, group);
        }

        var seen = new HashSet<XmlElement>();
        if (set["root"] is { } first && groups.TryGetValue(first, out var root))
        {
            Group(root, groups, seen, draft, 0);
        }

        foreach (var group in set.All("group"))
        {
            Group(group, groups, seen, draft, 0);
        }

        draft.DropChildren(set, "group");
    }

    /// <summary>A reference that stands in no group, as some senders have it.</summary>
    internal static void Loose(XmlElement reference, NewsMlG2Draft draft) => NewsMlG2Links.Take(reference, NoRole, draft);

    private static void Group(XmlElement group, Dictionary<string, XmlElement> groups, HashSet<XmlElement> seen, NewsMlG2Draft draft, int depth)
    {
        if (!seen.Add(group) || depth > XmlPull.Deepest)
        {
            return;
        }

        var role = Role(group, draft);
        draft.Drop("group.mode", draft.Codes.Word(group, "mode") is { } mode ? $"{role} {mode}" : null);
        var inner = new List<XmlElement>();
        foreach (var child in group.Children)
        {
            switch (child.Name)
            {
                case "itemref" or "conceptref":
                    NewsMlG2Links.Take(child, role, draft);
                    break;
                case "groupref":
                    if (child["idref"] is { } id && groups.TryGetValue(id, out var other))
                    {
                        inner.Add(other);
                        draft.Drop("group.holds", $"{role} {Role(other, draft)}");
                    }

                    break;
                case "title" when NewsMlG2Text.Line(child) is { } title:
                    draft.Drop("group.title", $"{role} {title}");
                    break;
                default:
                    draft.Drop(child);
                    break;
            }
        }

        foreach (var within in inner)
        {
            Group(within, groups, seen, draft, depth + 1);
        }
    }

    private static string Role(XmlElement group, NewsMlG2Draft draft) => (group["role"] ?? group["roleuri"]) is { } sent ? draft.Codes.Bare(sent) : group["id"] ?? NoRole;
}
