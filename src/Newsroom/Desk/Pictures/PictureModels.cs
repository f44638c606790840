using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Storage;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Pictures;

/// <summary>The library's page.</summary>
public sealed record LibraryModel(FrameModel Frame, PictureFilter Filter, IReadOnlyList<LibraryPicture> Pictures)
{
    /// <summary>First day, as typed.</summary>
    public required string From { get; init; }

    /// <summary>Last day, as typed.</summary>
    public required string Until { get; init; }

    /// <summary>The address of the page of older pictures, or null.</summary>
    public required string? Older { get; init; }

    /// <summary>True where anything is asked for.</summary>
    public bool IsNarrowed => Filter with { After = "" } != new PictureFilter();
}

/// <summary>A picture's page.</summary>
public sealed record PictureModel(FrameModel Frame, LibraryPicture Picture)
{
    /// <summary>The stories that have it.</summary>
    public required IReadOnlyList<PictureUse> Uses { get; init; }

    /// <summary>Stories that it may be put in.</summary>
    public required IReadOnlyList<QueueRow> Stories { get; init; }

    /// <summary>Names of sections and sources.</summary>
    public required QueueNames Names { get; init; }

    /// <summary>What was wrong, or empty.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Its address.</summary>
    public string Address => $"/desk/picture/{Picture.Stored.File}";

    /// <summary>The address of a rendition on the desk, in WebP and as near to that width as there is one.</summary>
    public string Rendition(PictureShape shape, int width) => PictureWords.Rendition(Picture, shape, width);
}

/// <summary>How pictures are named and shown on the desk.</summary>
public static class PictureWords
{
    /// <summary>A right at a glance: its badge and its words.</summary>
    public static (string Badge, string Words) Of(PictureRight right) => right switch
    {
        PictureRight.Good => ("approved", "free to use"),
        PictureRight.Terms => ("embargo", "terms"),
        PictureRight.Unknown => ("urgent", "rights unknown"),
        PictureRight.Expired => ("flash", "rights ended"),
        PictureRight.Barred => ("flash", "out of use"),
        _ => ("flash", "refused"),
    };

    /// <summary>What a picture is called.</summary>
    public static string Title(LibraryPicture picture) =>
        picture.Facts.Headline.Length > 0 ? picture.Facts.Headline : picture.Facts.Caption.Length > 0 ? picture.Facts.Caption : picture.Facts.AltText.Length > 0 ? picture.Facts.AltText : "No caption";

    /// <summary>The address of a rendition on the desk.</summary>
    public static string Rendition(LibraryPicture picture, PictureShape shape, int width)
    {
        var widths = Shapes.WidthsOf(shape, picture.Stored.Width, picture.Stored.Height);
        var one = new Rendition(shape, widths.FirstOrDefault(known => known >= width, widths[^1]), picture.Focus, "webp");
        return "/desk" + StoryAddress.OfPicture(picture.Stored.File, one);
    }

    /// <summary>The address of a picture of a story on the desk, whole.</summary>
    public static string Rendition(Picture picture, int width)
    {
        if (picture is not { Width: > 0, Height: > 0 })
            return "/desk" + StoryAddress.OfPicture(picture.File);
        var widths = Shapes.WidthsOf(PictureShape.Full, picture.Width, picture.Height);
        return "/desk" + StoryAddress.OfPicture(picture.File, new Rendition(PictureShape.Full, widths.FirstOrDefault(known => known >= width, widths[^1]), picture.Focus, "webp"));
    }
}
