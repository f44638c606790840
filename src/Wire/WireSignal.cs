namespace Wireroom.Wire;

/// <summary>What a sender wants done with an item.</summary>
public enum WireSignal
{
    /// <summary>A first version.</summary>
    New,

    /// <summary>A flash or bulletin: one line, before the story.</summary>
    Alert,

    /// <summary>A newer version of an item sent before.</summary>
    Update,

    /// <summary>A continuation: to be read after an earlier take.</summary>
    Take,

    /// <summary>A newer version that puts something wrong right.</summary>
    Correction,

    /// <summary>The same copy sent again because the first was damaged.</summary>
    Refile,

    /// <summary>The same copy sent again for those who missed it.</summary>
    Repeat,

    /// <summary>Do not use until further word.</summary>
    Hold,

    /// <summary>A kill: must not be used, and what was used must be withdrawn.</summary>
    Withdrawal,

    /// <summary>A note to editors, not copy.</summary>
    Advisory,

    /// <summary>A test of the line; never copy.</summary>
    Test,
}
