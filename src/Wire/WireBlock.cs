using System.Text.Json.Serialization;

namespace Wireroom.Wire;

/// <summary>A piece of a body. Blocks hold text, never markup: whatever a document tried to smuggle in has no place to stand.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WireParagraph), "paragraph")]
[JsonDerivedType(typeof(WireHeading), "heading")]
[JsonDerivedType(typeof(WireQuote), "quote")]
[JsonDerivedType(typeof(WireList), "list")]
[JsonDerivedType(typeof(WireTable), "table")]
[JsonDerivedType(typeof(WirePreformatted), "preformatted")]
[JsonDerivedType(typeof(WirePicture), "picture")]
[JsonDerivedType(typeof(WireEmbed), "embed")]
public abstract record WireBlock
{
    private protected WireBlock()
    {
    }
}

/// <summary>A paragraph of copy.</summary>
public sealed record WireParagraph(IReadOnlyList<WireRun> Runs) : WireBlock;

/// <summary>A heading within the copy; level 2 (highest in a body) to 4.</summary>
public sealed record WireHeading(IReadOnlyList<WireRun> Runs, int Level = 2) : WireBlock;

/// <summary>A set-off quotation with its speaker where given.</summary>
public sealed record WireQuote(IReadOnlyList<IReadOnlyList<WireRun>> Paragraphs, string? Attribution = null) : WireBlock;

/// <summary>A list, numbered or not.</summary>
public sealed record WireList(bool Numbered, IReadOnlyList<IReadOnlyList<WireRun>> Items) : WireBlock;

/// <summary>A table: rows of cells. Line-mode tables keep their columns as cells.</summary>
public sealed record WireTable(IReadOnlyList<IReadOnlyList<WireCell>> Rows, string? Caption = null) : WireBlock;

/// <summary>A cell of a table.</summary>
public sealed record WireCell(string Text, bool IsHeading = false, int ColumnSpan = 1, int RowSpan = 1);

/// <summary>Copy whose spacing carries meaning (tabular lines of the line-mode wires).</summary>
public sealed record WirePreformatted(string Text) : WireBlock;

/// <summary>A picture at its place in the body; the file itself as in <see cref="WireItem.Media"/>.</summary>
public sealed record WirePicture(WireMedia Media) : WireBlock;

/// <summary>Something of another site (video, post, map): kept as a link, never as its code.</summary>
public sealed record WireEmbed(string Href, string? Title = null) : WireBlock;

/// <summary>A run of text in one style. <see cref="Href"/> is an absolute http, https, mailto or tel address, or null.</summary>
public sealed record WireRun(string Text, WireStyle Style = WireStyle.None, string? Href = null);

/// <summary>The styles that survive.</summary>
[Flags]
public enum WireStyle
{
    /// <summary>Plain.</summary>
    None = 0,

    /// <summary>Strong.</summary>
    Bold = 1,

    /// <summary>Emphasis.</summary>
    Italic = 2,

    /// <summary>Above the line.</summary>
    Superscript = 4,

    /// <summary>Below the line.</summary>
    Subscript = 8,
}
