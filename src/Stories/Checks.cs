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

    /// <summary>Each check that stands between that version and its release, as a sentence.</summary>
    public static IEnumerable<string> WhatIsOpen(this IReadOnlyList<Check> checks, int version) =>
        from check in checks
        where checks.StateOf(check.Kind, version) is CheckState.Needed
        select check.State is CheckState.Approved
            ? $"The {Name(check.Kind)} check was approved for version {check.Version}, and the story has changed since: it needs checking again."
            : $"The {Name(check.Kind)} check that {check.By} asked for is not done.";

    /// <summary>The check in a word.</summary>
    public static string Name(CheckKind kind) => kind.ToString().ToLowerInvariant();
}
