using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Themes;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>What all pages of one moment share: the masthead, the sections and the twelve newest stories; true until something is released or the clock opens or closes something.</summary>
public sealed record Edition
{
    /// <summary>Stories in the rail.</summary>
    public const int RailLength = 12;

    /// <summary>The moment that it shows.</summary>
    public required Moment Moment { get; init; }

    /// <summary>The time that it speaks from.</summary>
    public DateTimeOffset MadeAt => Moment.Began;

    /// <summary>What the newsroom says of itself.</summary>
    public required Masthead Masthead { get; init; }

    /// <summary>The sections in their order.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The newest stories.</summary>
    public required IReadOnlyList<ReleasedRow> Rail { get; init; }

    /// <summary>Changes with what the rail shows.</summary>
    public required string RailVersion { get; init; }

    /// <summary>The rail as HTML, rendered once for all pages of the edition and laid into each.</summary>
    public Laid? RailHtml { get; init; }

    /// <summary>Times in the newsroom's zone.</summary>
    public required HonestTime Times { get; init; }

    /// <summary>The words of the interface, in the newsroom's language where we have it.</summary>
    public required Words Words { get; init; }

    /// <summary>The bundled files.</summary>
    public required Assets Assets { get; init; }

    /// <summary>How the site looks.</summary>
    public required Theme Theme { get; init; }

    /// <summary>The name of a section; a slug that is no section any more stands for itself.</summary>
    public string NameOf(string section) =>
        Sections.FirstOrDefault(known => known.Slug == section)?.Name
        ?? (section.Length == 0 ? Words.NoSection : char.ToUpperInvariant(section[0]) + section[1..].Replace('-', ' '));

    /// <summary>A page's address with the newsroom's own in front.</summary>
    public string Absolute(string address) => Masthead.Address + address;
}
