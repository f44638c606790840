using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper.Pictures;

/// <summary>
/// One form in which a picture is sent to readers. Its name says all of it (<c>800.avif</c>, <c>wide-800-50-33.webp</c>): the same name of the same file always
/// means the same bytes, so that a browser may keep them.
/// </summary>
/// <param name="Shape">The shape.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Focus">The point that the crop keeps in sight; without meaning where the picture is whole.</param>
/// <param name="Ending"><c>avif</c>, <c>webp</c> or <c>jpg</c>.</param>
public sealed partial record Rendition(PictureShape Shape, int Width, Focus Focus, string Ending)
{
    /// <summary>The endings, the one that most readers can show first.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["jpg", "webp", "avif"];

    /// <summary>The name.</summary>
    public string Name => Shape is PictureShape.Full
        ? string.Create(CultureInfo.InvariantCulture, $"{Width}.{Ending}")
        : string.Create(CultureInfo.InvariantCulture, $"{Word(Shape)}-{Width}-{Focus.X}-{Focus.Y}.{Ending}");

    /// <summary>Media type.</summary>
    public string MediaType => Ending == "jpg" ? "image/jpeg" : $"image/{Ending}";

    /// <summary>The rendition of that name; null where it is none.</summary>
    public static Rendition? Of(string name)
    {
        if (Form().Match(name) is not { Success: true } match)
            return null;
        var shape = Enum.GetValues<PictureShape>().FirstOrDefault(shape => Word(shape) == match.Groups["shape"].Value);
        var focus = shape is PictureShape.Full ? Focus.Centre : new Focus(Number("x"), Number("y"));
        return (shape is PictureShape.Full) == (match.Groups["shape"].Length == 0) && focus == Focus.At(focus.X, focus.Y)
            ? new Rendition(shape, Number("width"), focus, match.Groups["ending"].Value)
            : null;

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Every rendition of a picture of that size, in the order in which they are made: what every browser can show first.</summary>
    public static IEnumerable<Rendition> All(int width, int height, Focus focus) =>
        from ending in Endings
        from shape in Enum.GetValues<PictureShape>()
        where shape is not PictureShape.Card || ending == "jpg"
        from renditionWidth in Shapes.WidthsOf(shape, width, height)
        select new Rendition(shape, renditionWidth, focus, ending);

    /// <summary>The picture whole, as large as it is sent, in the form that everything can read: for machines, and for whoever has no other.</summary>
    public static Rendition Largest(int width, int height, Focus focus) => new(PictureShape.Full, Shapes.WidthsOf(PictureShape.Full, width, height)[^1], focus, "jpg");

    /// <summary>True where a picture of that size is made so.</summary>
    public bool IsOf(int width, int height) =>
        (Shape is not PictureShape.Card || Ending == "jpg") && Shapes.WidthsOf(Shape, width, height).Contains(Width);

    private static string Word(PictureShape shape) => shape.ToString().ToLowerInvariant();

    [GeneratedRegex(@"\A((?<shape>wide|square|tall|card)-(?<width>[1-9]\d{0,4})-(?<x>0|[1-9]\d{0,2})-(?<y>0|[1-9]\d{0,2})|(?<width>[1-9]\d{0,4}))\.(?<ending>avif|webp|jpg)\z")]
    private static partial Regex Form();
}
