namespace Wireroom.Language.Attribution;

/// <summary>Tokens from first to before end.</summary>
internal readonly record struct Stretch(int First, int End)
{
    public int Length => End - First;

    public bool Holds(int token) => First <= token && token < End;

    public bool Overlaps(Stretch other) => First < other.End && other.First < End;
}

/// <summary>A statement while it is being found, in tokens.</summary>
internal sealed class Draft
{
    public required Stretch Cue { get; init; }

    /// <summary>The cue's own word: the verb, or "according".</summary>
    public required int Word { get; init; }

    public required Stretch? Source { get; set; }

    /// <summary>The head word of the source, or -1.</summary>
    public int SourceHead { get; set; } = -1;

    public List<Stretch> Content { get; init; } = [];

    /// <summary>Who passes it on, where the verb itself says so ("was quoted by AFP as saying"); empty where it does not say who; null at first hand.</summary>
    public Stretch? Via { get; init; }

    public required Manner Manner { get; set; }

    /// <summary>True where it stands in the ledger; false where it comes only with all cues.</summary>
    public required bool Reporting { get; set; }

    public required string Rule { get; init; }

    /// <summary>The sentence of the cue, as a place in the copy.</summary>
    public required int Sentence { get; init; }
}
