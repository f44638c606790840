using System.Text.Json.Serialization;

namespace Wireroom.Stories.Body;

/// <summary>A piece of a story's body. Blocks hold text, never markup.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(BulletList), "list")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Preformatted), "preformatted")]
[JsonDerivedType(typeof(PictureBlock), "picture")]
[JsonDerivedType(typeof(Embed), "embed")]
public abstract record Block;

/// <summary>A paragraph of copy.</summary>
public sealed record Paragraph(RichText Text) : Block;

/// <summary>A heading within the copy; level 2 to 4.</summary>
public sealed record Heading(RichText Text, int Level = 2) : Block;

/// <summary>A set-off quotation with its speaker where given.</summary>
public sealed record Quote(IReadOnlyList<RichText> Paragraphs, string Attribution = "") : Block;

/// <summary>A list, numbered or not.</summary>
public sealed record BulletList(bool Numbered, IReadOnlyList<RichText> Items) : Block;

/// <summary>A table: rows of cells.</summary>
public sealed record Table(IReadOnlyList<IReadOnlyList<Cell>> Rows, string Caption = "") : Block;

/// <summary>A cell of a table.</summary>
public sealed record Cell(string Text, bool IsHeading = false, int ColumnSpan = 1, int RowSpan = 1);

/// <summary>Copy whose spacing carries meaning: tabular lines of a line-mode wire.</summary>
public sealed record Preformatted(string Text) : Block;

/// <summary>A picture at its place.</summary>
public sealed record PictureBlock(Picture Picture) : Block;

/// <summary>Something of another site, as a link.</summary>
public sealed record Embed(string Href, string Title = "") : Block;

/// <summary>
/// A picture: caption, alternative text, credit and rights. <see cref="File"/> is the stored file's name (content hash and ending),
/// or empty where the wire announced a picture without sending it.
/// </summary>
public sealed record Picture(string File, string Caption, string AltText, string Credit, int Width = 0, int Height = 0, Rights? Rights = null)
{
    /// <summary>What stands in the place of a picture that may not be shown: nothing, and the blocks after it keep their places.</summary>
    public static Picture Gone { get; } = new("", "", "", "");

    /// <summary>The point that every crop keeps in sight. It belongs to the file and not to the story, and is never stored with the copy.</summary>
    [JsonIgnore]
    public Focus Focus { get; init; } = Focus.Centre;
}

/// <summary>A point of a picture, in hundredths of its width and height from its upper left corner.</summary>
public readonly record struct Focus(int X, int Y)
{
    /// <summary>The middle.</summary>
    public static Focus Centre { get; } = new(50, 50);

    /// <summary>The point, moved into the picture where it lay outside.</summary>
    public static Focus At(int x, int y) => new(Math.Clamp(x, 0, 100), Math.Clamp(y, 0, 100));
}
