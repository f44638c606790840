using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Intake.Withdrawals;

/// <summary>What the desk is told, in its own words: what happened, where the story stood, what is to be done.</summary>
internal static class DeskWords
{
    private const int LongestQuote = 120;

    public static string Killed(QueueRow row, Withdrawal withdrawal, Source source) =>
        $"{Signals.Agency(source)} has killed {Named(row)}, which was {Standing(row)}. It is withdrawn everywhere. The reason: {withdrawal.Reason}";

    public static string CopyKilled(QueueRow row, Withdrawal withdrawal, Source source) =>
        $"{Named(row)}, which was {Standing(row)}, is word for word what {Signals.Agency(source)} has killed. It is withdrawn with it. The reason: {withdrawal.Reason}";

    public static string CopyHeld(QueueRow row, string killed, string reason) =>
        $"{Named(row)} holds the same copy as {Quoted(killed)}, which was killed: {reason} {(Lifecycle.IsOut(row.State) ? "IT IS STILL OUT." : "It is on hold.")} Withdraw it, or lift the hold.";

    public static string KillBefore(TakenItem taken, Source source) =>
        $"{Signals.Agency(source)} has killed something that is not here: {Said(taken)} If it comes yet, it arrives dead.";

    public static string PerhapsMeant(TakenItem taken, QueueRow row, Source source) =>
        $"A kill or hold of {Signals.Agency(source)} may have meant {Named(row)}: {Said(taken)} {(Lifecycle.IsOut(row.State) ? "IT IS STILL OUT." : "It is on hold.")} Withdraw it, or lift the hold.";

    public static string Hold(TakenItem taken, QueueRow row, Source source) =>
        $"{Signals.Agency(source)} asks to hold {Named(row)}{(Lifecycle.IsOut(row.State) ? ", which is out: no newer version goes out" : ": it does not go out")} until the hold is lifted.{Note(taken)}";

    public static string Embargo(TakenItem taken, QueueRow row, Source source) =>
        $"{Signals.Agency(source)} has put {Named(row)} under another embargo (“{taken.Item.Embargo?.AsSent}”). "
        + (Lifecycle.IsOut(row.State) ? "IT IS OUT ALREADY; withdraw it or let it stand." : "It binds your text too; what was scheduled waits as a draft.");

    public static string Rule(TakenItem taken, Source source, string why) =>
        $"{Signals.Agency(source)} sends {Quoted(taken.Copy.Headline.Length > 0 ? taken.Copy.Headline : taken.Copy.Slugline)}: a rule tells you of it ({char.ToLowerInvariant(why[0])}{why[1..]}).";

    private static string Standing(QueueRow row) => row.State switch
    {
        StoryState.Received => "in the queue",
        StoryState.Draft or StoryState.Approved => row.TakenBy.Length > 0 ? $"taken by {row.TakenBy}" : "a draft",
        StoryState.Scheduled => "scheduled",
        StoryState.Spiked => "on the spike",
        _ => "OUT",
    };

    private static string Named(QueueRow row) => Quoted(row.Headline.Length > 0 ? row.Headline : row.Slugline.Length > 0 ? row.Slugline : row.Lead);

    private static string Said(TakenItem taken) =>
        Quoted(taken.Item.EdNote is { Length: > 0 } note ? note : taken.Item.Headline is { Length: > 0 } headline ? headline : taken.Item.Slugline ?? taken.Identity ?? "") + ".";

    private static string Note(TakenItem taken) => taken.Item.EdNote is { Length: > 0 } note ? $" {Quoted(note)}" : "";

    private static string Quoted(string text) => $"“{Excerpt.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestQuote)}”";
}
