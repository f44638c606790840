using NetVips;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper.Pictures;

/// <summary>
/// Where pictures are decoded, cut and encoded, by libvips. Nothing of what a picture says of itself is left in a rendition, and its colours are sRGB. It runs in
/// a process of its own (<see cref="DarkroomLine"/>): whatever a hostile file does to a decoder, it does not do it to the newsroom.
/// </summary>
public static class Darkroom
{
    private const int SketchSide = 320;
    private static readonly double[] White = [255, 255, 255];

    /// <summary>Loads libvips and keeps it small: one thread, no cache, no loader that is not hardened against hostile files.</summary>
    /// <exception cref="DllNotFoundException">There is no libvips.</exception>
    public static void Open()
    {
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
        NetVips.NetVips.Concurrency = 1;
        NetVips.NetVips.BlockUntrusted = true;
    }

    /// <summary>The point of a picture to which the eye is drawn: where skin, strong colours and edges are.</summary>
    /// <exception cref="VipsException">The picture cannot be decoded.</exception>
    public static Focus Look(string original)
    {
        using var sketch = Image.Thumbnail(original, SketchSide, height: SketchSide, size: Enums.Size.Down, failOn: Enums.FailOn.Error);
        var side = Math.Min(sketch.Width, sketch.Height);
        if (side < 4)
            return Focus.Centre;
        using var crop = sketch.Smartcrop(side, side, out int x, out int y, interesting: Enums.Interesting.Attention);
        return Focus.At((int)Math.Round(100.0 * x / sketch.Width), (int)Math.Round(100.0 * y / sketch.Height));
    }

    /// <summary>The bytes of a rendition.</summary>
    /// <exception cref="VipsException">The picture cannot be decoded.</exception>
    public static byte[] Develop(string original, int width, int height, Rendition rendition)
    {
        var crop = Shapes.CropOf(rendition.Shape, width, height, rendition.Focus);
        var scale = (double)rendition.Width / crop.Width;
        var (across, down) = (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
        using var whole = Image.Thumbnail(original, across, height: down, size: Enums.Size.Force, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        var cropHeight = Math.Min(whole.Height, Shapes.HeightOf(rendition.Shape, rendition.Width, width, height));
        var cropWidth = Math.Min(whole.Width, rendition.Width);
        using var cut = whole.ExtractArea(
            Math.Clamp((int)Math.Round(crop.X * scale), 0, whole.Width - cropWidth), Math.Clamp((int)Math.Round(crop.Y * scale), 0, whole.Height - cropHeight), cropWidth, cropHeight);
        return rendition.Ending switch
        {
            "avif" => cut.HeifsaveBuffer(q: 52, compression: Enums.ForeignHeifCompression.Av1, effort: 2, keep: Enums.ForeignKeep.None),
            "webp" => cut.WebpsaveBuffer(q: 76, effort: 4, keep: Enums.ForeignKeep.None),
            _ => cut.JpegsaveBuffer(q: 78, optimizeCoding: true, interlace: rendition.Width > 160, background: White, keep: Enums.ForeignKeep.None),
        };
    }
}
