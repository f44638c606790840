using Wireroom.Language.Attribution;

namespace Wireroom.Storage;

/// <summary>A version's ledger as stored, and what the desk put right in it.</summary>
public sealed record StoredLedger(Ledger Ledger, IReadOnlyList<Mend> Mends);

/// <summary>Which concerns about sources the house does without; by default it has them all.</summary>
public sealed record LedgerChecks
{
    /// <summary>True where a toll may stand without a source.</summary>
    public bool LetTollsStand { get; init; }

    /// <summary>True where a story may rest on one unnamed source without a word.</summary>
    public bool LetLoneUnnamedStand { get; init; }
}

/// <summary>Reads the ledger of a version's copy, with the desk's mends in it.</summary>
public delegate Task<Ledger> LedgerOf(Stories.Copy copy, IReadOnlyList<Mend> mends);

/// <summary>A named source across the archive: in how many stories it speaks, how many statements it makes, and in how many it is the only source.</summary>
public sealed record Voice(string Slug, string Name, Language.Attribution.SourceKind Kind, int Stories, int Statements, int Alone);

/// <summary>A story that a source speaks in, with the ledger of its newest version.</summary>
public sealed record VoicedStory(QueueRow Row, int Statements, bool Alone);
