namespace Wireroom.Language.Attribution;

/// <summary>One statement of a passage: who says it, by which words, and what is said.</summary>
public sealed record Statement
{
    /// <summary>Which of <see cref="Ledger.Sources"/> says it; null where nobody does (<see cref="Manner.Open"/>), and with all cues where nobody is named ("is expected to resign").</summary>
    public required int? Source { get; init; }

    /// <summary>Where the text names the source in this statement; may be discontinuous, may be empty.</summary>
    public required IReadOnlyList<Span> SourceSpans { get; init; }

    /// <summary>The words that attribute: "said", "according to", the colon of a headline.</summary>
    public required IReadOnlyList<Span> Cue { get; init; }

    /// <summary>What is said; two spans where the cue stands in its middle.</summary>
    public required IReadOnlyList<Span> Content { get; init; }

    /// <summary>How it is told.</summary>
    public required Manner Manner { get; init; }

    /// <summary>In the source's own words, in the reporter's, or both.</summary>
    public required Quoted Quoted { get; init; }

    /// <summary>Whether the copy has it from the source itself or from somebody who quotes it.</summary>
    public required Hand Hand { get; init; }

    /// <summary>
    /// Those who pass it on, nearest first, as places in <see cref="Ledger.Sources"/>. At first hand it is empty, or holds the outlet that the source itself
    /// told it to ("told SANA") or that published its pictures.
    /// </summary>
    public IReadOnlyList<int> Via { get; init; } = [];

    /// <summary>The statement that it stands in, as a place in <see cref="Ledger.Statements"/>, where one source tells what another said; null where nobody else tells it.</summary>
    public int? Inside { get; init; }

    /// <summary>How far it can be leant on.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>The sentence that the cue stands in.</summary>
    public required Span Sentence { get; init; }

    /// <summary>True in the headline.</summary>
    public bool InHeadline { get; init; }

    /// <summary>The rule that made it, as <c>cue.subject</c>; its version is the ledger's.</summary>
    public required string Rule { get; init; }
}

/// <summary>How a statement is told.</summary>
public enum Manner
{
    /// <summary>Told, without the reporter's colour: said, told, according to.</summary>
    Said,

    /// <summary>Told, and the reporter keeps a distance: claimed, alleged.</summary>
    Claimed,

    /// <summary>Borne out: confirmed, acknowledged, admitted.</summary>
    Confirmed,

    /// <summary>Told to be untrue: denied, rejected.</summary>
    Denied,

    /// <summary>Nothing was told: declined to comment.</summary>
    Declined,

    /// <summary>Held true: believes, thinks, fears.</summary>
    Believed,

    /// <summary>Meant to be done: plans, promised, wants.</summary>
    Intended,

    /// <summary>Judged: criticised, praised, called.</summary>
    Judged,

    /// <summary>Asked or called for.</summary>
    Asked,

    /// <summary>Shown by a document, a study or footage.</summary>
    Shown,

    /// <summary>Nobody has said: "no immediate clarification".</summary>
    Open,
}

/// <summary>Whose words a statement is in.</summary>
public enum Quoted
{
    /// <summary>The reporter's.</summary>
    Indirect,

    /// <summary>The source's, in quotation marks.</summary>
    Direct,

    /// <summary>The reporter's with words of the source in quotation marks.</summary>
    Mixed,
}

/// <summary>From whom the copy has a statement.</summary>
public enum Hand
{
    /// <summary>From the source itself.</summary>
    First,

    /// <summary>From somebody who quotes the source.</summary>
    Second,
}
