using System.Globalization;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper.Pictures;

/// <summary>A place where pictures stand on a page: the shape it wants, and how wide it is on which screen (the <c>sizes</c> of HTML).</summary>
public sealed record PicturePlace(PictureShape Shape, string Sizes)
{
    /// <summary>In a story: the whole width of its column.</summary>
    public static PicturePlace Story { get; } = new(PictureShape.Full, "(min-width: 688px) 640px, calc(100vw - 32px)");

    /// <summary>The lead of a front.</summary>
    public static PicturePlace Lead { get; } = new(PictureShape.Wide, "(min-width: 1236px) 515px, (min-width: 1140px) 42vw, (min-width: 980px) calc(100vw - 380px), calc(100vw - 32px)");

    /// <summary>A second story of a front, and the first of a block.</summary>
    public static PicturePlace Second { get; } = new(PictureShape.Wide, "(min-width: 1140px) 270px, (min-width: 740px) 45vw, calc(100vw - 32px)");

    /// <summary>A row of a list.</summary>
    public static PicturePlace Row { get; } = new(PictureShape.Square, "96px");

    /// <summary>A story of the rail.</summary>
    public static PicturePlace Rail { get; } = new(PictureShape.Square, "64px");

    /// <summary>A picture of a gallery's sheet.</summary>
    public static PicturePlace Sheet { get; } = new(PictureShape.Tall, "(min-width: 740px) 120px, 22vw");

    /// <summary>Where the page is shared.</summary>
    public static PicturePlace Card { get; } = new(PictureShape.Card, "");

    /// <summary>The candidates for a picture in this place, as the <c>srcset</c> of HTML.</summary>
    public string SourcesOf(Picture picture, string ending) => string.Join(", ", Widths(picture).Select(width => string.Create(
        CultureInfo.InvariantCulture, $"{StoryAddress.OfPicture(picture.File, new Rendition(Shape, width, picture.Focus, ending))} {width}w")));

    /// <summary>The one for programs that know neither AVIF nor WebP: of middling width; a card is as wide as it goes.</summary>
    public string PlainOf(Picture picture)
    {
        var widths = Widths(picture);
        var width = Shape is PictureShape.Card ? widths[^1] : widths.LastOrDefault(width => width <= 800, widths[0]);
        return StoryAddress.OfPicture(picture.File, new Rendition(Shape, width, picture.Focus, "jpg"));
    }

    /// <summary>Width and height of the picture in this place, in pixels of its largest rendition.</summary>
    public (int Width, int Height) SizeOf(Picture picture)
    {
        var width = Widths(picture)[^1];
        return (width, Shapes.HeightOf(Shape, width, picture.Width, picture.Height));
    }

    private IReadOnlyList<int> Widths(Picture picture) => Shapes.WidthsOf(Shape, picture.Width, picture.Height);
}

/// <summary>A picture that a page fetches before everything else, with its place.</summary>
public sealed record LeadImage(Picture Picture, PicturePlace Place);
