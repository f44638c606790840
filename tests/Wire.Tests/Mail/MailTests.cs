using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.Mail;

public sealed class MailTests
{
    [Theory]
    [InlineData("press-release.eml", 1)]
    [InlineData("list-archive.eml", 1)]
    [InlineData("flowed-delsp.eml", 1)]
    [InlineData("misdeclared-reply.eml", 1)]
    [InlineData("kill.eml", 1)]
    [InlineData("forwarded-attached.eml", 1)]
    [InlineData("forwarded-inline.eml", 1)]
    [InlineData("several.mbox", 2)]
    [InlineData("signed.eml", 1)]
    [InlineData("broken-truncated.eml", 1)]
    [InlineData("winmail.eml", 1)]
    public void Every_fixture_is_recognised_read_written_and_read_again(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("mail/" + fixture, "mail").Items.Count);

    [Fact]
    public void A_press_release_is_told_from_what_stands_around_it()
    {
        var document = AssertWire.Read(AssertWire.Fixture("mail/press-release.eml"), "mail");
        var item = Assert.Single(document.Items);
        Assert.Empty(document.Faults);
        Assert.Equal(("20260303.1@harbour.example", "Harbour council approves loan for ferry quay – €12 million", "Harbour council, press office", null, "en"), (item.Guid, item.Headline, item.Provider, item.Byline, item.Language));
        Assert.Equal(("Rijeka, Croatia, 3 March 2026", "Rijeka", "PRESS RELEASE"), (item.Dateline, item.Located?.Name, item.Genre));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 18, 0, 0, TimeSpan.FromHours(1)), item.Embargo?.Until);
        Assert.Empty(item.Guessed);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 11, 2, 7, TimeSpan.FromHours(1)), item.VersionCreated?.Instant);
        Assert.Equal("EMBARGOED UNTIL 18:00 CET, 3 March 2026\n\nNotes to editors\n\nContact: Nives Barić\n+385 51 555 010\npress@harbour.example", item.EdNote);
        var html = HtmlBody.Write(item.Body);
        Assert.StartsWith("<p>The harbour council of Rijeka approved a loan of €12 million for a new <b>ferry quay</b> on Tuesday.</p><p>“The quay will open in 2028,” said <a href=\"https://harbour.example/kovac\">Ana Kovač</a>, who chairs the council.</p><ul>", html, StringComparison.Ordinal);
        Assert.EndsWith("<ul><li>two berths</li><li>a new waiting hall</li></ul>", html, StringComparison.Ordinal);
        var file = Assert.Single(item.Media);
        Assert.Equal(("inline", "quay.png", "image/png", "picture", 120, "Lumen Graphics", "Drawing of the quay"), (file.Role, file.Href, file.MediaType, file.Kind, file.Width, file.Credit, file.AltText));
        Assert.Equal(["disclaimer", "Return-Path", "Received", "DKIM-Signature", "From", "To", "List-Id", "List-Unsubscribe"], item.Dropped.Select(dropped => dropped.Name));
    }

    [Fact]
    public void Files_of_one_name_get_names_of_their_own()
    {
        var mail = new StringBuilder("From: desk@harbour.example\r\nSubject: Pictures\r\nMessage-ID: <1@harbour.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n");
        foreach (var name in Enumerable.Repeat("list.csv", 500).Append("list-2.csv").Append("other.csv"))
            mail.Append("--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=").Append(name).Append("\r\n\r\n1,2\r\n");
        var names = AssertWire.Read(Encoding.ASCII.GetBytes(mail.Append("--b--\r\n").ToString()), "mail").Items[0].Media.Select(file => file.Href).ToList();
        Assert.Equal(502, names.Distinct().Count());
        Assert.Equal(["list.csv", "list-2.csv", "list-3.csv"], names.Take(3));
        Assert.Equal("other.csv", names[^1]);
    }

    [Fact]
    public void Flowed_lines_are_joined_and_tails_are_cut_off()
    {
        var item = AssertWire.Read(AssertWire.Fixture("mail/flowed-delsp.eml"), "mail").Items[0];
        Assert.Equal((WireSignal.Correction, "Hafen wächst nach Norden", "Jörg Thießen", "Nordwest Bilderdienst", "Cuxhaven", "NWB"), (item.Signal, item.Headline, item.Byline, item.Provider, item.Dateline, item.Credit));
        Assert.StartsWith("Der Hafen von Cuxhaven wächst nach Norden. Der neue Kai wird 400 Meter lang, wie die Hafenbehörde am Dienstag mitteilte. Das Donaudampfschiff legt dort", PlainText.Write(item.Body), StringComparison.Ordinal);
        Assert.EndsWith("From Norden kommt der Wind.", PlainText.Write(item.Body), StringComparison.Ordinal);
        Assert.Equal([new WireLink("corrects", "nwb-76@nordwest.example"), new WireLink("related", "nwb-70@nordwest.example")], item.Links);
        Assert.Equal(["quoted", "signature", "From", "To", "User-Agent"], item.Dropped.Select(dropped => dropped.Name));
    }

    [Fact]
    public void Bytes_win_over_the_charset_that_they_deny()
    {
        var document = AssertWire.Read(AssertWire.Fixture("mail/misdeclared-reply.eml"), "mail");
        var item = document.Items[0];
        Assert.Contains(document.Faults, fault => fault.Code == "charset-mismatch");
        Assert.Equal((WireSignal.Correction, "Višegrad dam holds", "VIŠEGRAD, March 3", 1, "Lumen Agency d.o.o."), (item.Signal, item.Headline, item.Dateline, item.Urgency, item.Provider));
        Assert.Equal(["dams", "rivers"], item.Keywords);
        Assert.Equal("The dam at Višegrad holds, its operator said on Tuesday, correcting the height of the river to 6.1 metres.\n\nThe mayor, Selma Brkić, asked people to stay at home.", PlainText.Write(item.Body));
        Assert.Equal(["subject-tag", "quoted"], item.Dropped.Take(2).Select(dropped => dropped.Name));
    }

    [Theory]
    [InlineData("Mon, 1 Jan 0001 00:00:00 +0000", "EMBARGO 3 March 18:00 CET: Dam holds")]
    [InlineData("Mon, 1 Jan 0001 00:00:00 +0000", "EMBARGO 18:00 CET: Dam holds")]
    [InlineData("Fri, 31 Dec 9998 23:59:00 -1400", "EMBARGO 18:00 CET: Dam holds")]
    public void An_embargo_beside_a_date_from_before_all_mails_stays_closed(string date, string subject)
    {
        var item = Assert.Single(AssertWire.Read(Encoding.UTF8.GetBytes($"From: desk@lumen.example\r\nTo: x@example.com\r\nDate: {date}\r\nSubject: {subject}\r\n\r\nIt holds.\r\n"), "mail").Items);
        Assert.NotNull(item.Embargo);
        Assert.Null(item.Embargo.Until);
    }

    [Theory]
    [InlineData("Tue, 13 Jan 2026 10:00:00 +0100", "EMBARGO 6 p.m. ET: Dam holds", "2026-01-13T23:00:00Z")]
    [InlineData("Mon, 13 Jul 2026 10:00:00 +0100", "EMBARGO 6 p.m. ET: Dam holds", "2026-07-13T22:00:00Z")]
    [InlineData("Sat, 31 Oct 2026 23:30:00 +0000", "EMBARGO 3 a.m. ET: Dam holds", "2026-11-01T08:00:00Z")]
    public void An_embargo_by_the_clock_of_a_place_ends_by_the_date(string date, string subject, string until)
    {
        var item = Assert.Single(AssertWire.Read(Encoding.UTF8.GetBytes($"From: desk@lumen.example\r\nTo: x@example.com\r\nDate: {date}\r\nSubject: {subject}\r\n\r\nIt holds.\r\n"), "mail").Items);
        Assert.Equal(until, item.Embargo?.Until?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_kill_is_a_withdrawal()
    {
        var item = AssertWire.Read(AssertWire.Fixture("mail/kill.eml"), "mail").Items[0];
        Assert.Equal((WireSignal.Withdrawal, "canceled", "Mayor of Cres resigns"), (item.Signal, item.PubStatus, item.Headline));
        Assert.Equal([new WireLink("withdraws", "story-9@kvarner.example")], item.Links);
    }

    [Fact]
    public void Files_are_media_and_wires_are_items_of_their_own()
    {
        var items = AssertWire.Read(AssertWire.Fixture("mail/attachments.eml"), "mail").Items;
        Assert.Equal(["mail", "nitf", "iptc7901", "iptc7901", "iptc7901"], items.Select(item => item.Format));
        Assert.All(items.Skip(1), item => Assert.Equal(new WireLink("sent-with", "files-1@nordwest.example", null, "Fotos und Texte vom Hafen"), item.Links[^1]));
        var document = AssertWire.Read(AssertWire.Fixture("mail/attachments.eml"), "mail");
        var (place, carried) = Assert.Single(document.Files);
        Assert.Equal((0, items[0].Media[0].Href, items[0].Media[0].Bytes), (place, carried.Href, carried.Bytes.Length));
        var (mail, picture, plan) = (items[0], items[0].Media[0], items[0].Media[1]);
        Assert.Equal(("Heike Brandt", "nordwest.example"), (mail.Byline, mail.Provider));
        Assert.Equal("anbei Bild und Meldungen vom Hafen. Die Meldung unten kann ab sofort laufen, sagt die Behörde.\n\nDer neue Kai wird am Mittwoch übergeben.", PlainText.Write(mail.Body));
        Assert.Equal(("Hafen Käi.jpg", "image/jpeg", "Der Hafen wächst nach Norden", "Nordwest Bilderdienst", 320, "© Nordwest Bilderdienst 2026"), (picture.Href, picture.MediaType, picture.Title, picture.Credit, picture.Width, picture.Rights?.Notice));
        Assert.StartsWith("Kräne stehen", picture.Caption, StringComparison.Ordinal);
        Assert.Equal(("attachment", "Plan.pdf", "application/pdf", 18L, "Plan of the quay"), (plan.Role, plan.Href, plan.MediaType, plan.Bytes, plan.Title));
    }

    [Fact]
    public void A_mail_within_a_mail_is_an_item()
    {
        var item = AssertWire.Read(AssertWire.Fixture("mail/forwarded-attached.eml"), "mail").Items[0];
        Assert.Equal(("rel-22@jadran.example", "Winter timetable begins", "News release", "SPLIT", "Jadran Ferries Communications"), (item.Guid, item.Headline, item.Genre, item.Dateline, item.Provider));
        Assert.Equal("FOR IMMEDIATE RELEASE\n\nAbout Jadran Ferries\nJadran Ferries runs 12 ships.\n\nMedia contact: Toni Mršić, +385 21 555 020", item.EdNote);
        Assert.Equal("Jadran Ferries begins its winter timetable on 9 March with 14 sailings a day.\n\nTickets go on sale on Thursday.", PlainText.Write(item.Body));
        Assert.Equal([new WireLink("sent-with", "fwd-1@newsroom.example", null, "Fwd: release from the ferry line")], item.Links);
    }

    [Fact]
    public void A_mail_forwarded_within_the_text_is_the_copy()
    {
        var item = AssertWire.Read(AssertWire.Fixture("mail/forwarded-inline.eml"), "mail").Items[0];
        Assert.Equal((WireSignal.Alert, 3, "Quake felt in Knin", "Seismology service", null, "Please use this one."), (item.Signal, item.Urgency, item.Headline, item.Provider, item.Byline, item.EdNote));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 6, 38, 11, TimeSpan.FromHours(1)), item.Created?.Instant);
        Assert.Equal("An earthquake of magnitude 4.1 was felt in Knin at 06:21 on Tuesday, the seismology service said.\n\nNo damage was reported.", PlainText.Write(item.Body));
    }

    [Fact]
    public void Every_mail_of_an_mbox_is_read()
    {
        var items = AssertWire.Read(AssertWire.Fixture("mail/several.mbox"), "mail").Items;
        Assert.Equal(("Bura closes the Krk bridge", "Toni Mršić", "KRK", "Kvarner"), (items[0].Headline, items[0].Byline, items[0].Dateline, items[0].Credit));
        Assert.EndsWith("From noon on cars may cross again.", PlainText.Write(items[0].Body), StringComparison.Ordinal);
        Assert.Equal(("Nova cesta do Višegrada", new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero)), (items[1].Headline, items[1].Embargo?.Until));
        Assert.Equal(["embargo"], items[1].Guessed);
        Assert.Equal("<p>Cesta je otvorena, rekla je načelnica Brkić.</p>", HtmlBody.Write(items[1].Body));
    }

    [Fact]
    public void What_is_signed_is_read_and_what_is_encrypted_says_what_to_do()
    {
        var signed = AssertWire.Read(AssertWire.Fixture("mail/signed.eml"), "mail").Items[0];
        Assert.Equal(("Stadtfest im Juli", "Pressemitteilung", new DateTimeOffset(2026, 3, 3, 18, 0, 0, TimeSpan.FromHours(1))), (signed.Headline, signed.Genre, signed.Embargo?.Until));
        Assert.Contains(new WireDropped("signature", "application/pkcs7-signature"), signed.Dropped);
        var bytes = AssertWire.Fixture("mail/encrypted.eml");
        Assert.Equal("mail", WireFormats.Recognise(bytes, whole: true)?.Name);
        var encrypted = AssertWire.Read(bytes, "mail");
        Assert.Empty(encrypted.Items);
        Assert.Contains(encrypted.Faults, fault => fault is { Kind: WireFaultKind.Unreadable, Code: "encrypted" } && fault.Message.Contains("decrypt", StringComparison.Ordinal));
        AssertWire.Truncated(bytes, "mail");
        AssertWire.Truncated(AssertWire.Fixture("mail/attachments.eml"), "mail");
    }

    [Fact]
    public void A_broken_mail_gives_what_came()
    {
        var document = AssertWire.Read(AssertWire.Fixture("mail/broken-truncated.eml"), "mail");
        var item = document.Items[0];
        Assert.Superset(new HashSet<string>(["truncated", "unknown-charset", "charset-mismatch"]), document.Faults.Select(fault => fault.Code).ToHashSet());
        Assert.Equal(("Regatta on Saturday at thé pier", "The regatta starts at ten on Saturday. Boats from seven towns take part.", "broken-1@pier.example"), (item.Headline, PlainText.Write(item.Body), item.Guid));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 10, 1, 0, TimeSpan.Zero), item.VersionCreated?.Instant);
        Assert.Equal(["date"], item.Guessed);
        Assert.Equal(("cut.jpg", 24L), (item.Media[0].Href, item.Media[0].Bytes));
    }

    [Fact]
    public void Rich_text_of_outlook_is_unpacked()
    {
        var item = AssertWire.Read(AssertWire.Fixture("mail/winmail.eml"), "mail").Items[0];
        Assert.Equal(("Budget on Wednesday", "Ministry of Finance"), (item.Headline, item.Provider));
        Assert.Equal("The ministry publishes the budget on Wednesday, its office said.\n\nThe figures are attached.", PlainText.Write(item.Body));
        Assert.Equal(("budget.csv", 19L), (item.Media[0].Href, item.Media[0].Bytes));
    }

    [Theory]
    [InlineData("EMBARGO until 18:00 CET: Budget passed", "Budget passed", "2026-03-03T18:00:00+01:00", true)]
    [InlineData("EMBARGOED until 07:00 GMT - Budget passed", "Budget passed", "2026-03-04T07:00:00+00:00", true)]
    [InlineData("Budget passed (EMBARGOED UNTIL 4 March 2026 18:00 GMT)", "Budget passed", "2026-03-04T18:00:00+00:00", false)]
    [InlineData("Sperrfrist: 4.3.2026, 12.00 Uhr MEZ – Haushalt steht", "Haushalt steht", "2026-03-04T12:00:00+01:00", false)]
    [InlineData("Embargo on oil: what comes next", "Embargo on oil: what comes next", null, false)]
    [InlineData("EMBARGO until Friday noon: Budget passed", "Budget passed", "closed", false)]
    [InlineData("Sperrfrist 4.3.2026, 12 Uhr: Haushalt steht", "Haushalt steht", "closed", false)]
    public void An_embargo_is_taken_out_of_the_subject(string subject, string headline, string? until, bool isGuessed)
    {
        var item = Of($"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=");
        Assert.Equal(headline, item.Headline);
        Assert.Equal(until is null, item.Embargo is null);
        Assert.Equal(until is null or "closed" ? null : DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture), item.Embargo?.Until);
        Assert.Equal(isGuessed, item.Guessed.Contains("embargo"));
    }

    [Theory]
    [InlineData("URGENT: Quake in Knin", WireSignal.Alert, 3, "Quake in Knin")]
    [InlineData("FLASH - Quake in Knin", WireSignal.Alert, 1, "Quake in Knin")]
    [InlineData("Fwd: AW: KILL: Quake in Knin", WireSignal.Withdrawal, null, "Quake in Knin")]
    [InlineData("[EXTERNAL] Berichtigung: Beben in Knin", WireSignal.Correction, null, "Beben in Knin")]
    [InlineData("Press release: Update on the quake in Knin", WireSignal.New, null, "Update on the quake in Knin")]
    [InlineData("Quake update: two hurt", WireSignal.New, null, "Quake update: two hurt")]
    public void Marks_are_taken_out_of_the_subject(string subject, WireSignal signal, int? urgency, string headline)
    {
        var item = Of("Subject: " + subject);
        Assert.Equal((signal, urgency, headline), (item.Signal, item.Urgency, item.Headline));
    }

    [Theory]
    [InlineData("Ana Kovač <ana@lumen.example>", "Ana Kovač", "lumen.example")]
    [InlineData("\"Kovač, Ana\" <ana@lumen.example>", "Ana Kovač", "lumen.example")]
    [InlineData("\"Ana Kovač | Lumen Agency\" <ana@lumen.example>", "Ana Kovač", "Lumen Agency")]
    [InlineData("Lumen Newsdesk <desk@lumen.example>", null, "Lumen Newsdesk")]
    [InlineData("desk@lumen.example", null, "lumen.example")]
    public void People_write_and_houses_provide(string from, string? byline, string provider)
    {
        var item = Of("Subject: A road opens", from);
        Assert.Equal((byline, provider), (item.Byline, item.Provider));
    }

    [Theory]
    [InlineData("From: a@b.example\nSubject: x\n\nText", true, Recognition.Yes)]
    [InlineData("From a@b.example Tue Mar  3 07:00:00 2026\nFrom: a@b.example\nSubject: x\n\nText", true, Recognition.Yes)]
    [InlineData("Return-Path: <a@b.example>\r\nRec", false, Recognition.NotYet)]
    [InlineData("From: our correspondent\n\nSplit woke to fog on Tuesday.", true, Recognition.No)]
    [InlineData("From Zagreb to Split in four hours: the new trains began on Tuesday.\n\nThe first left at 6:00 in 2026", true, Recognition.No)]
    [InlineData("Date: 3 March\nPlace: Split\n\nThe harbour was closed.", true, Recognition.No)]
    [InlineData("ZCZC\nSUBJECT: FERRY\nFROM: SPLIT\n\nText of the wire", true, Recognition.No)]
    public void Mail_is_told_from_wires_and_copy(string head, bool whole, Recognition answer) =>
        Assert.Equal(answer, WireFormats.Named("mail")!.Recognise(Encoding.UTF8.GetBytes(head), whole));

    [Fact]
    public void No_other_fixture_is_taken_for_a_mail()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories).Where(file => !file.Contains("mail", StringComparison.Ordinal)))
        {
            Assert.NotEqual("mail", WireFormats.Recognise(File.ReadAllBytes(file), whole: true)?.Name);
        }
    }

    [Fact]
    public void A_page_that_a_browser_saved_is_a_page()
    {
        var html = Encoding.UTF8.GetString(AssertWire.Fixture("page/news-article.html"));
        var saved = $"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://portal.example/a\r\nSubject: Saved\r\nDate: Tue, 3 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=pp\r\n\r\n--pp\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--pp--\r\n";
        var bytes = Encoding.UTF8.GetBytes(saved);
        Assert.Equal("mail", WireFormats.Recognise(bytes, whole: true)?.Name);
        var page = AssertWire.Read(Encoding.UTF8.GetBytes(html), "page").Items[0];
        var item = AssertWire.Read(bytes, "mail").Items[0];
        Assert.Equal((page.Format, page.Headline), (item.Format, item.Headline));
    }

    [Fact]
    public void Signal_and_embargo_go_out_in_words_and_come_back()
    {
        var item = new WireItem
        {
            Format = "ninjs", Guid = "urn:x:1", Signal = WireSignal.Withdrawal, PubStatus = "canceled", Headlines = [new WireText("Mayor: \u201CI stay\u201D")], Provider = "Lumen Agency",
            Embargo = new WireEmbargo("until the vote", null), VersionCreated = WireTime.Of(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero)), Body = [new WireParagraph([new WireRun("The mayor said that she stays.")])], EdNote = "Kill.\n\nAsk the desk.",
        };
        var written = AssertWire.Write([item], "mail", out var losses);
        Assert.Empty(losses);
        Assert.Contains("Subject: KILL: EMBARGO: until the vote: Mayor:", string.Join(' ', Encoding.ASCII.GetString(written).Split("\r\n")).Replace("=?utf-8?q?", "", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
        Assert.Equal(AssertWire.Outline(item), AssertWire.Outline(AssertWire.Read(written, "mail").Items[0]));
        Assert.Equal(written, AssertWire.Write([item], "mail", out _));
    }

    [Fact]
    public void Fixtures_of_other_formats_go_out_and_come_back()
    {
        foreach (var (file, format) in new[] { ("nitf/agency-3.6.xml", "nitf"), ("ninjs/three-full.json", "ninjs"), ("jsonfeed/agency-1.1.json", "jsonfeed") })
        {
            AssertWire.RoundTrip(AssertWire.Read(AssertWire.Fixture(file), format), "mail");
        }
    }

    private static WireItem Of(string subject, string from = "Lumen Agency <desk@lumen.example>") => AssertWire.Read(
        Encoding.UTF8.GetBytes($"From: {from}\r\n{subject}\r\nDate: Tue, 3 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nA road opens in the hills above the town on Tuesday.\r\n"), "mail").Items[0];
}
