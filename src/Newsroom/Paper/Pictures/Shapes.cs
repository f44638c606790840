using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper.Pictures;

/// <summary>The shapes in which a picture is shown.</summary>
public enum PictureShape
{
    /// <summary>Whole, in its own shape: stories and galleries.</summary>
    Full,

    /// <summary>16:9: fronts.</summary>
    Wide,

    /// <summary>1:1: lists and the rail.</summary>
    Square,

    /// <summary>4:5: the sheet of a gallery.</summary>
    Tall,

    /// <summary>1200×630: what is shown where a page is shared (The Open Graph protocol).</summary>
    Card,
}

/// <summary>A part of a picture, in its own pixels.</summary>
public readonly record struct Crop(int X, int Y, int Width, int Height);

/// <summary>What each shape is cut from, and in which widths it is made.</summary>
public static class Shapes
{
    /// <summary>The largest width that readers get.</summary>
    public const int Largest = 1600;

    private static readonly int[] FullWidths = [160, 480, 800, 1200, Largest];
    private static readonly int[] WideWidths = [480, 800, 1200];
    private static readonly int[] SquareWidths = [96, 192];
    private static readonly int[] TallWidths = [240, 480];
    private static readonly int[] CardWidths = [1200];

    /// <summary>The largest part of a picture in that shape around its focal point: as near to the middle of the crop as the picture's edges let it be.</summary>
    public static Crop CropOf(PictureShape shape, int width, int height, Focus focus)
    {
        if (RatioOf(shape) is not (var across, var down))
            return new Crop(0, 0, width, height);
        var (cropWidth, cropHeight) = (long)width * down > (long)height * across
            ? (Math.Max(1, (int)((long)height * across / down)), height)
            : (width, Math.Max(1, (int)((long)width * down / across)));
        return new Crop(Place(width, cropWidth, focus.X), Place(height, cropHeight, focus.Y), cropWidth, cropHeight);
    }

    /// <summary>The widths in which a picture of that size is made in that shape, rising; none is larger than the picture.</summary>
    public static IReadOnlyList<int> WidthsOf(PictureShape shape, int width, int height)
    {
        var most = CropOf(shape, width, height, Focus.Centre).Width;
        var widths = shape switch
        {
            PictureShape.Full => FullWidths,
            PictureShape.Wide => WideWidths,
            PictureShape.Square => SquareWidths,
            PictureShape.Tall => TallWidths,
            _ => CardWidths,
        };
        return most >= widths[^1] ? widths : [.. widths.Where(one => one < most), most];
    }

    /// <summary>The height of a rendition of that width.</summary>
    public static int HeightOf(PictureShape shape, int renditionWidth, int width, int height)
    {
        var crop = CropOf(shape, width, height, Focus.Centre);
        return Math.Max(1, (int)Math.Round((double)renditionWidth * crop.Height / crop.Width));
    }

    private static (int Across, int Down)? RatioOf(PictureShape shape) => shape switch
    {
        PictureShape.Wide => (16, 9),
        PictureShape.Square => (1, 1),
        PictureShape.Tall => (4, 5),
        PictureShape.Card => (1200, 630),
        _ => null,
    };

    private static int Place(int length, int crop, int focus) => Math.Clamp((int)Math.Round(length * focus / 100.0 - crop / 2.0), 0, length - crop);
}
