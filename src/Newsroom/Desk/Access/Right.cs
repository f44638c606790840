namespace Wireroom.Newsroom.Desk.Access;

/// <summary>What somebody may do at the desk. Every address of the desk names one of these.</summary>
public enum Right
{
    /// <summary>One's own affairs: password, sessions, notices seen.</summary>
    Own,

    /// <summary>Read queue, stories, sources and whatever else the desk shows.</summary>
    Read,

    /// <summary>Take stories, write and save versions, put a story on hold, ask for a check.</summary>
    Write,

    /// <summary>Write also in what somebody else has taken.</summary>
    WriteOthers,

    /// <summary>Write events down, leave them alone, and say who delivers what.</summary>
    Plan,

    /// <summary>Comment on any story, answer, settle; what the desk says to itself and never to readers.</summary>
    Comment,

    /// <summary>Bring pictures in.</summary>
    Pictures,

    /// <summary>Clear the queue: spike, restore, snooze, same as.</summary>
    Triage,

    /// <summary>Find a story good, in law and in its facts.</summary>
    Approve,

    /// <summary>Find a story's pictures good.</summary>
    ApprovePictures,

    /// <summary>Release, update, correct, schedule, and lift a hold.</summary>
    Release,

    /// <summary>Take a story back everywhere.</summary>
    Withdraw,

    /// <summary>Bring documents in by hand.</summary>
    Import,

    /// <summary>Add and change sources.</summary>
    Sources,

    /// <summary>Change the settings of the house, and trust a source.</summary>
    Settings,

    /// <summary>Invite people, change what they may do, shut them out.</summary>
    People,

    /// <summary>Read the log of everything that was done.</summary>
    Log,

    /// <summary>Make keys for programs.</summary>
    ApiKeys,

    /// <summary>Set through which provider people sign in.</summary>
    SignIn,
}
