namespace Wireroom.Language.Attribution;

/// <summary>How far a statement can be leant on, the weakest link first to be named.</summary>
public enum Certainty
{
    /// <summary>A named person, an institution or a document says so to the copy itself.</summary>
    OnTheRecord,

    /// <summary>The source is not named.</summary>
    Unnamed,

    /// <summary>It is passed on by somebody else.</summary>
    SecondHand,

    /// <summary>Another source of the same story denies it.</summary>
    Disputed,

    /// <summary>Nobody has said.</summary>
    Open,
}

/// <summary>The words for <see cref="Certainty"/> that editors and readers see.</summary>
public static class CertaintyWords
{
    /// <summary>In plain words: "on the record", "unnamed", "second hand", "disputed", "open".</summary>
    public static string Plain(this Certainty certainty) => certainty switch
    {
        Certainty.OnTheRecord => "on the record",
        Certainty.Unnamed => "unnamed",
        Certainty.SecondHand => "second hand",
        Certainty.Disputed => "disputed",
        _ => "open",
    };
}
