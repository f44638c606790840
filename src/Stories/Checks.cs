namespace Wireroom.Stories;

/// <summary>What a story can be checked for before it goes out.</summary>
public enum CheckKind
{
    /// <summary>By a lawyer, or whoever knows the law.</summary>
    Legal,

    /// <summary>The pictures: what they show, and whose they are.</summary>
    Pictures,

    /// <summary>The facts.</summary>
    Facts,

    /// <summary>What colleagues suggest in the text: it needs checking while any of it is neither accepted nor rejected. Nobody sets it by hand.</summary>
    Suggestions,
}

/// <summary>How a check stands.</summary>
public enum CheckState
{
    /// <summary>Nobody has asked for it.</summary>
    NotRequired,

    /// <summary>Somebody has asked for it: the story stays until it is done.</summary>
    Needed,

    /// <summary>It was done, for one version.</summary>
    Approved,
}

/// <summary>One check of a story: how it stands, for which version, by whom and since when.</summary>
public sealed record Check(CheckKind Kind, CheckState State, int Version, string By, DateTimeOffset At);

/// <summary>The checks of a story. What was approved is a version: a newer one needs checking again.</summary>
public static class Checks
{
    /// <summary>How a check stands for that version.</summary>
    public static CheckState StateOf(this IReadOnlyList<Check> checks, CheckKind kind, int version) => checks.FirstOrDefault(check => check.Kind == kind) switch
    {
        null => CheckState.NotRequired,
        { State: CheckState.Approved } check when check.Version != version => CheckState.Needed,
        var check => check.State,
    };

    /// <summary>The checks that people ask for and approve.</summary>
    public static IReadOnlyList<CheckKind> ByHand { get; } = [.. Enum.GetValues<CheckKind>().Where(kind => kind is not CheckKind.Suggestions)];

    /// <summary>How the check of suggestions stands for a version: open while there is one, approved once all are settled, and not required where there never was any.</summary>
    public static Check? OfSuggestions(this IReadOnlyList<Check> before, string suggested, int version, string by, DateTimeOffset now)
    {
        var standing = before.FirstOrDefault(check => check.Kind is CheckKind.Suggestions);
        return (suggested.Length > 0, standing) switch
        {
            (true, { State: CheckState.Needed }) => standing with { Version = version },
            (true, _) => new Check(CheckKind.Suggestions, CheckState.Needed, version, by, now),
            (false, null) => null,
            (false, { State: CheckState.Approved }) => standing with { Version = version },
            _ => new Check(CheckKind.Suggestions, CheckState.Approved, version, by, now),
        };
    }

    /// <summary>Each check that stands between that version and its release, as a sentence.</summary>
    public static IEnumerable<string> WhatIsOpen(this IReadOnlyList<Check> checks, int version) =>
        from check in checks
        where check.Kind is not CheckKind.Suggestions // they say themselves where they stand
        where checks.StateOf(check.Kind, version) is CheckState.Needed
        select check.State is CheckState.Approved
            ? $"The {Name(check.Kind)} check was approved for version {check.Version}, and the story has changed since: it needs checking again."
            : $"The {Name(check.Kind)} check that {check.By} asked for is not done.";

    /// <summary>The check in a word.</summary>
    public static string Name(CheckKind kind) => kind.ToString().ToLowerInvariant();
}
