using System.Text.Json;

namespace Wireroom.Newsroom.Desk.Keys;

/// <summary>Where a key is alive.</summary>
public enum KeyScope
{
    /// <summary>On every page of the desk.</summary>
    Everywhere,

    /// <summary>In the queue.</summary>
    Queue,

    /// <summary>On a story.</summary>
    Story,

    /// <summary>In the editor.</summary>
    Edit,

    /// <summary>In the picture library.</summary>
    Pictures,

    /// <summary>On a picture.</summary>
    Picture,

    /// <summary>On the screen of the fronts.</summary>
    Fronts,

    /// <summary>On the screen of a live story.</summary>
    Live,

    /// <summary>In the list of rules.</summary>
    Routing,

    /// <summary>In the planning.</summary>
    Planning,

    /// <summary>On an event of the planning.</summary>
    Event,

    /// <summary>On a desk's board.</summary>
    Board,
}

/// <summary>
/// One key: <paramref name="Chord"/> as typed ("j", "g q" one after the other, "Mod+k" with Control or Command), what it does in words, and the name of
/// the action, which is also the <c>data-action</c> of its visible control.
/// </summary>
public sealed record DeskKey(KeyScope Scope, string Chord, string Action, string Does)
{
    /// <summary>True for a key without Control or Command, which can be switched off (WCAG 2.1.4).</summary>
    public bool IsSingle => !Chord.Contains("Mod+", StringComparison.Ordinal) && Chord != "Escape";

    /// <summary>The key as people read it.</summary>
    public string Shown => Chord.Replace("Mod+", "Ctrl/Cmd-", StringComparison.Ordinal).Replace("Escape", "Esc", StringComparison.Ordinal);
}

/// <summary>The one table of keys: it feeds the listener, the sheet, docs/keys.md, and the test that no two clash. A key stands here only when its action exists.</summary>
public static class KeyTable
{
    /// <summary>Every key, in the order in which the sheet shows them.</summary>
    public static IReadOnlyList<DeskKey> All { get; } =
    [
        new(KeyScope.Everywhere, "?", "sheet", "Show or hide the keys"),
        new(KeyScope.Everywhere, "Mod+k", "palette", "Commands by name"),
        new(KeyScope.Everywhere, "/", "search", "Search"),
        new(KeyScope.Everywhere, "g q", "go-queue", "Go to the queue"),
        new(KeyScope.Everywhere, "g b", "go-board", "Go to the board: a desk's stories by their stage"),
        new(KeyScope.Everywhere, "g m", "go-mine", "Go to what I have taken"),
        new(KeyScope.Everywhere, "g u", "go-for-me", "Go to what is for me: where I am named, what I have to deliver"),
        new(KeyScope.Everywhere, "g w", "go-write", "Go and write a new story"),
        new(KeyScope.Everywhere, "g c", "go-planning", "Go to the planning: what takes place, and who covers it"),
        new(KeyScope.Everywhere, "g v", "go-voices", "Go to the voices: who said what"),
        new(KeyScope.Everywhere, "g i", "go-pictures", "Go to the pictures"),
        new(KeyScope.Everywhere, "g s", "go-sources", "Go to the sources"),
        new(KeyScope.Everywhere, "g f", "go-fronts", "Go to the fronts: what leads"),
        new(KeyScope.Everywhere, "g r", "go-routing", "Go to the rules for what arrives"),
        new(KeyScope.Everywhere, "g n", "go-notices", "Go to the notices"),
        new(KeyScope.Everywhere, "g p", "go-people", "Go to the people"),
        new(KeyScope.Everywhere, "g l", "go-log", "Go to the log of everything that was done"),
        new(KeyScope.Everywhere, "g a", "go-me", "Go to myself: password, sessions, second step"),
        new(KeyScope.Everywhere, "g h", "go-settings", "Go to the house's settings"),
        new(KeyScope.Everywhere, "g t", "tour", "The tour of the desk: take it, or go to its window"),
        new(KeyScope.Everywhere, "z", "undo", "Undo the last take, spike, snooze or same as, within 10 seconds"),

        new(KeyScope.Queue, "j", "next", "Next story"),
        new(KeyScope.Queue, "k", "previous", "Story before"),
        new(KeyScope.Queue, "Enter", "open", "Open the story"),
        new(KeyScope.Queue, "x", "select", "Select, or not"),
        new(KeyScope.Queue, "1", "take", "Take"),
        new(KeyScope.Queue, "X", "select-all", "Select all that is loaded"),
        new(KeyScope.Queue, "2", "same", "The same as another story: of those selected the current one stays"),
        new(KeyScope.Queue, "3", "spike", "Spike"),
        new(KeyScope.Queue, "h", "snooze", "Snooze: out of the queue for a while"),
        new(KeyScope.Queue, "e", "edit", "Edit"),
        new(KeyScope.Queue, "d", "diff", "What changed between versions"),
        new(KeyScope.Queue, "w", "source", "The wire's raw source"),
        new(KeyScope.Queue, "n", "show-new", "Show the new items that wait"),
        new(KeyScope.Queue, "p", "pause", "Pause the live queue, or go on"),
        new(KeyScope.Queue, "c", "compact", "Compact rows, or comfortable ones"),
        new(KeyScope.Queue, "o", "older", "Older stories"),
        new(KeyScope.Queue, "v", "keep-view", "Keep this view by a name"),
        new(KeyScope.Queue, "Escape", "clear", "Leave the search box; clear the selection"),

        new(KeyScope.Story, "Escape", "back", "Back to the queue"),
        new(KeyScope.Story, "1", "take", "Take"),
        new(KeyScope.Story, "3", "spike", "Spike"),
        new(KeyScope.Story, "h", "snooze", "Snooze: out of the queue for an hour"),
        new(KeyScope.Story, "y l", "check-legal", "Legal check: not required, needs checking, approved"),
        new(KeyScope.Story, "y p", "check-pictures", "Pictures check: the next state"),
        new(KeyScope.Story, "y f", "check-facts", "Facts check: the next state"),
        new(KeyScope.Story, "e", "edit", "Edit"),
        new(KeyScope.Story, "d", "diff", "What changed between versions"),
        new(KeyScope.Story, "[", "older-version", "Version before"),
        new(KeyScope.Story, "]", "newer-version", "Version after"),
        new(KeyScope.Story, "b", "bring-back", "Bring the version that is shown back as the newest text"),
        new(KeyScope.Story, "w", "source", "The wire's raw source"),
        new(KeyScope.Story, "t", "take-in", "Take in the wire's newer version"),
        new(KeyScope.Story, "s", "next-statement", "Next statement in who says so"),
        new(KeyScope.Story, "S", "previous-statement", "Statement before"),
        new(KeyScope.Story, "m", "mend", "Mend the statement; with words selected in the copy, add one"),
        new(KeyScope.Story, "u", "not-said", "Nobody says this: take the statement out"),
        new(KeyScope.Story, "l", "live", "Tell it live: the screen of the entries"),
        new(KeyScope.Story, "a", "approve", "Approve"),
        new(KeyScope.Story, "r", "release", "Release, schedule or update: first the preview"),
        new(KeyScope.Story, "c", "correct", "Correct what is out: first the preview"),
        new(KeyScope.Story, "K", "withdraw", "Withdraw (kill): first the preview"),

        new(KeyScope.Edit, "Mod+s", "save", "Save a version"),
        new(KeyScope.Edit, "Mod+Enter", "save-release", "Save, and go to the release's preview"),
        new(KeyScope.Edit, "Mod+h", "find", "Find and replace in the text"),
        new(KeyScope.Edit, "Mod+.", "next-word", "Go to the next word that the house writes otherwise"),
        new(KeyScope.Edit, "Mod+;", "comment", "Comment on the selected passage"),
        new(KeyScope.Edit, "Mod+'", "next-comment", "Go to the next comment"),
        new(KeyScope.Edit, "Mod+/", "suggest", "What is written and deleted is a suggestion, or changes the text again"),
        new(KeyScope.Edit, "Mod+]", "next-suggestion", "Go to the next suggestion"),
        new(KeyScope.Edit, "Mod+>", "accept-suggestion", "Accept the suggestion at the cursor"),
        new(KeyScope.Edit, "Mod+<", "reject-suggestion", "Reject the suggestion at the cursor"),
        new(KeyScope.Edit, "Mod+}", "accept-all", "Accept every suggestion"),
        new(KeyScope.Edit, "Mod+{", "reject-all", "Reject every suggestion"),
        new(KeyScope.Edit, "Escape", "back", "Leave the field; again: back to the story"),

        new(KeyScope.Pictures, "j", "next", "Next picture"),
        new(KeyScope.Pictures, "k", "previous", "Picture before"),
        new(KeyScope.Pictures, "Enter", "open", "Open the picture"),
        new(KeyScope.Pictures, "u", "upload", "Add pictures"),
        new(KeyScope.Pictures, "o", "older", "Older pictures"),

        new(KeyScope.Picture, "f", "focal", "Move the focal point: then the arrow keys"),
        new(KeyScope.Picture, "m", "centre", "Focal point in the middle"),
        new(KeyScope.Picture, "s", "use", "Put it in the chosen story, and edit"),
        new(KeyScope.Picture, "Mod+s", "save", "Save"),
        new(KeyScope.Picture, "Escape", "back", "Leave the field; again: back to the pictures"),

        new(KeyScope.Fronts, "j", "next", "Next story"),
        new(KeyScope.Fronts, "k", "previous", "Story before"),
        new(KeyScope.Fronts, "J", "move-down", "Move the story down"),
        new(KeyScope.Fronts, "K", "move-up", "Move the story up"),
        new(KeyScope.Fronts, "L", "move-lead", "Make the story the lead"),
        new(KeyScope.Fronts, "a", "choose", "Put the story on the list, or take it off"),
        new(KeyScope.Fronts, "P", "pin", "Pin the story to its place, or not"),
        new(KeyScope.Fronts, "p", "preview", "Preview as readers will see it"),
        new(KeyScope.Fronts, "Mod+s", "save", "Put it out"),

        new(KeyScope.Live, "Mod+Enter", "post", "Put the entry out"),
        new(KeyScope.Live, "n", "write", "Write a new entry"),
        new(KeyScope.Live, "Escape", "back", "Leave the field; again: back to the story"),

        new(KeyScope.Routing, "j", "next", "Next rule"),
        new(KeyScope.Routing, "k", "previous", "Rule before"),
        new(KeyScope.Routing, "Enter", "open", "Open the rule"),
        new(KeyScope.Routing, "J", "rule-down", "Move the rule down"),
        new(KeyScope.Routing, "K", "rule-up", "Move the rule up"),
        new(KeyScope.Routing, "a", "new-rule", "Add a rule"),
        new(KeyScope.Routing, "t", "try-rules", "Try the rules on the last 1,000 arrivals"),

        new(KeyScope.Planning, "j", "next", "Next event"),
        new(KeyScope.Planning, "k", "previous", "Event before"),
        new(KeyScope.Planning, "Enter", "open", "Open the event"),
        new(KeyScope.Planning, "n", "new-event", "Write an event down"),
        new(KeyScope.Planning, "[", "week-before", "The week before"),
        new(KeyScope.Planning, "]", "week-after", "The week after"),
        new(KeyScope.Planning, "t", "today", "From today"),

        new(KeyScope.Event, "a", "assign", "Give somebody something to deliver"),
        new(KeyScope.Event, "e", "edit-event", "Change what stands here"),
        new(KeyScope.Event, "Escape", "back", "Leave the field; again: back to the planning"),

        new(KeyScope.Board, "j", "next", "Next story of the stage"),
        new(KeyScope.Board, "k", "previous", "Story before"),
        new(KeyScope.Board, "]", "next-stage", "The next stage"),
        new(KeyScope.Board, "[", "previous-stage", "The stage before"),
        new(KeyScope.Board, "Enter", "open", "Open the story"),
        new(KeyScope.Board, "1", "move-on", "Move the story to its next stage: take, approve, or to the release's preview"),
    ];

    /// <summary>The table as the listener reads it, safe inside a script element.</summary>
    public static Microsoft.AspNetCore.Html.HtmlString ForPages { get; } = new(JsonSerializer.Serialize(
        All.Select(key => new { scope = key.Scope.ToString().ToLowerInvariant(), chord = key.Chord, action = key.Action, does = key.Does, single = key.IsSingle, shown = key.Shown }),
        JsonSerializerOptions.Web));

    /// <summary>The scope's name as a heading.</summary>
    public static string Heading(KeyScope scope) => scope switch
    {
        KeyScope.Queue => "In the queue",
        KeyScope.Story => "On a story",
        KeyScope.Edit => "In the editor",
        KeyScope.Pictures => "In the pictures",
        KeyScope.Picture => "On a picture",
        KeyScope.Fronts => "On the fronts",
        KeyScope.Live => "On a live story",
        KeyScope.Routing => "In the list of rules",
        KeyScope.Planning => "In the planning",
        KeyScope.Event => "On an event",
        KeyScope.Board => "On the board",
        _ => "Everywhere",
    };

    /// <summary>docs/keys.md.</summary>
    public static string AsMarkdown()
    {
        var page = new System.Text.StringBuilder();
        page.Append("# The desk's keys\n\nMade from the one table in `src/Newsroom/Desk/Keys/Keys.cs`; a test keeps this page equal to it.\n");
        page.Append("Keys without Ctrl or Cmd can be switched off on the desk's page of keys; the choice is kept in the browser.\n");
        foreach (var scope in Enum.GetValues<KeyScope>())
        {
            page.Append("\n## ").Append(Heading(scope)).Append("\n\n| key | does |\n|---|---|\n");
            foreach (var key in All.Where(key => key.Scope == scope))
                page.Append("| `").Append(key.Shown).Append("` | ").Append(key.Does).Append(" |\n");
        }

        return page.ToString();
    }
}
