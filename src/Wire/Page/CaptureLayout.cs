namespace Wireroom.Wire.Page;

/// <summary>An entry of a rail: a headline, and its lead where it has one.</summary>
internal sealed record RailEntry(CaptureLine? Title, IReadOnlyList<CaptureLine> Lead);

/// <summary>
/// Tells the story from its rails. A rail is known by its name, or by its form: headline and one paragraph, over and over. The story
/// is what runs on: several paragraphs under one title, with subheadings between them, around the rails if need be.
/// </summary>
internal sealed class CaptureLayout
{
    /// <summary>Pairs in a row from which a list without a name is a rail; and the words in its headlines, on average, at least.</summary>
    private const int PairsOfARail = 3, WordsOfAHeadline = 4, MostPairs = 200;

    private readonly List<CaptureSection> sections;
    private readonly List<CaptureSection> story = [];
    private readonly List<CaptureLine> storyLines = [];

    private CaptureLayout(List<CaptureSection> sections) => this.sections = sections;

    /// <summary>The story's parts, one list a story, in the order of the page; more than one where the page ran on to another story.</summary>
    public List<List<CaptureSection>> Stories { get; } = [];

    public List<RailEntry> Entries { get; } = [];

    /// <summary>Sections whose titles belong to a rail although their copy belongs to the story.</summary>
    public HashSet<CaptureSection> TitlesOfRails { get; } = [];

    public static CaptureLayout Of(List<CaptureLine> lines)
    {
        var layout = new CaptureLayout(CaptureSection.Of(lines));
        for (var i = 0; i < layout.sections.Count;)
            i = layout.sections[i].Rail is null ? layout.TakeUnnamed(i) : layout.TakeRail(i);
        layout.PartStories();
        return layout;
    }

    private int TakeUnnamed(int at)
    {
        var section = sections[at];
        var pairs = CountPairs(at);
        if (pairs >= PairsOfARail && IsList(at, pairs))
        {
            for (var i = at; i < at + pairs; i++)
                AddEntries(sections[i], 1);
            return at + pairs;
        }

        if (section.Copy.Count == 0)
        {
            if (section.Titles.Count >= 2)
                AddEntries(section, 0);
            return at + 1;
        }

        // A heap of headlines in front of copy that runs on is a list without a name.
        if (section.Titles.Count >= 3 && story.Count > 0 && section.Titles.All(title => TextForm.Words(title.Text) >= WordsOfAHeadline))
        {
            AddTitles(section, section.Titles.Count);
            TitlesOfRails.Add(section);
        }

        AddStory(section);
        return at + 1;
    }

    /// <summary>How many sections from here have the form of a rail's entry; a section with a story's header among others without begins none.</summary>
    private int CountPairs(int at)
    {
        var pairs = 0;
        while (pairs < MostPairs && at + pairs < sections.Count && sections[at + pairs] is { Rail: null, IsPair: true } next && next.Titles[^1].Kind != LineKind.Label)
            pairs++;
        return pairs;
    }

    private bool IsList(int at, int pairs)
    {
        var first = sections[at];
        if (first.HasHeader && !sections[at + 1].HasHeader)
            return false;
        // What follows the pairs without a rail's name belongs together with them: parts of one story under subheadings.
        var words = sections.GetRange(at, pairs).Average(pair => pair.TitleWords);
        return words >= WordsOfAHeadline + (story.Count > 0 ? 1 : 0);
    }

    /// <summary>A rail with a name: entries until copy runs on again.</summary>
    private int TakeRail(int at)
    {
        var first = sections[at];
        var began = story.Count > 0;
        if (first.Titles.Count == 0)
        {
            TakeUntitled(first, began, at == sections.Count - 1);
            return at + 1;
        }

        var pairs = CountPairs(at + 1);
        if (first.Copy.Count == 1 && began && pairs == 0 && Resumes(first, at))
            return Resume(first, 0, at);
        if (first.Copy.Count >= 2 && pairs < 2)
            return began ? Resume(first, SharedLead(first), at) : Begin(first, at);

        var i = at;
        for (; i < sections.Count && (i == at || sections[i].Rail is null); i++)
        {
            var section = sections[i];
            if (section.Copy.Count >= 2 && i > at)
            {
                // Two paragraphs under a headline are one entry; more are the story, which begins here or goes on.
                if (!began && section.Copy.Count >= 3)
                    return Begin(section, i);
                if (began && section.Copy.Count >= 3)
                    return Resume(section, 1, i);
            }

            AddEntries(section, section.Copy.Count);
        }

        return i;
    }

    /// <summary>Copy straight under a rail's name: entries where each has its time before it or stands at the page's foot, or else the story.</summary>
    private void TakeUntitled(CaptureSection section, bool began, bool last)
    {
        var stamped = section.Copy.Count(line => line.Stamp is not null);
        var isList = stamped * 2 > section.Copy.Count || (began && last && section.Copy.Count >= 2 && SharedWithStory(section.Copy) == 0);
        if (!isList)
        {
            AddStory(section);
            return;
        }

        foreach (var line in section.Copy)
            Entries.Add(new RailEntry(null, [line]));
    }

    /// <summary>One paragraph after a rail's last headline: the story goes on with it unless it tells what the headline tells.</summary>
    private bool Resumes(CaptureSection section, int at)
    {
        var title = TextForm.Stems(section.Titles[^1].Text);
        var lead = TextForm.Stems(section.Copy[0].Text);
        var own = TextForm.Shared(title, lead);
        return own == 0 || (section.Titles.Count >= 2 && own * 3 < title.Count) || (own * 3 < title.Count && at == sections.Count - 1);
    }

    /// <summary>1 where the first paragraph tells what the last headline tells and the others do not: then it is that entry's lead.</summary>
    private static int SharedLead(CaptureSection section)
    {
        var title = TextForm.Stems(section.Titles[^1].Text);
        var first = TextForm.Shared(title, TextForm.Stems(section.Copy[0].Text));
        var rest = section.Copy.Skip(1).Max(line => TextForm.Shared(title, TextForm.Stems(line.Text)));
        return first >= 2 && rest == 0 && first * 3 >= title.Count ? 1 : 0;
    }

    private int SharedWithStory(List<CaptureLine> lines)
    {
        var known = TextForm.Stems(string.Join(' ', storyLines.Select(line => line.Text)));
        return lines.Sum(line => TextForm.Shared(TextForm.Stems(line.Text), known));
    }

    /// <summary>The rail ends and the story goes on; <paramref name="lead"/> paragraphs still belong to the last headline.</summary>
    private int Resume(CaptureSection section, int lead, int at)
    {
        AddEntries(section, lead);
        section.Copy.RemoveRange(0, lead);
        TitlesOfRails.Add(section);
        AddStory(section);
        return at + 1;
    }

    /// <summary>The rail ends and the story begins: its headline is the title next to the copy.</summary>
    private int Begin(CaptureSection section, int at)
    {
        var own = Math.Min(section.Titles.Count, section.HasHeader || section.Titles.Count == 1 ? 1 : SharedLead(section) == 1 && section.Rail is null ? 0 : 1);
        AddTitles(section, section.Titles.Count - own);
        section.Titles.RemoveRange(0, section.Titles.Count - own);
        AddStory(section);
        return at + 1;
    }

    private void AddStory(CaptureSection section)
    {
        story.Add(section);
        storyLines.AddRange(section.Copy);
    }

    private void AddEntries(CaptureSection section, int lead)
    {
        if (section.Titles.Count == 0)
            return;
        if (section.Copy.Count == 0 && AddPairsOfTitles(section.Titles))
            return;
        AddTitles(section, section.Titles.Count - 1);
        var last = section.Titles[^1];
        if (lead > 0 || last.Kind == LineKind.Title)
            Entries.Add(new RailEntry(last, section.Copy.GetRange(0, Math.Min(lead, section.Copy.Count))));
    }

    /// <summary>Headlines alone; one to three words among them name a section.</summary>
    private void AddTitles(CaptureSection section, int count) =>
        Entries.AddRange(section.Titles.Take(count).Where(title => title.Kind == LineKind.Title).Select(title => new RailEntry(title, [])));

    /// <summary>Leads that lost their full stop: lines that stand in twos, or every second line clearly longer than the one before.</summary>
    private bool AddPairsOfTitles(List<CaptureLine> titles)
    {
        if (titles.Count < 4 || titles.Count % 2 > 0)
            return false;
        var pairs = titles.Chunk(2).ToList();
        var inGroups = pairs.All(pair => pair[0].Group == pair[1].Group) && pairs.Select(pair => pair[0].Group).Distinct().Count() == pairs.Count;
        var byLength = pairs.Count >= 3 && pairs.All(pair => pair[1].Text.Length * 4 > pair[0].Text.Length * 5);
        if (!inGroups && !byLength)
            return false;
        Entries.AddRange(pairs.Select(pair => new RailEntry(pair[0], [pair[1]])));
        return true;
    }

    /// <summary>A section with a headline and a byline or date of its own begins another story; what has neither goes on with the one before.</summary>
    private void PartStories()
    {
        foreach (var section in story)
        {
            var opens = section.HasHeader && section.Titles.Count > 0 && section.TitleWords >= WordsOfAHeadline && !TitlesOfRails.Contains(section);
            if (Stories.Count == 0 || opens)
                Stories.Add([]);
            Stories[^1].Add(section);
        }

        // A paragraph or two before the first headline are a notice, not a story.
        if (Stories.Count > 1 && Stories[0].Sum(part => part.Length) * 5 < Stories[1].Sum(part => part.Length) && !Stories[0][0].HasHeader)
            Stories.RemoveAt(0);
    }
}
