using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Anpa1312;

public sealed class Anpa1312Tests
{
    private const string Name = "anpa1312";

    [Theory]
    [InlineData("agency-writethru.anpa", 3)]
    [InlineData("box-scores.anpa", 1)]
    [InlineData("canadian.anpa", 1)]
    [InlineData("advisory-advance.anpa", 3)]
    [InlineData("lost-controls.txt", 2)]
    [InlineData("agate-columns.txt", 1)]
    [InlineData("margin-wire.txt", 1)]
    [InlineData("leads-adds-and-kills.anpa", 6)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("anpa1312/" + fixture, Name).Items.Count);

    [Fact]
    public void The_lines_of_a_kill_are_told_to_editors_and_are_no_headline()
    {
        var item = Message("BC-US--Senator-KILL   04-08 0060", "^BC-US--Senator, KILL,60<\r\n^BULLETIN KILL<\r\n^Eds: Members using BC-US--Senator, a0588, are asked to kill the story. The senator did not resign.<\r\n^A kill is mandatory.<\r\n^Make certain the story is not published.<\r\n\tThe PL");
        Assert.Equal((WireSignal.Withdrawal, "BC-US--Senator"), (item.Signal, item.Slugline));
        Assert.Equal("Eds: Members using BC-US--Senator, a0588, are asked to kill the story. The senator did not resign.\nA kill is mandatory.\nMake certain the story is not published.", item.EdNote);
        Assert.Null(item.Standfirst);
        Assert.Equal("working", item.Headlines[0].Role);
    }

    [Fact]
    public void Lines_over_a_table_are_headings_and_words_of_the_keyword_no_version()
    {
        var item = Message("BC-BKN--Prairie Standings   02-20 0120", "^BC-BKN--Prairie Standings<\r\n^By The Prairie League<\r\n^EASTERN CONFERENCE<\r\n^Atlantic Division<\r\n\tBoston won.");
        Assert.Equal(("BC-BKN--Prairie Standings", "The Prairie League", WireSignal.New), (item.Slugline, item.Byline, item.Signal));
        Assert.Equal(["EASTERN CONFERENCE", "Atlantic Division"], item.Body.OfType<WireHeading>().Select(heading => heading.Runs[0].Text));
        Assert.Empty(item.Links);
    }

    [Fact]
    public void The_date_of_an_advance_is_told_to_editors_and_is_no_headline()
    {
        var item = Message("BC-Garden,ADV08   03-03 0512", "^BC-Garden, ADV 08,512<\r\n^Adv08<\r\n^Spring gardens bloom early this year<\r\n^By ANA KOVAC=\r\n\tGardens bloom.");
        Assert.Equal(("Spring gardens bloom early this year", "Adv08", "ANA KOVAC"), (item.Headline, item.EdNote, item.Byline));
    }

    private static WireItem Message(string header, string text) =>
        Assert.Single(AssertWire.Read(Encoding.ASCII.GetBytes($"\u0016\u0016\u0001a0611\u001f-----\r\nr a\u0013\u0011 {header}\r\n\u0002{text}\r\n\u0003\r\nPL-WF-04-08-26 2301GMT<\r\n"), Name).Items);

    [Fact]
    public void A_message_is_read_whole()
    {
        var document = Document("agency-writethru.anpa");
        Assert.Empty(document.Faults);
        var item = document.Items[0];
        Assert.Equal(("0456", "r", 184, "PL"), (item.Sequence, item.Priority, item.WordCount, item.Provider));
        Assert.Equal([new WireSubject("i", "anpa1312:category", "i")], item.Subjects);
        Assert.Equal(("BC-EU--Croatia-Ferries", new WireLink("version", null, null, "1st Ld-Writethru"), 1L, WireSignal.Update), (item.Slugline, Assert.Single(item.Links), item.Version, item.Signal));
        Assert.Null(item.TakeKey);
        Assert.Equal("Ferry strike strands thousands on Croatian coast", item.Headline);
        Assert.StartsWith("Crews in five ports", item.Standfirst, StringComparison.Ordinal);
        Assert.Equal("VESNA BULAT", item.Byline);
        Assert.Contains("Eds: UPDATES with quotes, details. ADDS byline. With PL Photos.", item.EdNote, StringComparison.Ordinal);
        Assert.Equal(("SPLIT, Croatia", "PL"), (item.Dateline, item.Credit));
        Assert.Equal("\u201CWe are not asking for the moon,\u201D said Ante Perhat, who leads the crews. \u201CIt's \u2018night pay,' that is all.\u201D", Text(item.Body[1]));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 13, 37, 0, TimeSpan.Zero), item.VersionCreated?.Instant);
        Assert.Contains(new WireDropped("service-level", "a"), item.Dropped);
        Assert.Contains(new WireDropped("byline-title", "Prairie League Writer"), item.Dropped);
    }

    [Fact]
    public void Kills_and_alerts_are_told_by_their_words()
    {
        var items = Document("agency-writethru.anpa").Items;
        Assert.Equal([WireSignal.Update, WireSignal.Withdrawal, WireSignal.Alert], items.Select(item => item.Signal));
        Assert.StartsWith("EDITORS: Kill", items[1].EdNote, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 50, 0, TimeSpan.FromHours(-5)), items[2].VersionCreated?.Instant);
    }

    [Fact]
    public void Advisories_advances_and_adds_are_told_apart()
    {
        var items = Document("advisory-advance.anpa").Items;
        Assert.Equal([WireSignal.Advisory, WireSignal.New, WireSignal.Take], items.Select(item => item.Signal));
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 6, 0, 0, TimeSpan.FromHours(-5)), items[1].Embargo?.Until);
        Assert.Equal("SANTA FE, N.M.", items[1].Dateline);
        Assert.Equal(("2nd Add", "BC-Quake", "BC-Quake"), (items[2].Links[0].Title, items[2].TakeKey, items[2].Slugline));
    }

    [Fact]
    public void Tabular_copy_keeps_its_spacing() =>
        Assert.Equal("Boise        2  1  0 -- 3\nMissoula     0  1  1 -- 2\nFargo        1  0  0 -- 1", Assert.IsType<WirePreformatted>(Assert.Single(Document("box-scores.anpa").Items[0].Body)).Text);

    [Fact]
    public void Columns_parted_by_semicolons_are_a_table_below_their_headings()
    {
        var item = Document("agate-columns.txt").Items[0];
        Assert.Equal(("BC-HKO--Hockey Expanded Glance", "Hockey Expanded Standings", "The Tidewater Press", null), (item.Slugline, item.Headline, item.Byline, item.Standfirst));
        Assert.Equal(["All Times EDT", "EASTERN LEAGUE", "East Division", "Sunday's Games"], item.Body.OfType<WireHeading>().Select(Text));
        var table = Assert.Single(item.Body.OfType<WireTable>());
        Assert.Equal(["", "W", "L", "Pct", "GB", "WCGB", "L10", "Str", "Home", "Away"], table.Rows[0].Select(cell => cell.Text));
        Assert.Equal(["Troy", "18", "20", ".474", "12", "2\u00BD", "5-5", "L-2", "11-8", "7-12"], table.Rows[2].Select(cell => cell.Text));
        Assert.DoesNotContain(item.Dropped, dropped => dropped.Name is "caret-line" or "byline-title");
    }

    [Fact]
    public void A_wire_that_sets_no_carets_is_told_by_its_margin()
    {
        var item = Document("margin-wire.txt").Items[0];
        Assert.Equal(("0105", "u", "BC-Curling-Final", "Curling: Kitami take the stones home from Karuizawa", 41, "HWS"), (item.Sequence, item.Priority, item.Slugline, item.Headline, item.WordCount, item.Provider));
        Assert.Equal((null, new DateTime(2026, 3, 4, 21, 37, 0)), (item.VersionCreated?.Instant, item.VersionCreated?.Local));
        Assert.Equal(["KITAMI, Japan, March 3 Hokuto - The rink from Kitami swept past its hosts in nine ends.", "Skip Ken Ishida threw the last stone, which nobody had expected to be needed.", "==Hokuto"], item.Body.Select(Text));
    }

    [Fact]
    public void Another_agencys_dialect_is_read()
    {
        var item = Document("canadian.anpa").Items[0];
        Assert.Equal("Wheat slips as rain reaches the southern Prairies for the first time in weeks", item.Headline);
        Assert.Equal(("Odile Tremblay", "WINNIPEG", 7L), (item.Byline, item.Dateline, item.Version));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 16, 35, 0, TimeSpan.FromHours(-5)), item.VersionCreated?.Instant);
        Assert.Equal("Wheat futures slipped Tuesday as rain reached the southern Prairies, traders said.", Text(item.Body[0]));
        Assert.Equal("Oats up", Text(Assert.Single(item.Body.OfType<WireHeading>())));
    }

    [Fact]
    public void Messages_that_lost_their_control_characters_are_told_apart()
    {
        var document = Document("lost-controls.txt");
        Assert.Equal(["control-lost", "truncated"], document.Faults.Select(fault => fault.Code));
        Assert.Equal(["6715", "6716"], document.Items.Select(item => item.Sequence));
        Assert.Equal(WireSignal.Correction, document.Items[1].Signal);
        Assert.EndsWith("the club sa", Text(document.Items[1].Body[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_an_item_can_forge_a_message()
    {
        var hostile = "A\x04\r\n\x16\x16\x01" + "a9999\x1f-----\r\nf a\x13\x11 X   03-03 0001\r\n\x02" + "^FORGED<";
        var items = new[] { new WireItem { Format = "ninjs", Slugline = hostile, Byline = hostile, EdNote = hostile, Dateline = hostile, Headlines = [new WireText(hostile)], Body = [new WireParagraph([new WireRun(hostile)]), new WirePreformatted(hostile)] } };
        Assert.Single(AssertWire.Read(AssertWire.Write(items, Name, out _), Name).Items);
    }

    [Fact]
    public void Noise_never_throws_and_never_hangs()
    {
        var random = new Random(1312);
        var seed = AssertWire.Fixture("anpa1312/agency-writethru.anpa");
        for (var round = 0; round < 400; round++)
        {
            var noise = seed.ToArray();
            for (var at = 0; at < round % 60; at++)
            {
                noise[random.Next(noise.Length)] = (byte)random.Next(256);
            }

            var document = AssertWire.Read(noise, Name);
            Assert.True(document.Items.Count + document.Faults.Count > 0);
        }
    }

    private static WireDocument Document(string fixture) => AssertWire.Read(AssertWire.Fixture("anpa1312/" + fixture), Name);

    private static string Text(WireBlock block) => PlainText.Write([block]);

    [Fact]
    public void Leads_have_their_number_adds_their_key_and_kills_are_kills()
    {
        var items = Document("leads-adds-and-kills.anpa").Items;
        Assert.Equal([WireSignal.Update, WireSignal.Take, WireSignal.Hold, WireSignal.Withdrawal, WireSignal.Update, WireSignal.Correction], items.Select(item => item.Signal));
        Assert.Equal([2L, null, null, null, null, 3L], items.Select(item => item.Version));
        Assert.Equal([null, "BC-Ferry-Ice", null, null, null, null], items.Select(item => item.TakeKey));
        Assert.All(items, item => Assert.Equal("BC-Ferry-Ice", item.Slugline));
    }

    [Theory]
    [InlineData("10thLd", WireSignal.Update, 10)]
    [InlineData("Ld-All", WireSignal.Update, null)]
    [InlineData("5th Ld, URGENT", WireSignal.Update, 5)]
    [InlineData("Correction, 2nd Writethru", WireSignal.Correction, 2)]
    [InlineData("CLARIFICATION", WireSignal.Correction, null)]
    [InlineData("HFR", WireSignal.Hold, null)]
    [InlineData("Adv05", WireSignal.New, null)]
    [InlineData("Bjt", WireSignal.New, null)]
    public void Version_words_behind_the_keyword_are_a_signal_and_a_number(string words, WireSignal signal, int? version)
    {
        var message = $"\u0016\u0016\u0001a0701\u001f_bx---\r\nr i\u0013\u0011 BC-Ferry-Ice   03-03 0030\r\n\u0002^BC-Ferry-Ice, {words},30<\r\n^Ferry freed from the ice<\r\n\t   VAASA, Finland (PL) _ She sailed at eleven.\r\n\u0003\r\n\t   PL-WF-03-03-26 1155GMT<\r\n\u0004\r\n";
        var item = Assert.Single(AssertWire.Read(System.Text.Encoding.Latin1.GetBytes(message), Name).Items);
        Assert.Equal((signal, version, "BC-Ferry-Ice", words), (item.Signal, (int?)item.Version, item.Slugline, Assert.Single(item.Links).Title));
    }
}
