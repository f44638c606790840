namespace Wireroom.Newsroom.Intake.Dedupe;

/// <summary>What an item that has arrived is to the newsroom.</summary>
public enum ArrivalDecision
{
    /// <summary>Something that was not known: a story.</summary>
    New,

    /// <summary>A newer version of a known story.</summary>
    Update,

    /// <summary>What is here already.</summary>
    Repeat,

    /// <summary>An older version than the one that is here: noted, and never laid over it.</summary>
    Late,

    /// <summary>A kill of a known story.</summary>
    Kill,

    /// <summary>A kill of something that has not arrived: remembered.</summary>
    KillBeforeItem,

    /// <summary>Copy that was killed before it came: it arrives dead.</summary>
    Dead,

    /// <summary>A hold on a known story.</summary>
    Hold,

    /// <summary>A note to editors on a known story, or a test of the line: kept, and nothing is changed by it.</summary>
    Note,
}
