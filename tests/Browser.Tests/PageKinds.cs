using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Tests;
using Wireroom.Newsroom.Tests.Site;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Browser.Tests;

/// <summary>A newsroom that has a page of every kind the site knows.</summary>
internal static class PageKinds
{
    /// <summary>Fills the newsroom, and returns the addresses by kind.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FillAsync(RunningNewsroom newsroom)
    {
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "News of the coast", "en", "Europe/Zagreb", "") { SendsLetters = true }, Press.Cancel);
        var stored = await newsroom.Store.KeepPictureAsync(TestPictures.Gif(60, 40), Press.Cancel);
        var picture = new PictureBlock(new Picture(stored.File, "The quay at dawn.", "A wet quay", "M. Tomić", stored.Width, stored.Height));
        for (var number = 1; number <= 30; number++)
        {
            var copy = Press.Copy($"Harbour story {number} about the winter timetable of the islands", number % 2 == 0 ? "region" : "world");
            await newsroom.ReleaseAsync(number % 3 == 0 ? copy with { Body = [picture, .. copy.Body] } : copy);
        }

        var rich = Press.Copy("Dam gives way above Mostar") with { Urgency = 2, Body = [picture, .. Blocks()] };
        var (story, _) = await newsroom.ReleaseAsync(rich, new ReleaseOrder { PublishedAt = TimeProvider.System.GetUtcNow().AddYears(-2).AddDays(-3) });
        await newsroom.UpdateAsync(story, copy => copy with { Headline = "Dam gives way above Mostar at dawn" }, "It was dawn, not noon.");
        // Who says so is read in the background; a test of the page must not wait for that.
        await newsroom.Store.LedgerAsync((await newsroom.Store.FindStoryAsync(story, Press.Cancel))!.Head, LedgerReader.Version, CopyPassage.ReadLedgerNowAsync, Press.Cancel);
        var article = $"/region/dam-gives-way-above-mostar-at-dawn-{story}";
        var (_, absent) = await newsroom.ReleaseAsync(Press.Copy("Announced") with { Body = [new PictureBlock(new Picture("", "", "Soldiers in the ruins", "EPA/SANA")), .. Blocks()] });
        var (_, arabic) = await newsroom.ReleaseAsync(Press.Copy("أمطار غزيرة تغلق الطريق الساحلي", "world") with
        {
            Language = "ar",
            Standfirst = "أغلقت السلطات الطريق الساحلي صباح الأحد.",
            Dateline = "بيروت",
            Body = [new Paragraph(RichText.Of("أغلقت السلطات الطريق الساحلي صباح الأحد بعد أن غمرت المياه ثلاثة أنفاق.")), picture],
        });
        var row = new List<Block>();
        for (var number = 1; number <= 4; number++)
        {
            var one = await newsroom.Store.KeepPictureAsync(TestPictures.Png(900, 400 + (number * 100)), Press.Cancel);
            row.Add(new PictureBlock(new Picture(one.File, $"The quay at {number} in the morning.", $"A wet quay, {number}", "M. Tomić", one.Width, one.Height)));
        }

        var (_, gallery) = await newsroom.ReleaseAsync(Press.Copy("A night on the quay", "world") with { Body = [.. row, .. Press.Copy("x").Body] });
        var (withdrawn, gone) = await newsroom.ReleaseAsync(Press.Copy("Withdrawn"));
        await newsroom.Store.WithdrawAsync(withdrawn, new Withdrawal("The letter was forged."), "Ana", Press.Cancel);
        var (told, live) = await newsroom.ReleaseAsync(Press.Copy("Storm shuts the bridge to the island"));
        await newsroom.Store.BeginLiveAsync(told, Press.Cancel);
        var keys = new List<long>();
        for (var number = 1; number <= 45; number++)
        {
            var entry = new EntryCopy(number % 3 == 0 ? $"Gauge shows {90 + number}" : "", [new Paragraph(RichText.Of($"Entry {number}: the wind has turned and the gauge at the breakwater shows {90 + number} kilometres an hour.")), .. number == 40 ? Blocks() : []], number % 20 == 0);
            keys.Add(await newsroom.Store.AddEntryAsync(told, entry, "Ana Marić", Press.Cancel));
        }

        await newsroom.Store.PinEntryAsync(told, keys[30], Press.Cancel);
        await newsroom.Store.ChangeEntryAsync(told, keys[44], 1, new EntryCopy("", [new Paragraph(RichText.Of("Lorries are stopped."))]), new Correction("Only lorries are stopped."), "Ana Marić", Press.Cancel);
        await newsroom.Store.WithdrawEntryAsync(told, keys[43], new Withdrawal("It was another bridge."), "Ana Marić", Press.Cancel);
        return new Dictionary<string, string>
        {
            ["live"] = live,
            ["live, older"] = $"{live}?before={keys[6]}",
            ["lite live"] = "/lite" + live,
            ["newsletter"] = "/newsletter",
            ["newsletter, asked"] = "/newsletter/asked",
            ["offline"] = "/offline",
            ["front"] = "/",
            ["section"] = "/region",
            ["article"] = article,
            ["article without its picture"] = absent,
            ["article in Arabic"] = arabic,
            ["gallery"] = gallery,
            ["history"] = article + "/history",
            ["author"] = "/author/ana-peric",
            ["place"] = "/place/split",
            ["agency"] = "/agency/maestral-news-agency",
            ["about the sources"] = "/sources",
            ["topic"] = "/topic/harbours",
            ["search form"] = "/search",
            ["search"] = "/search?q=harbour+timetable",
            ["search without result"] = "/search?q=zeppelin&from=never",
            ["latest"] = "/latest",
            ["lite front"] = "/lite",
            ["lite article"] = "/lite" + article,
            ["lite search"] = "/lite/search?q=harbour",
            ["corrections"] = "/corrections",
            ["not found"] = "/nowhere",
            ["withdrawn"] = gone,
        };
    }

    private static IEnumerable<Block> Blocks() =>
    [
        new Paragraph(RichText.Of("The water reached the school at half past seven, an hour after the last bus had left.")),
        new Paragraph(RichText.Of("Nobody had been warned, Jure Perić said. A sailor who refused to be named claimed that the gate stood open.")),
        new Heading(RichText.Of("What the report said")),
        new BulletList(false, [RichText.Of("The gate needed a new motor."), RichText.Of("The warning line ran through the valley that floods.")]),
        new Quote([RichText.Of("Written down, stamped, and put into a drawer.")], "Ankica Perković, hydrologist"),
        new Table([[new Cell("Gauge", true), new Cell("Sunday 6:00", true), new Cell("Sunday 9:00", true), new Cell("Change", true)], [new Cell("Potoci below the dam"), new Cell("3.12 m"), new Cell("4.61 m"), new Cell("+1.49")]], "Levels of the Neretva"),
        new Preformatted("GAUGE     06.00   09.00   12.00   15.00   18.00   21.00   24.00\nPOTOCI     3.12    4.61    4.80    4.90    5.02    5.10    5.08"),
        new Paragraph(new RichText([new Run("See "), new Run("gauge readings every ten minutes at a very long address", RunStyle.None, "https://example.org/averylongaddresswithoutanybreakinitatallthatmustnotmakethepagescrollsideways"), new Run(".")])),
        new Embed("https://video.example.org/watch/neretva-dawn", "Film: the river at dawn"),
    ];
}
