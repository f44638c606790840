using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Iptc7901;

public sealed class Iptc7901Tests
{
    private const string Name = "iptc7901";

    [Theory]
    [InlineData("agentur-tagesdienst.iptc", 4)]
    [InlineData("english-desk.iptc", 3)]
    [InlineData("sieben-bit.iptc", 1)]
    [InlineData("lost-controls.txt", 3)]
    [InlineData("controles-imprimes.txt", 1)]
    [InlineData("hrvatska-tablice.iptc", 1)]
    [InlineData("broken-line.iptc", 3)]
    [InlineData("mot-cle.txt", 1)]
    [InlineData("versions-and-takes.iptc", 9)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("iptc7901/" + fixture, Name).Items.Count);

    [Fact]
    public void A_message_is_read_whole()
    {
        var document = Document("agentur-tagesdienst.iptc");
        Assert.Empty(document.Faults);
        var item = document.Items[0];
        Assert.Equal(("lrd", "0214", "4", 4, 96), (item.Provider, item.Sequence, item.Priority, item.Urgency, item.WordCount));
        Assert.Equal([new WireSubject("pl", "iptc7901:category", "pl")], item.Subjects);
        Assert.Equal("Landtag/Hochwasser", item.Slugline);
        Assert.Equal(["Landtag", "Hochwasser"], item.Keywords);
        Assert.Equal([new WireText("Landtag stellt 40 Millionen Euro für Deiche bereit"), new WireText("Opposition verlangt schnelleres Bauen", "sub")], item.Headlines);
        Assert.Equal(("Magdeburg", "LRD", "Magdeburg"), (item.Dateline, item.Credit, item.Located?.Name));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 14, 12, 0, TimeSpan.FromHours(1)), item.VersionCreated?.Instant);
        Assert.Equal(3, item.Body.Count);
        Assert.StartsWith("Nach dem Hochwasser der Elbe hat der Landtag am Dienstag 40 Millionen", Text(item.Body[0]), StringComparison.Ordinal);
        Assert.Equal("«Wir bauen höher und breiter», erklärte sie. Gegenstimmen gab es nicht.", Text(item.Body[1]));
        Assert.Equal([new WireDropped("optional-information", "vvvvb LRD 0214"), new WireDropped("signature", "LRD/tho/bru")], item.Dropped);
    }

    [Fact]
    public void A_keyword_above_the_headline_that_opens_with_it_is_the_slugline()
    {
        var item = Document("mot-cle.txt").Items[0];
        Assert.Equal(("Route du Doubs", "Route du Doubs: Le pont de Goumois rouvre après deux hivers", "Delémont", "jura", 31), (item.Slugline, item.Headline, item.Dateline, item.Credit, item.WordCount));
        Assert.Equal("Le pont de Goumois est rouvert depuis mardi, a dit la commune.", Text(item.Body[0]));
    }

    [Theory]
    [InlineData("MOSKVA, March 3. /LRD/. The ice broke.", "MOSKVA, March 3", "MOSKVA", "LRD")]
    [InlineData("NEW BERN, N.C., March 3, 2026 /Lumen Newswire/ -- The ice broke.", "NEW BERN, N.C., March 3, 2026", "NEW BERN, N.C.", "Lumen Newswire")]
    [InlineData("OTARU, March 3, LUMEN - The ice broke.", "OTARU, March 3", "OTARU", "LUMEN")]
    [InlineData("OTARU, March 3 (Lumen) -- The ice broke.", "OTARU, March 3", "OTARU", "Lumen")]
    [InlineData("PERM. March 3 (Lumen) - The ice broke.", "PERM. March 3", "PERM", "Lumen")]
    [InlineData("Oviedo, 3 mar (LRD).- El hielo se rompió.", "Oviedo, 3 mar", "Oviedo", "LRD")]
    [InlineData("Lisboa, 03 mar 2026 (LRD) – O gelo partiu.", "Lisboa, 03 mar 2026", "Lisboa", "LRD")]
    [InlineData("ZAGREB, 3. ožujka 2026. (LRD) - Led je pukao.", "ZAGREB, 3. ožujka 2026.", "ZAGREB", "LRD")]
    [InlineData("BEOGRAD, 3. marta (LRD) - Led je pukao.", "BEOGRAD, 3. marta", "BEOGRAD", "LRD")]
    [InlineData("Ribe, onsdag /sund/ Isen brast.", "Ribe, onsdag", "Ribe", "sund")]
    [InlineData("Oslo (LRD): Isen brast.", "Oslo", "Oslo", "LRD")]
    public void Datelines_of_every_agencys_style_are_told_from_the_lead(string lead, string dateline, string place, string agency)
    {
        var item = Message($"Ice breaks\r\n\r\n{lead}");
        Assert.Equal((dateline, place, agency), (item.Dateline, item.Located?.Name, item.Credit));
        Assert.Equal(lead[(lead.LastIndexOfAny(['-', '/', ')', '–', '.', ':'], lead.Length - 8) + 1)..].TrimStart(' ', '.', '-', '–', ':'), PlainText.Write(item.Body));
    }

    [Theory]
    [InlineData("(Zusammenfassung 1230 - neu: Reaktionen)", WireSignal.Update)]
    [InlineData("(Zusammenfassung 12.30 Uhr - neu: Reaktionen)", WireSignal.Update)]
    [InlineData("(Achtung Redaktionen: Bilder folgen)", WireSignal.New)]
    [InlineData("(Hinweis: Die Grafik folgt)", WireSignal.New)]
    [InlineData("(Berichtigung: Name)", WireSignal.Correction)]
    public void A_note_on_a_copy_says_what_was_done_to_it_and_leaves_it_copy(string note, WireSignal signal)
    {
        var item = Message($"{note}\r\nEis bricht\r\n- Ufer gesperrt =\r\n\r\n   Oslo (lrd) - Das Eis ist gebrochen.");
        Assert.Equal((signal, "Eis bricht", note), (item.Signal, item.Headline, item.EdNote));
    }

    [Theory]
    [InlineData("HAST: Isen brast")]
    [InlineData("PILNE: Isen brast")]
    [InlineData("+++ BLIXT +++ Isen brast")]
    [InlineData("(URGENTE) Isen brast")]
    public void What_is_urgent_is_an_alert_in_every_language(string headline)
    {
        var item = Message($"{headline}\r\n\r\nOslo (LRD): Isen brast.");
        Assert.Equal((WireSignal.Alert, "Isen brast"), (item.Signal, item.Headline));
    }

    [Theory]
    [InlineData("ALERTE\r\n\r\nLe maire démissionne\r\n\r\nBREST, 3 mars (LIT) - Le maire a démissionné.")]
    [InlineData("Le maire démissionne\r\n\r\nBREST, 3 mars (LIT) - Le maire a démissionné.")]
    public void A_signal_above_a_blank_line_is_none_of_the_headlines_lines(string text)
    {
        var item = Message(text);
        Assert.Equal(("Le maire démissionne", "BREST", "Le maire a démissionné."), (item.Headline, item.Located?.Name, PlainText.Write(item.Body)));
    }

    [Fact]
    public void Lines_below_the_headline_are_known_by_the_word_for_them() =>
        Assert.Equal([new WireText("Zwei Boote gekentert"), new WireText("Eis war zu dünn", "sub"), new WireText("Ufer gesperrt", "sub")], Message("Zwei Boote gekentert\r\nUtl.: Eis war zu dünn\r\nUtl.: Ufer gesperrt =\r\n\r\n   Gmunden (lrd) - Das Eis brach.").Headlines);

    private static WireItem Message(string text) =>
        Assert.Single(AssertWire.Read(Encoding.UTF8.GetBytes($"\u0001lrd0214 4 pl 96\r\n\r\nEis/\r\n\u0002{text}\r\n\u0003031412 GMT Mar 26\r\n"), Name).Items);

    [Fact]
    public void Signals_and_embargoes_are_read_in_the_agencys_own_words()
    {
        var items = Document("agentur-tagesdienst.iptc").Items;
        Assert.Equal([WireSignal.New, WireSignal.Correction, WireSignal.New, WireSignal.Alert], items.Select(item => item.Signal));
        Assert.Equal("(Berichtigung: Im ersten Absatz muss es 44 statt 40 Millionen heißen)", items[1].EdNote);
        Assert.Equal("Landtag stellt 44 Millionen Euro für Deiche bereit", items[1].Headline);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 6, 0, 0, TimeSpan.FromHours(1)), items[2].Embargo?.Until);
        Assert.Equal("Landtagspräsident Ottfried Räbel tritt zurück", items[3].Headline);
    }

    [Fact]
    public void Versions_notes_and_kills_of_an_English_desk_are_read()
    {
        var items = Document("english-desk.iptc").Items;
        Assert.Equal([WireSignal.Refile, WireSignal.Alert, WireSignal.Withdrawal], items.Select(item => item.Signal));
        Assert.Equal(("1ST LEAD", "Imogen Straw and Luka Perhat", "Split", "tsn/adr"), (items[0].Links[0].Title, items[0].Byline, items[0].Dateline, items[0].Credit));
        Assert.Equal(["tsn", "adr"], items[0].Sources);
        Assert.Contains("adds quote of Bulat in paragraph 3", items[0].EdNote, StringComparison.Ordinal);
        Assert.DoesNotContain("not intended for publication", items[0].EdNote, StringComparison.Ordinal);
        Assert.Equal([typeof(WireParagraph), typeof(WireParagraph), typeof(WireParagraph), typeof(WireList)], items[0].Body.Select(block => block.GetType()));
        Assert.Equal(new WireRun("no boat", WireStyle.Bold), Assert.IsType<WireParagraph>(items[0].Body[1]).Runs[1]);
        Assert.StartsWith("EDITORS: Do not use", items[2].EdNote ?? Text(items[2].Body[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void National_letters_in_seven_bits_are_read_by_the_language_of_the_copy()
    {
        var document = Document("sieben-bit.iptc");
        Assert.Equal("national-set", Assert.Single(document.Faults).Code);
        Assert.Equal("Gewässerschutz: Flüsse werden sauberer, Bäche nicht", document.Items[0].Headline);
        Assert.Equal("Umwelt/Flüsse", document.Items[0].Slugline);
        Assert.StartsWith("Größtes Problem", Text(document.Items[0].Body[1]), StringComparison.Ordinal);
        Assert.Equal((null, new DateTime(2026, 3, 3, 11, 5, 0)), (document.Items[0].VersionCreated?.Instant, document.Items[0].VersionCreated?.Local));
    }

    [Fact]
    public void Messages_that_lost_their_control_characters_are_told_apart()
    {
        var document = Document("lost-controls.txt");
        Assert.All(document.Faults, fault => Assert.Equal("control-lost", fault.Code));
        Assert.Equal(["0031", "0032", "0033"], document.Items.Select(item => item.Sequence));
        Assert.Equal("Ulrikke Lunde vinner i Oslo", document.Items[0].Headline);
        Assert.Equal("Ski/Weltcup", document.Items[0].Slugline);
        Assert.Equal(WireSignal.Test, document.Items[2].Signal);
    }

    [Fact]
    public void Control_characters_printed_by_name_and_a_PC_charset_are_read()
    {
        var document = Document("controles-imprimes.txt");
        Assert.Contains(document.Faults, fault => fault.Code == "control-as-text");
        var item = document.Items[0];
        Assert.Equal(("Économie/Pêche", "La criée de Lorient ferme pour une semaine", WireSignal.Alert), (item.Slugline, item.Headline, item.Signal));
        Assert.Equal(("LORIENT, 3 mars", "LORIENT"), (item.Dateline, item.Located?.Name));
        Assert.Equal("Les bateaux ont été détournés vers Concarneau.", Text(item.Body[1]));
    }

    [Fact]
    public void Columns_are_a_table_and_spacing_is_kept()
    {
        var item = Document("hrvatska-tablice.iptc").Items[0];
        Assert.Equal((WireSignal.Correction, "Rukometaši Čakovca na vrhu ljestvice"), (item.Signal, item.Headline));
        Assert.Equal("ČAKOVEC, 3. ožujka 2026.", item.Dateline);
        Assert.Contains("Žiga Štimac", Text(item.Body[0]), StringComparison.Ordinal);
        var table = Assert.Single(item.Body.OfType<WireTable>());
        Assert.Equal(["Đakovo", "17", "24"], table.Rows[2].Select(cell => cell.Text));
        Assert.Equal("4.3.   Čakovec     - Đakovo       19.00\n5.3.   Šibenik     - Požega       20.15", Assert.Single(item.Body.OfType<WirePreformatted>()).Text);
        Assert.Equal("- Nećemo stati, rekao je trener.", Text(item.Body[^1]));
    }

    [Fact]
    public void A_broken_line_gives_every_copy_and_says_what_was_lost()
    {
        var document = Document("broken-line.iptc");
        Assert.Equal("truncated", Assert.Single(document.Faults).Code);
        Assert.Equal(("ROMA, 03 MAR", "RMA", "working"), (document.Items[0].Dateline, document.Items[0].Credit, document.Items[0].Headlines[0].Role));
        Assert.Equal(("102", null), (document.Items[1].Sequence, document.Items[1].WordCount));
        Assert.EndsWith("nello str", Text(document.Items[2].Body[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_cannot_be_read_leaves_the_copy()
    {
        var document = Read("\x01" + "b#1 ## x\r\nITALIA/TRENI\r\n\x02Treni in orario =\r\n\r\nROMA, 3 MAR - Treni di nuovo in orario.\r\n\x03\r\n\x04");
        Assert.Equal("header-unreadable", Assert.Single(document.Faults).Code);
        Assert.Equal((null, null, "Treni in orario"), (document.Items[0].Sequence, document.Items[0].Priority, document.Items[0].Headline));
    }

    [Theory]
    [InlineData("UPDATE 2-", "UPDATE 2-Grain prices fall", WireSignal.Update, "Grain prices fall")]
    [InlineData("(EIL)", "(EIL) Brücke gesperrt", WireSignal.Alert, "Brücke gesperrt")]
    [InlineData("", "Test: neues Boot auf der Elbe", WireSignal.New, "Test: neues Boot auf der Elbe")]
    [InlineData("", "Lead in paint still sold, study says", WireSignal.New, "Lead in paint still sold, study says")]
    public void A_signal_before_a_headline_is_told_from_its_words(string said, string headline, WireSignal signal, string left)
    {
        var item = Assert.Single(Read($"\x01abc123 4 pl 12\r\nA/B\r\n\x02{headline} =\r\n\r\nBonn (abc) - One sentence of copy stands here.\r\n\x03\r\n031200 GMT Mar 26\r\n\x04").Items);
        Assert.Equal((signal, left), (item.Signal, item.Headline));
        Assert.StartsWith(said, headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EMBARGOED UNTIL 1200 GMT March 4 2026", "2026-03-04T12:00:00+00:00")]
    [InlineData("Sperrfrist: 4. März 2026, 12.30 Uhr MEZ", "2026-03-04T12:30:00+01:00")]
    [InlineData("Embargo: 2026-03-04T06:00:00+01:00", "2026-03-04T06:00:00+01:00")]
    [InlineData("Sperrfrist: Redebeginn", null)]
    [InlineData("Sperrfrist 4. März 2026, 12.30 Uhr", null)]
    public void An_embargo_that_cannot_be_understood_closes_the_item(string line, string? until)
    {
        var item = Assert.Single(Read($"\x01abc123 4 pl 12\r\nA/B\r\n\x02{line}\r\nHeadline =\r\n\r\nBonn (abc) - One sentence of copy.\r\n\x03\r\n\x04").Items);
        Assert.NotNull(item.Embargo);
        Assert.Equal(until is null ? null : DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture), item.Embargo.Until);
        Assert.Equal("Headline", item.Headline);
    }

    [Fact]
    public void What_the_format_cannot_say_is_named()
    {
        AssertWire.Write([new WireItem { Format = "ninjs", Guid = "1", Language = "de", Standfirst = "S", Genres = WireSubject.Only("Feature"), Version = 2, Body = [new WireQuote([[new WireRun("Q")]])] }], Name, out var losses);
        Assert.Equal(["lost-body", "lost-genre", "lost-guid", "lost-language", "lost-standfirst", "lost-version"], losses.Select(fault => fault.Code).Order());
    }

    [Fact]
    public void Nothing_in_an_item_can_forge_a_message()
    {
        var hostile = "A\x04\r\n\x01abc999 1 pl 1\r\n\x02" + "FORGED";
        var items = new[] { new WireItem { Format = "ninjs", Slugline = hostile, Byline = hostile, EdNote = hostile, Dateline = hostile, Headlines = [new WireText(hostile)], Body = [new WireParagraph([new WireRun(hostile)]), new WirePreformatted(hostile), new WireTable([[new WireCell(hostile), new WireCell("b")]])] } };
        Assert.Single(AssertWire.Read(AssertWire.Write(items, Name, out _), Name).Items);
    }

    [Fact]
    public void Noise_never_throws_and_never_hangs()
    {
        var random = new Random(7901);
        var seed = AssertWire.Fixture("iptc7901/english-desk.iptc");
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

    [Fact]
    public void A_line_without_end_is_read_in_bounded_memory()
    {
        var document = new CountingSink();
        WireFormats.Named(Name)!.Read(new WireInput(new Endless("\x01" + "abc123 4 pl 1\r\n\x02Headline =\r\n\r\n", "word ", 24_000_000)), document);
        Assert.Equal((1, 1), (document.Items, document.TooLong));
    }

    private static WireDocument Document(string fixture) => AssertWire.Read(AssertWire.Fixture("iptc7901/" + fixture), Name);

    private static WireDocument Read(string text) => AssertWire.Read(Encoding.UTF8.GetBytes(text), Name);

    private static string Text(WireBlock block) => PlainText.Write([block]);

    private sealed class CountingSink : IWireSink
    {
        public int Items { get; private set; }

        public int TooLong { get; private set; }

        public void Take(WireItem item) => Items++;

        public void Take(WireFault fault) => TooLong += fault.Code == "message-too-long" ? 1 : 0;
    }

    [Fact]
    public void Versions_have_their_number_and_takes_their_key()
    {
        var items = Document("versions-and-takes.iptc").Items;
        Assert.Equal(
            [WireSignal.Correction, WireSignal.Take, WireSignal.Update, WireSignal.Update, WireSignal.Refile, WireSignal.Repeat, WireSignal.Hold, WireSignal.New, WireSignal.New],
            items.Select(item => item.Signal));
        Assert.Equal([2L, null, 2L, null, null, null, null, null, null], items.Select(item => item.Version));
        Assert.Equal([null, "Ferry/ice", null, null, null, null, null, null, null], items.Select(item => item.TakeKey));
        Assert.Equal([new WireLink("version", null, null, "UPDATE 2, CORRECTED")], items[0].Links);
        Assert.Equal([new WireLink("version", null, null, "TAKE 2")], items[1].Links);
        Assert.Equal("Ferry holds in the ice off Vaasa", items[0].Headline);
        Assert.Equal("(Corrects name of ferry in paragraph 2, adds quote)", items[0].EdNote);
        Assert.Equal("Ferry freed from the ice off Vaasa", items[2].Headline);
        Assert.Equal("///ATTENTION - ADDS number of passengers///", items[3].EdNote);
        Assert.Equal("Embargo on tin hits 40 canneries", items[7].Headline);
        Assert.Null(items[7].Embargo);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 18, 0, 0, TimeSpan.Zero), items[8].Embargo?.Until);
    }

    [Theory]
    [InlineData("1st NIGHT LEAD", WireSignal.Update, 1)]
    [InlineData("ELIMINATES", WireSignal.Withdrawal, null)]
    [InlineData("BULLETIN KILL", WireSignal.Withdrawal, null)]
    [InlineData("BULLETIN", WireSignal.Alert, null)]
    [InlineData("URGENT ***", WireSignal.Alert, null)]
    [InlineData("Zusammenfassung 1730", WireSignal.Update, null)]
    [InlineData("2. Zusammenfassung", WireSignal.Update, 2)]
    [InlineData("ADD 1", WireSignal.Take, null)]
    [InlineData("SUBS 3rd graf", WireSignal.Update, null)]
    [InlineData("PRECEDE", WireSignal.Update, null)]
    public void A_line_alone_says_what_is_wanted(string line, WireSignal signal, int? version)
    {
        var message = $"\u0001hvl0021 4 i 10\r\nIce/\r\n\u0002{line}\r\nFerry freed =\r\n\r\nThe ferry to Umea was freed at ten.\r\n\u0003\r\n031155 GMT Mar 26\r\n\u0004";
        var item = Assert.Single(AssertWire.Read(Encoding.UTF8.GetBytes(message), Name).Items);
        Assert.Equal((signal, version, "Ferry freed"), (item.Signal, (int?)item.Version, item.Headline));
    }

    [Theory]
    [InlineData("LEAD-FREE PETROL BANNED IN PORT")]
    [InlineData("Hold on: ferry freed at last")]
    [InlineData("Update of the ferry's papers takes a year")]
    [InlineData("Embargo gegen Zinn trifft Fischer")]
    public void A_headline_that_opens_with_such_a_word_stays_a_headline(string headline)
    {
        var message = $"\u0001hvl0022 4 i 10\r\nIce/\r\n\u0002{headline} =\r\n\r\nThe ferry to Umea was freed at ten.\r\n\u0003\r\n031155 GMT Mar 26\r\n\u0004";
        var item = Assert.Single(AssertWire.Read(Encoding.UTF8.GetBytes(message), Name).Items);
        Assert.Equal((WireSignal.New, headline), (item.Signal, item.Headline));
        Assert.Null(item.Embargo);
    }
}
