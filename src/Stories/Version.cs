using Wireroom.Stories.Body;

namespace Wireroom.Stories;

/// <summary>What an editor writes and a reader sees: everything of a version but its number, maker and time.</summary>
public sealed record Copy
{
    /// <summary>The headline; empty where the wire sent none and nobody has written one.</summary>
    public required string Headline { get; init; }

    /// <summary>True where the headline was made from the lead and an editor still owes a real one.</summary>
    public bool HeadlineIsWorkingTitle { get; init; }

    /// <summary>The story's short name on the desk.</summary>
    public string Slugline { get; init; } = "";

    /// <summary>The standfirst below the headline, or empty. It is also the lead that the rail shows; see <see cref="Lead"/>.</summary>
    public string Standfirst { get; init; } = "";

    /// <summary>Dateline as printed, without the dash: "ZAGREB, 3 March".</summary>
    public string Dateline { get; init; } = "";

    /// <summary>Byline as printed, without "By".</summary>
    public string Byline { get; init; } = "";

    /// <summary>The agency or house whose copy it is: "Adria News Service". Printed as the agency line.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Section slug: <c>world</c>, <c>economy</c>, ….</summary>
    public string Section { get; init; } = "";

    /// <summary>BCP 47 language of the copy.</summary>
    public string Language { get; init; } = "en";

    /// <summary>1 (flash) to 9; 5 where unsaid.</summary>
    public int Urgency { get; init; } = 5;

    /// <summary>Main place of the story, or empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Topics that gather stories: slug-able words in the trade's order, the weightiest first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The body.</summary>
    public IReadOnlyList<Block> Body { get; init; } = [];

    /// <summary>What is new in this version, for readers and subscribers: "Adds minister's statement in third paragraph".</summary>
    public string Advisory { get; init; } = "";

    /// <summary>Note to the desk; never printed.</summary>
    public string EdNote { get; init; } = "";

    /// <summary>Until when nothing of it may go out; null where nothing binds.</summary>
    public Embargo? Embargo { get; init; }

    /// <summary>Rights to the copy.</summary>
    public Rights? Rights { get; init; }

    /// <summary>The date and facts that were guessed on arrival (<c>date</c>, <c>headline</c>), shown as such on the desk.</summary>
    public IReadOnlyList<string> Guessed { get; init; } = [];

    /// <summary>The standfirst, or where there is none the first paragraph: what stands below the headline in a rail.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Lead => Standfirst.Length > 0 ? Standfirst : Body.OfType<Paragraph>().FirstOrDefault()?.Text.Plain ?? "";

    /// <summary>The pictures in the body, in order.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<Picture> Pictures => Body.OfType<PictureBlock>().Select(block => block.Picture);
}

/// <summary>An embargo: the sender's words, and the instant; an embargo without an instant could not be read and is closed until an editor decides.</summary>
public sealed record Embargo(DateTimeOffset? Until, string AsSent = "")
{
    /// <summary>True where nothing may go out at that time.</summary>
    public bool Binds(DateTimeOffset now) => Until is not { } until || now < until;

    /// <summary>True where it binds longer than the other one; one without an instant binds longest.</summary>
    public bool BindsLongerThan(Embargo? other) => other is null || (other.Until is { } until && (Until is not { } mine || mine > until));
}

/// <summary>What may be done with copy or a picture. <see cref="Licence"/> is the address where its terms stand on the web, or empty.</summary>
public sealed record Rights(string UsageTerms = "", string Holder = "", string Notice = "", DateTimeOffset? Expires = null, string Licence = "")
{
    /// <summary>True where nothing is said of who holds them or what they allow.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool SayNothing => UsageTerms.Length == 0 && Holder.Length == 0 && Notice.Length == 0 && Licence.Length == 0;
}

/// <summary>Where a version came from: the wire item as stored, and its source.</summary>
public sealed record Provenance(long WireItem, string Source);

/// <summary>An immutable version of a story. A released story is never edited in place: each release is a version, and all stay.</summary>
public sealed record Version(StoryId Story, int Number, Copy Copy, Provenance? Provenance, string MadeBy, DateTimeOffset MadeAt)
{
    /// <summary>
    /// The text with what is suggested in it, or empty where nothing is; see <see cref="SuggestedBody"/>. It stands beside the copy and not in it: the copy is
    /// the text without suggestions, and all that ever goes out.
    /// </summary>
    public string Suggested { get; init; } = "";
}

/// <summary>What a correction must carry: what was wrong, in a sentence for the reader.</summary>
public sealed record Correction
{
    /// <param name="whatWasWrong">The sentence; refused where empty.</param>
    /// <exception cref="MoveRefusedException">The sentence is missing.</exception>
    public Correction(string whatWasWrong)
    {
        WhatWasWrong = whatWasWrong.Trim();
        if (WhatWasWrong.Length == 0)
            throw new MoveRefusedException("A correction must say what was wrong.");
    }

    /// <summary>What was wrong, for the reader.</summary>
    public string WhatWasWrong { get; }
}

/// <summary>What a withdrawal (kill) must carry: a reason that readers and subscribers are given.</summary>
public sealed record Withdrawal
{
    /// <param name="reason">The reason; refused where empty.</param>
    /// <exception cref="MoveRefusedException">The reason is missing.</exception>
    public Withdrawal(string reason)
    {
        Reason = reason.Trim();
        if (Reason.Length == 0)
            throw new MoveRefusedException("A withdrawal must carry a reason.");
    }

    /// <summary>The reason, for readers and subscribers.</summary>
    public string Reason { get; }
}
