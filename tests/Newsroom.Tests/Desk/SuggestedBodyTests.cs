using System.Text.Json.Nodes;
using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>A text and what is suggested in it: one place parts them.</summary>
public sealed class SuggestedBodyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeskTime Time = new(TimeZoneInfo.Utc, Now);

    /// <summary>A paragraph in which “ran aground” is to become “sank”, a proposed paragraph, a struck heading, and a list with an item of each kind.</summary>
    internal static string Text(string by = "Ivo", long at = 1000) => $$$"""
        [{"kind":"paragraph","text":[{"t":"The ferry "},{"t":"ran aground","b":true,"del":{"id":"one","by":"{{{by}}}","at":{{{at}}}}},{"t":"sank","ins":{"id":"one","by":"{{{by}}}","at":{{{at}}}}},{"t":" off Vis."}]},
         {"kind":"paragraph","text":[{"t":"All 40 were saved."}],"sug":{"kind":"ins","id":"two","by":"{{{by}}}","at":{{{at}}}}},
         {"kind":"heading","level":2,"text":[{"t":"The harbour"}],"sug":{"kind":"del","id":"three","by":"{{{by}}}","at":{{{at}}}}},
         {"kind":"list","numbered":false,"items":[[{"t":"stays"}],[{"t":"comes"}],[{"t":"goes"}]],"each":[null,{"kind":"ins","id":"four","by":"{{{by}}}","at":{{{at}}}},{"kind":"del","id":"five","by":"{{{by}}}","at":{{{at}}}}]}]
        """;

    [Fact]
    public void What_is_neither_accepted_nor_rejected_is_not_in_the_copy_and_what_is_struck_is()
    {
        var (body, suggested, fault) = EditorDraft.Read(Text(), "Ivo", Now);
        Assert.Null(fault);
        Assert.Equal("The ferry ran aground off Vis.\n\nThe harbour\n\nstays\n\ngoes", BodyText.Of(body));
        Assert.Equal(RunStyle.Bold, ((Paragraph)body[0]).Text.Runs[1].Style);
        var open = SuggestedBody.Of(suggested);
        Assert.Equal(
            [("one", "sank", "ran aground", 1), ("two", "All 40 were saved.", "", 2), ("three", "", "The harbour", 3), ("four", "comes", "", 4), ("five", "", "goes", 4)],
            open.Select(one => (one.Id, one.Inserted, one.Deleted, one.Block)));
        Assert.All(open, one => Assert.Equal(("Ivo", DateTimeOffset.FromUnixTimeMilliseconds(1000)), (one.By, one.At)));
        Assert.Equal("The ferry ran agroundsank off Vis.\nAll 40 were saved.\nThe harbour\nstays\ncomes\ngoes", SuggestedBody.TextOf(suggested));
    }

    [Fact]
    public void A_copy_has_no_place_for_a_suggestion()
    {
        foreach (var block in JsonNode.Parse(Text())!.AsArray())
            Assert.Contains("neither accepted nor rejected", EditorBody.Read(new JsonArray(block!.DeepClone()).ToJsonString()).Fault, StringComparison.Ordinal);
        var (body, _, _) = EditorDraft.Read(Text(), "Ivo", Now);
        var stored = EditorJson.Of(body);
        Assert.All(new[] { "sank", "saved", "comes", "\"ins\"", "\"del\"", "\"sug\"", "\"each\"" }, word => Assert.DoesNotContain(word, stored, StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_of_which_nothing_would_stand_are_no_blocks()
    {
        const string Mark = "{\"id\":\"x\",\"by\":\"Ivo\",\"at\":1}";
        var (body, suggested, fault) = EditorDraft.Read(
            $$$"""[{"kind":"paragraph","text":[{"t":"new","ins":{{{Mark}}}}]},{"kind":"list","numbered":true,"items":[[{"t":"new","ins":{{{Mark}}}}]]},{"kind":"quote","lines":[[{"t":"new","ins":{{{Mark}}}}]],"by":""},{"kind":"picture","file":"","caption":"The quay","alt":"","credit":"","width":1,"height":1,"sug":{"kind":"ins","id":"y","by":"Ivo","at":1}}]""", "Ivo", Now);
        Assert.Null(fault);
        Assert.Empty(body);
        Assert.Equal(2, SuggestedBody.Of(suggested).Count);
    }

    [Fact]
    public void A_suggestion_is_of_whoever_sends_it_first_and_stays_theirs()
    {
        var (_, first, _) = EditorDraft.Read(Text(by: "The chief", at: 9_999_999_999_999), "Ivo", Now);
        Assert.All(SuggestedBody.Of(first), one => Assert.Equal(("Ivo", Now), (one.By, one.At)));
        var (_, again, _) = EditorDraft.Read(first.Replace("Ivo", "Somebody else", StringComparison.Ordinal), "Eva", Now.AddHours(1), first);
        Assert.Equal(first, again);
    }

    [Theory]
    [InlineData("""[{"kind":"paragraph","text":[{"t":"x","href":"javascript:alert(1)","ins":{"id":"a","by":"b","at":1}}]}]""", "link")]
    [InlineData("""[{"kind":"paragraph","text":[{"t":"x"}],"sug":{"kind":"ins","id":"a","by":"b","at":1}},{"kind":"script"}]""", "unknown kind")]
    [InlineData("""[{"kind":"paragraph","text":"x","sug":{"kind":"del","id":"a","by":"b","at":1}}]""", "list belongs")]
    public void What_is_proposed_is_read_as_strictly_as_the_text(string json, string expected) =>
        Assert.Contains(expected, EditorDraft.Read(json, "Ivo", Now).Fault, StringComparison.Ordinal);

    [Fact]
    public void Text_without_suggestions_is_what_it_was()
    {
        var json = EditorJson.Of([new Paragraph(RichText.Of("Šibenik < Split")), new BulletList(true, [RichText.Of("one")])]);
        var (body, suggested, _) = EditorDraft.Read(json, "Ivo", Now);
        Assert.Equal((json, ""), (EditorJson.Of(body), suggested));
    }

    [Fact]
    public void Two_texts_with_suggestions_are_made_one_and_whoever_did_not_touch_a_block_keeps_the_others()
    {
        var basis = Draft("""[{"kind":"paragraph","text":[{"t":"one"}]},{"kind":"paragraph","text":[{"t":"two"}]},{"kind":"paragraph","text":[{"t":"three"}]}]""");
        var mine = Draft("""[{"kind":"paragraph","text":[{"t":"one"},{"t":"!","ins":{"id":"a","by":"Ivo","at":1}}]},{"kind":"paragraph","text":[{"t":"two"}]},{"kind":"paragraph","text":[{"t":"three"}]}]""");
        var theirs = Draft("""[{"kind":"paragraph","text":[{"t":"one"}]},{"kind":"paragraph","text":[{"t":"two"}]},{"kind":"paragraph","text":[{"t":"three","del":{"id":"b","by":"Ivo","at":2}}]}]""");
        var merged = CopyMerge.Of(basis, mine, theirs, Time);
        Assert.Empty(merged.Clashes);
        Assert.Equal(["a", "b"], SuggestedBody.Of(merged.Draft.Suggested).Select(one => one.Id));
        Assert.Equal("one\n\ntwo\n\nthree", BodyText.Of(merged.Copy.Body));

        // Both in the same block: mine stands, theirs is told with all that stands in it.
        var clash = Assert.Single(CopyMerge.Of(basis, mine, Draft("""[{"kind":"paragraph","text":[{"t":"one"},{"t":"?","ins":{"id":"c","by":"Ivo","at":3}}]},{"kind":"paragraph","text":[{"t":"two"}]},{"kind":"paragraph","text":[{"t":"three"}]}]"""), Time).Clashes);
        Assert.Equal(("one!", "one?"), (clash.Mine, clash.Theirs));
    }

    [Fact]
    public void A_comparison_tells_what_was_suggested()
    {
        var version = new Wireroom.Stories.Version(new StoryId(1), 1, new Copy { Headline = "Ferry" }, null, "Ivo", Now) { Suggested = EditorDraft.Read(Text(), "Ivo", Now).Suggested };
        Assert.Contains("Ivo puts “sank” for “ran aground”", CopyText.Fields(version, Time).Single(field => field.Name == "Suggestions").Text, StringComparison.Ordinal);
    }

    private static Draft Draft(string json) => EditorDraft.Read(json, "Ivo", Now) is var read ? new Draft(new Copy { Headline = "Ferry", Body = read.Body }, read.Suggested) : throw new InvalidOperationException();
}
