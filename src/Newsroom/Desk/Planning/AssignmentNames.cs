using Wireroom.Stories.Planning;

namespace Wireroom.Newsroom.Desk.Planning;

/// <summary>How far an assignment is, in a word and a tint.</summary>
public static class AssignmentNames
{
    /// <summary>True where it should have been delivered by now.</summary>
    public static bool IsLate(Assignment given, DateTimeOffset now) => given.IsOpen && given.Due < now;

    /// <summary>The word of its badge.</summary>
    public static string Words(Assignment given, DateTimeOffset now) => IsLate(given, now) ? "late" : given.State switch
    {
        AssignmentState.Open => given.Person > 0 ? "asked" : "open",
        AssignmentState.Working => "working",
        AssignmentState.Done => "done",
        _ => "dropped",
    };

    /// <summary>The tint of its badge.</summary>
    public static string Badge(Assignment given, DateTimeOffset now) => IsLate(given, now) ? "flash" : given.State switch
    {
        AssignmentState.Open => "urgent",
        AssignmentState.Working => "draft",
        AssignmentState.Done => "approved",
        _ => "received",
    };
}
