using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>
/// A creator of the content (NewsML-G2 2.35, creator). Where no byline is printed, the names of those who wrote or took it are the
/// byline; it is marked as guessed unless the sender gave them that role. An agency is no byline.
/// </summary>
internal sealed record NewsMlG2Creator(string Name, string? Role, string? Scheme, bool IsPerson, bool IsOrganisation)
{
    internal static void Take(XmlElement element, NewsMlG2Draft draft)
    {
        var kind = draft.Concepts.Kind(element);
        if (draft.Concepts.Party(element, kind == NewsMlG2ConceptKind.Organisation) is not { } name)
        {
            return;
        }

        draft.Creators.Add(new NewsMlG2Creator(
            name,
            draft.Codes.Word(element, "role"),
            element["qcode"] is null ? null : draft.Codes.Of(element).Scheme,
            kind == NewsMlG2ConceptKind.Person || element["jobtitle"] is not null,
            kind == NewsMlG2ConceptKind.Organisation || (element.Child("name") is null && element["literal"] is null)));
        draft.DropChildren(element, "name");
    }

    internal static void Settle(NewsMlG2Draft draft)
    {
        if (draft.Item.Byline is null)
        {
            var authors = draft.Creators.Where(creator => creator.IsAuthor).ToList();
            var found = authors.Count > 0 ? authors : [.. draft.Creators.Where(creator => creator.MayBeAuthor(draft))];
            if (found.Count > 0)
            {
                draft.Item = draft.Item with { Byline = string.Join(", ", found.Select(creator => creator.Name).Distinct(StringComparer.Ordinal)) };
                if (authors.Count == 0)
                {
                    draft.Guessed.Add("byline");
                }

                draft.Creators.RemoveAll(found.Contains);
            }
        }

        foreach (var creator in draft.Creators)
        {
            draft.Drop(creator.Role is null ? "creator" : $"creator.{creator.Role}", creator.Name);
        }
    }

    private bool IsAuthor => Role is not null && !IsOrganisation && (Role.StartsWith("photog", StringComparison.Ordinal) || Role is "author" or "writer" or "reporter" or "byline" or "journalist" or "correspondent" or "illustrator" or "artist");

    /// <summary>A person by type, or a name of two words and more that is no party of the item's otherwise, nor of a scheme of such parties.</summary>
    private bool MayBeAuthor(NewsMlG2Draft draft) =>
        draft.Item.Kind != "package" && !IsOrganisation && Role is null && (IsPerson || Name.Contains(' ', StringComparison.Ordinal)) && (Scheme is null || !draft.PartySchemes.Contains(Scheme))
        && Name != draft.Item.Provider && Name != draft.Rights.Holder && Name != draft.Item.Credit && !draft.Sources.Contains(Name);
}
