using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>Which of an item's files are its pictures.</summary>
public static class MediaChoice
{
    /// <summary>
    /// One file a picture: the largest of its sizes, never a thumbnail where there is another; without those that stand in the body already.
    /// </summary>
    public static IReadOnlyList<WireMedia> Pictures(WireItem item)
    {
        var inBody = item.Body.OfType<WirePicture>().Select(picture => Name(picture.Media)).ToHashSet(StringComparer.Ordinal);
        var inBodyCaptions = item.Body.OfType<WirePicture>().Select(picture => picture.Media.Caption).Where(caption => caption is { Length: > 0 }).ToHashSet();
        return [.. item.Media
            .Where(IsPicture)
            .GroupBy(media => media.Guid ?? media.Caption ?? media.Href ?? "", StringComparer.Ordinal)
            .Where(sizes => !sizes.Any(media => inBody.Contains(Name(media)) || (media.Caption is { Length: > 0 } caption && inBodyCaptions.Contains(caption))))
            .Select(sizes => sizes.OrderBy(media => IsThumbnail(media) ? 1 : 0).ThenByDescending(media => media.Width ?? 0).First())];
    }

    /// <summary>Every picture that the item shows, those in the body among them.</summary>
    public static IEnumerable<WireMedia> All(WireItem item) => item.Body.OfType<WirePicture>().Select(picture => picture.Media).Concat(Pictures(item));

    private static bool IsPicture(WireMedia media) =>
        media.Kind is "picture" or "graphic"
        || (media.Kind is null && (media.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ?? HasPictureEnding(media.Href)));

    private static bool IsThumbnail(WireMedia media) => media.Role.Contains("thumb", StringComparison.OrdinalIgnoreCase) || media.Role is "preview" or "icon";

    private static bool HasPictureEnding(string? href) =>
        href is not null && Path.GetExtension(href.Split('?', '#')[0]).ToLowerInvariant() is (".jpg" or ".jpeg" or ".png" or ".webp" or ".gif" or ".avif");

    // The same picture is often named once in the body and once as the item's own, with other parameters: the path tells.
    private static string Name(WireMedia media) => media.Href?.Split('?', '#')[0] ?? media.Guid ?? "";
}
