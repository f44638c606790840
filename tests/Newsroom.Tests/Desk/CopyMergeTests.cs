using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>Two texts made one: nothing that either side wrote is lost.</summary>
public sealed class CopyMergeTests
{
    private static readonly DeskTime Time = new(TimeZoneInfo.Utc, new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.Zero));
    private static readonly Copy Basis = new() { Headline = "Ferry aground", Slugline = "FERRY", Body = Lines("one", "two", "three") };

    [Fact]
    public void What_only_one_side_changed_is_taken_from_it()
    {
        var merged = CopyMerge.Of(Basis, Basis with { Headline = "Ferry aground off Vis" }, Basis with { Slugline = "FERRY-VIS", Urgency = 1, Topics = ["sea"] }, Time);
        Assert.Empty(merged.Clashes);
        Assert.Equal(("Ferry aground off Vis", "FERRY-VIS", 1), (merged.Copy.Headline, merged.Copy.Slugline, merged.Copy.Urgency));
        Assert.Equal(["sea"], merged.Copy.Topics);
    }

    [Fact]
    public void What_both_changed_clashes_and_both_are_told()
    {
        var merged = CopyMerge.Of(Basis, Basis with { Headline = "Mine" }, Basis with { Headline = "Theirs" }, Time);
        Assert.Equal(new Clash("Headline", "Mine", "Theirs"), Assert.Single(merged.Clashes));
        Assert.Equal("Mine", merged.Copy.Headline);
        Assert.Empty(CopyMerge.Of(Basis, Basis with { Headline = "Same" }, Basis with { Headline = "Same" }, Time).Clashes);
    }

    [Theory]
    [InlineData("one|two|three|four", "zero|one|two|three", "zero|one|two|three|four", "")]
    [InlineData("one|TWO|three", "one|two|THREE", "one|TWO|THREE", "")]
    [InlineData("one|three", "one|two|three|four", "one|three|four", "")]
    [InlineData("one|mine|two|three", "one|theirs|two|three", "one|mine|theirs|two|three", "")]
    [InlineData("one|MINE|three", "one|THEIRS|three", "one|MINE|three", "MINE/THEIRS")]
    [InlineData("one|three", "one|THEIRS|three", "one|three", "/THEIRS")]
    [InlineData("", "one|two|three", "", "")]
    [InlineData("one|two|three", "", "", "")]
    public void Bodies_are_joined_paragraph_by_paragraph(string mine, string theirs, string joined, string clash)
    {
        var merged = CopyMerge.Of(Basis, Basis with { Body = Lines(mine.Split('|', StringSplitOptions.RemoveEmptyEntries)) }, Basis with { Body = Lines(theirs.Split('|', StringSplitOptions.RemoveEmptyEntries)) }, Time);
        Assert.Equal(joined, string.Join('|', merged.Copy.Body.OfType<Paragraph>().Select(line => line.Text.Plain)));
        Assert.Equal(clash, string.Join(';', merged.Clashes.Select(one => $"{one.Mine}/{one.Theirs}")));
    }

    [Fact]
    public void Whatever_two_people_do_to_a_text_every_new_paragraph_of_both_is_in_the_text_or_told()
    {
        var random = new Random(20261126);
        for (var run = 0; run < 500; run++)
        {
            var basis = Enumerable.Range(0, random.Next(0, 8)).Select(number => $"b{number}").ToList();
            var (mine, theirs) = (Change(basis, 'm', random), Change(basis, 't', random));
            var merged = CopyMerge.Of(Basis with { Body = Lines([.. basis]) }, Basis with { Body = Lines([.. mine]) }, Basis with { Body = Lines([.. theirs]) }, Time);
            var text = merged.Copy.Body.OfType<Paragraph>().Select(line => line.Text.Plain).ToList();
            var told = merged.Clashes.SelectMany(clash => clash.Theirs.Split('\n')).ToList();
            Assert.All(mine.Where(line => line[0] == 'm'), line => Assert.Contains(line, text));
            Assert.All(theirs.Where(line => line[0] == 't'), line => Assert.True(text.Contains(line) || told.Contains(line), $"{line} is lost in run {run}"));
            Assert.Equal(text.Count, text.Distinct().Count());
        }
    }

    private static List<string> Change(List<string> basis, char by, Random random)
    {
        var changed = new List<string>();
        foreach (var line in basis)
        {
            switch (random.Next(6))
            {
                case 0:
                    break;
                case 1:
                    changed.Add($"{by}{line}");
                    break;
                case 2:
                    changed.Add(line);
                    changed.Add($"{by}+{line}");
                    break;
                default:
                    changed.Add(line);
                    break;
            }
        }

        return changed;
    }

    private static List<Block> Lines(params string[] lines) => [.. lines.Select(line => new Paragraph(RichText.Of(line)))];
}
