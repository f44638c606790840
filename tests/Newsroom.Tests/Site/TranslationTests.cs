using System.Net;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>The same story in several languages.</summary>
public sealed class TranslationTests
{
    [Theory, EachDatabase]
    public async Task Readers_and_machines_are_led_to_the_same_in_other_languages_as_long_as_it_is_out(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "", "en", "UTC", "https://courier.example"), Cancel);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (english, ferry) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var (croatian, trajekt) = await newsroom.ReleaseAsync(Copy("Trajekt plovi") with { Language = "hr" });
        var (german, _) = await newsroom.ReleaseAsync(Copy("Fähre fährt") with { Language = "de", Embargo = new Embargo(TimeProvider.System.GetUtcNow().AddHours(1)) });
        Assert.DoesNotContain("hreflang", await newsroom.GetAsync(ferry), StringComparison.Ordinal);

        var desk = $"/desk/story/{english}";
        (await ana.PostAsync(desk + "/translations", desk, ("other", "https://courier.example" + trajekt + "?utm=1"))).Dispose();
        (await ana.PostAsync(desk + "/translations", desk, ("other", $"/desk/story/{german}"))).Dispose();
        foreach (var page in (string[])[ferry, trajekt])
        {
            var text = await newsroom.GetAsync(page);
            Assert.Contains($"<link rel=\"alternate\" hreflang=\"en\" href=\"https://courier.example{ferry}\">", text, StringComparison.Ordinal);
            Assert.Contains($"<link rel=\"alternate\" hreflang=\"hr\" href=\"https://courier.example{trajekt}\">", text, StringComparison.Ordinal);
            Assert.DoesNotContain("hreflang=\"de\"", text, StringComparison.Ordinal);
        }

        Assert.Contains($"<a href=\"{trajekt}\" hreflang=\"hr\" lang=\"hr\">Hrvatski</a>", await newsroom.GetAsync(ferry), StringComparison.Ordinal);
        Assert.Contains("Trajekt plovi", await ana.PageAsync(desk), StringComparison.Ordinal);

        // Another name of the one changes the other's page; a kill takes it away.
        await newsroom.UpdateAsync(croatian, copy => copy with { Headline = "Trajekt opet plovi" });
        Assert.Contains($"/region/trajekt-opet-plovi-{croatian}", await newsroom.GetAsync(ferry), StringComparison.Ordinal);
        await newsroom.Store.WithdrawAsync(croatian, new Withdrawal("Forged."), "Ana", Cancel);
        Assert.DoesNotContain("hreflang", await newsroom.GetAsync(ferry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_joins_are_refused_in_words_and_a_story_can_leave()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (english, ferry) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var (other, _) = await newsroom.ReleaseAsync(Copy("Ferry sails again"));
        var (croatian, _) = await newsroom.ReleaseAsync(Copy("Trajekt plovi") with { Language = "hr-HR" });
        var desk = $"/desk/story/{english}";
        foreach (var (named, refusal) in ((string, string)[])[("ferry", "That names no story."), ($"{english}", "That is this story itself."), ($"/region/x-{other}", "two stories in the language \"en\"")])
        {
            var (status, said) = await ana.SayAsync(desk + "/translations", desk, ("other", named));
            Assert.Equal(HttpStatusCode.Conflict, status);
            Assert.Contains(refusal, said, StringComparison.Ordinal);
        }

        await newsroom.Store.JoinTranslationAsync(english, croatian, Cancel);
        Assert.Contains("hreflang=\"hr-HR\"", await newsroom.GetAsync(ferry), StringComparison.Ordinal);
        (await ana.PostAsync(desk + "/translations", desk, ("leave", "1"))).Dispose();
        Assert.DoesNotContain("hreflang", await newsroom.GetAsync(ferry), StringComparison.Ordinal);
    }
}
