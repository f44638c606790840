using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;
using Wireroom.Wire.PhotoMetadata;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>What a picture says of itself (IPTC, XMP, EXIF), and where it is silent, what its wire says of it, as the library keeps it.</summary>
public static class TranslatePicture
{
    /// <summary>The facts of a picture.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="media">What the wire says of it; null where it came without one.</param>
    /// <param name="source">Slug of the source, or empty.</param>
    public static PictureFacts FactsOf(ReadOnlyMemory<byte> bytes, WireMedia? media, string source)
    {
        if (PictureMetadata.ItemOf(bytes) is not { } item)
            return new PictureFacts { Caption = media?.Caption ?? "", AltText = media?.AltText ?? "", Credit = media?.Credit ?? "", Rights = TranslateRights.Of(media?.Rights), Source = source };
        return new PictureFacts
        {
            Headline = Line(item.Headline ?? media?.Title),
            Caption = Line(media?.Caption ?? item.Standfirst),
            AltText = Line(media?.AltText ?? item.Media[0].AltText),
            Credit = Line(media?.Credit ?? item.Credit),
            Byline = Line(item.Byline),
            Place = string.Join(", ", item.Places.Select(place => place.Name).Concat(item.Places.Select(place => place.Country)).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal)),
            People = [.. item.People.Select(person => Line(person.Name)).Where(name => name.Length > 0)],
            Keywords = [.. item.Subjects.Select(subject => Line(subject.Name)).Concat(item.Keywords.Select(Line)).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            TakenAt = item.Created?.Instant,
            Rights = RightsOf(TranslateRights.Of(media?.Rights), TranslateRights.Of(item.Rights), item.Links.FirstOrDefault(link => link.Relation == "rights")?.Href ?? ""),
            Source = source,
        };
    }

    /// <summary>The media as its document said it, and where that is silent, as the file says itself.</summary>
    public static WireMedia Complete(WireMedia media, PictureFacts facts) => media with
    {
        Caption = media.Caption ?? Said(facts.Caption),
        AltText = media.AltText ?? Said(facts.AltText),
        Credit = media.Credit ?? Said(facts.Credit) ?? Said(facts.Byline),
        Rights = media.Rights ?? (facts.Rights is { } rights ? new WireRights(Said(rights.UsageTerms), Said(rights.Holder), Said(rights.Notice), rights.Expires) : null),
    };

    /// <summary>What the wire says of the rights counts before the file, field by field; neither can prolong the other.</summary>
    private static Rights? RightsOf(Rights? sent, Rights? own, string licence)
    {
        var rights = new Rights(
            First(sent?.UsageTerms, own?.UsageTerms), First(sent?.Holder, own?.Holder), First(sent?.Notice, own?.Notice),
            new[] { sent?.Expires, own?.Expires }.Where(end => end is not null).Min(), licence);
        return rights == new Rights() ? null : rights;

        static string First(string? one, string? other) => one is { Length: > 0 } ? one : other ?? "";
    }

    private static string Line(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Said(string text) => text.Length > 0 ? text : null;
}
