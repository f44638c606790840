using Wireroom.Language.Scripts;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Pictures;

namespace Wireroom.Newsroom.Site;

/// <summary>
/// The words of the site's interface. Another language is another value of this record, in a file of its own; a number stands behind its words, because
/// languages count in different forms.
/// </summary>
public sealed partial record Words
{
    /// <summary>The interface in English.</summary>
    public static Words English { get; } = new();

    /// <summary>Every language of the interface.</summary>
    public static IReadOnlyList<Words> All => [English, Croatian, German, Arabic];

    /// <summary>The words in the newsroom's language (BCP 47), or in English where it is none of ours.</summary>
    public static Words In(string language)
    {
        var main = language.Split('-', '_')[0];
        return All.FirstOrDefault(words => words.Language.Equals(main, StringComparison.OrdinalIgnoreCase)) ?? English;
    }

    /// <summary>The way that the interface is written: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => ScriptDirection.Of(Language);

    /// <summary>How days are written.</summary>
    public DateForms Dates { get; init; } = DateForms.English;

    /// <summary>The words of a gallery.</summary>
    public GalleryWords Galleries => new(Gallery, AllPictures, PictureOf, Photograph);

#pragma warning disable CS1591 // each word is its own explanation
    public string Language { get; init; } = "en";
    public string OwnName { get; init; } = "English";

    public string SkipToStory { get; init; } = "Skip to the content";
    public string Sections { get; init; } = "Sections";
    public string Home { get; init; } = "Front page";
    public string NoSection { get; init; } = "News";
    public string Search { get; init; } = "Search";
    public string Latest { get; init; } = "Latest";
    public string LatestNews { get; init; } = "Latest news";
    public string AllLatest { get; init; } = "All the latest";
    public string OneNewStory { get; init; } = "1 new story";
    public string NewStories { get; init; } = "{0} new stories";
    public string Corrections { get; init; } = "Corrections";
    public string Feed { get; init; } = "RSS feed";
    public string About { get; init; } = "More of this newsroom";
    public string NothingYet { get; init; } = "Nothing has been released yet. Stories stand here as soon as the desk releases them.";

    public string By { get; init; } = "By";
    public string FirstPublished { get; init; } = "First published";
    public string Published { get; init; } = "Published";
    public string Updated { get; init; } = "Updated";
    public string Corrected { get; init; } = "Corrected";
    public string Correction { get; init; } = "Correction";
    public string Copy { get; init; } = "Copy:";
    public string Topics { get; init; } = "Topics";
    public string WhatIsNew { get; init; } = "New in this version:";
    public string Withdrawn { get; init; } = "This story has been withdrawn";
    public string WithdrawnAt { get; init; } = "Withdrawn";
    public string Reason { get; init; } = "Reason:";

    public string History { get; init; } = "Version history";
    public string HistoryOf { get; init; } = "How this story has changed";
    public string BackToStory { get; init; } = "Back to the story";
    public string Version { get; init; } = "Version {0}";
    public string FirstVersion { get; init; } = "First version";
    public string OneUnchanged { get; init; } = "1 paragraph unchanged";
    public string Unchanged { get; init; } = "{0} paragraphs unchanged";
    public string NoTextChanged { get; init; } = "No word of the headline or the copy was changed.";
    public string SeeVersions { get; init; } = "See every version";

    public string Flash { get; init; } = "Flash";
    public string Urgent { get; init; } = "Urgent";

    public string Newer { get; init; } = "Newest";
    public string Older { get; init; } = "Older stories";
    public string Pages { get; init; } = "Pages";

    public string SearchWords { get; init; } = "Words";
    public string SearchSection { get; init; } = "Section";
    public string AllSections { get; init; } = "All sections";
    public string From { get; init; } = "From day";
    public string Until { get; init; } = "To day";
    public string SearchHint { get; init; } = "All words must be in the story. \"Exact words\" in quotation marks, begin* for the start of a word, -without to leave a word out.";
    public string NothingFound { get; init; } = "No story that is out matches.";
    public string NothingFoundHint { get; init; } = "Try fewer words, another spelling, or without section and days. What has not been released, or has been withdrawn, is not searched.";
    public string BadDay { get; init; } = "“{0}” is not a day. Write it as year-month-day: 2026-03-09.";
    public string ResultsFor { get; init; } = "Search: {0}";

    public string TopicLead { get; init; } = "{0} stories";
    public string OneTopicStory { get; init; } = "1 story";
    public string CorrectionsLead { get; init; } = "What we got wrong, and when we put it right. Each story carries its own notice and keeps every version.";
    public string NoCorrections { get; init; } = "No correction has been made yet.";

    public string NotFound { get; init; } = "There is no such page";
    public string NotFoundLead { get; init; } = "The address may be mistyped, or the story has not been released. The newest stories stand beside; search finds the rest.";
    public string Broken { get; init; } = "This page could not be made";
    public string BrokenLead { get; init; } = "The fault is ours and has been noted. Please try again in a moment.";

    public string WhoSaysSo { get; init; } = "Who says so";
    public string WhoSaysSoLead { get; init; } = "Read from the story by rules, sentence by sentence. A link leads to the sentence.";
    public string StatementCount { get; init; } = "Statements: {0}";
    public string SourceCount { get; init; } = "Sources: {0}";
    public string UnnamedCount { get; init; } = "unnamed: {0}";
    public string NamedPerson { get; init; } = "named person";
    public string UnnamedSource { get; init; } = "unnamed";
    public string Institution { get; init; } = "institution";
    public string Document { get; init; } = "document";
    public string Footage { get; init; } = "footage";
    public string Claimed { get; init; } = "claimed";
    public string Confirmed { get; init; } = "confirmed";
    public string Denied { get; init; } = "denied";
    public string Declined { get; init; } = "declined to comment";
    public string Believed { get; init; } = "believes";
    public string Intended { get; init; } = "intends";
    public string Judged { get; init; } = "judges";
    public string Asked { get; init; } = "asked";
    public string Shown { get; init; } = "shown";
    public string SecondHand { get; init; } = "second hand, through {0}";
    public string DisputedMark { get; init; } = "disputed";
    public string NobodyHasSaid { get; init; } = "Nobody has said";

    public string Photograph { get; init; } = "Photograph:";
    public string Gallery { get; init; } = "Picture gallery";
    public string AllPictures { get; init; } = "All pictures";
    public string PictureOf { get; init; } = "Picture {0} of {1}";
    public string LiteVersion { get; init; } = "Lite version";
    public string FullVersion { get; init; } = "This page with pictures";

    public string Author { get; init; } = "Author";
    public string Place { get; init; } = "Place";
    public string Agency { get; init; } = "Agency";
    public string AboutSources { get; init; } = "About our sources";
    public string AboutSourcesLead { get; init; } = "Whose copy we carry, how we name who says so, and what we do when we were wrong.";
    public string HowWeName { get; init; } = "How we name sources";
    public string HowWeNameText { get; init; } = "Under each story stands who says so: every statement with the person, institution or document that it rests on. It is read from the copy by rules, sentence by sentence, and put right by the desk. A source without a name is counted as one and marked as such.";
    public string WhoseCopy { get; init; } = "Agencies whose copy we carry";
    public string WhoseCopyText { get; init; } = "The agency is named under every story that is its copy, also where the desk has cut or changed it.";
    public string WhoWrites { get; init; } = "Who writes";
    public string WhenWrong { get; init; } = "When we were wrong";
    public string WhenWrongText { get; init; } = "A correction says what was wrong and stands at the head of the story. Every version stays readable. A story that had to be withdrawn is gone, and a notice says why.";
    public string NobodyNamed { get; init; } = "Nothing stands here yet.";

    public string Live { get; init; } = "Live";
    public string LiveStory { get; init; } = "As it happens";
    public string LiveOver { get; init; } = "This live story has ended";
    public string KeyPoints { get; init; } = "Key points";
    public string PinnedEntry { get; init; } = "Pinned";
    public string NoEntries { get; init; } = "No entry yet. The first will stand here.";
    public string OneNewEntry { get; init; } = "1 new entry";
    public string NewEntries { get; init; } = "{0} new entries";
    public string OlderEntries { get; init; } = "Older entries";
    public string NewestEntries { get; init; } = "Newest entries";
    public string EntryWithdrawn { get; init; } = "This entry has been withdrawn.";
    public string EntryAddress { get; init; } = "Link to this entry";

    public string LargerText { get; init; } = "Larger text";
    public string SmallerText { get; init; } = "Smaller text";
    public string Share { get; init; } = "Share";
    public string LinkCopied { get; init; } = "The link is copied.";
    public string Offline { get; init; } = "You are offline";
    public string OfflineLead { get; init; } = "The newsroom cannot be reached from here. What you read last is kept on this device and can be read again.";
    public string KeptHere { get; init; } = "Kept on this device";
    public string NothingKept { get; init; } = "Nothing is kept yet: a story is kept when it is opened.";

    public string Letters { get; init; } = "The news by mail";
    public string LettersLead { get; init; } = "Headlines with their leads, to your mail address. We use it for nothing else, and you can leave with one press.";
    public string MailAddress { get; init; } = "Mail address";
    public string HowOften { get; init; } = "How often";
    public string LetterDaily { get; init; } = "Once a day, in the morning";
    public string LetterSoon { get; init; } = "Soon after something comes out";
    public string SignUp { get; init; } = "Sign up";
    public string LetterAsked { get; init; } = "Look into your mail";
    public string LetterAskedText { get; init; } = "We have sent a letter to that address. The news comes once you have confirmed it there.";
    public string LetterConfirm { get; init; } = "Confirm";
    public string LetterConfirmText { get; init; } = "The news is to go to {0}.";
    public string LetterConfirmed { get; init; } = "It is confirmed. The first letter comes with the next news.";
    public string LetterLeave { get; init; } = "No more letters";
    public string LetterLeaveText { get; init; } = "Take {0} off the list?";
    public string LetterLeft { get; init; } = "The address is deleted. No more letters come.";
    public string BadMail { get; init; } = "“{0}” is no mail address. Write it as ana@example.org.";
    public string TooMany { get; init; } = "Too many requests";
    public string TooManyText { get; init; } = "A lot has come from your line in a short time. Please wait a minute and try again.";

    public string AlsoIn { get; init; } = "Also in:";

    /// <summary>"This article is more than 2 years old", by the number of years.</summary>
    public Func<int, string> Age { get; init; } = years => years == 1 ? "This article is more than 1 year old" : $"This article is more than {years} years old";
#pragma warning restore CS1591
}
