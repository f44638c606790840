namespace Wireroom.Wire.Page;

/// <summary>What a line of a captured page is by its own form, before its neighbours are asked.</summary>
internal enum LineKind
{
    /// <summary>A sentence or more: it ends like one, or is too long for anything else.</summary>
    Copy,

    /// <summary>A point of a list in the copy.</summary>
    Bullet,

    /// <summary>A line without a full stop that could be a headline or a subheading.</summary>
    Title,

    /// <summary>One to three words: a kicker, a section, a subheading or a piece of a menu.</summary>
    Label,

    /// <summary>The name over a list of other stories.</summary>
    RailHeading,

    /// <summary>A pointer to one other story in a line of its own: "Read more: …".</summary>
    Pointer,

    /// <summary>A picture's file name, standing where its alternative text was.</summary>
    PictureFile,

    /// <summary>Words under a picture.</summary>
    Caption,

    /// <summary>Who made a picture.</summary>
    Credit,

    /// <summary>Who wrote the story.</summary>
    Byline,

    /// <summary>When it was published or changed.</summary>
    Date,

    /// <summary>The agency's sign-off at the foot of the copy.</summary>
    SignOff,

    /// <summary>Anything else that is no copy: share lines, notices, menus, ranks, comment counts, footers.</summary>
    Furniture,
}

/// <summary>A line of a captured page: its text, where it stood, and what it is.</summary>
internal sealed class CaptureLine(string text, int number, int group)
{
    public string Text { get; set; } = text;

    /// <summary>Line number in the file, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Lines not divided by a blank line share a group.</summary>
    public int Group { get; set; } = group;

    public LineKind Kind { get; set; }

    /// <summary>The furniture's name for <see cref="WireItem.Dropped"/>, such as <c>share</c>.</summary>
    public string Furniture { get; set; } = "";

    /// <summary>What stood in the same line beside the text: the time before a rail's lead.</summary>
    public string? Stamp { get; set; }

    /// <summary>The picture that stands at this line.</summary>
    public CaptureFigure? Figure { get; set; }

    public bool IsCopy => Kind is LineKind.Copy or LineKind.Bullet;

    public bool IsTitle => Kind is LineKind.Title or LineKind.Label;

    public void MakeFurniture(string name)
    {
        Kind = LineKind.Furniture;
        Furniture = name;
    }

    public override string ToString() => $"{Number} {Kind} {Text}";
}
