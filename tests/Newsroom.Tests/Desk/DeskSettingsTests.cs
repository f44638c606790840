using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Site;
using Wireroom.Newsroom.Tests.Site;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskSettingsTests
{
    [Theory, EachDatabase]
    public async Task What_a_chief_sets_is_what_readers_see_at_once(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (_, address) = await newsroom.ReleaseAsync(Press.Copy("Ferry sails"));
        await newsroom.GetAsync("/");

        var (status, said) = await ana.SayAsync("/desk/settings", "/desk/settings",
            ("name", "Obalni glasnik"), ("tagline", "Vijesti s mora"), ("language", "hr"), ("time-zone", "Europe/Zagreb"), ("address", "https://glasnik.example/"),
            ("section-slug", "world"), ("section-name", "Svijet"), ("section-place", "3"),
            ("section-slug", "region"), ("section-name", "Regija"), ("section-place", "1"),
            ("section-slug", "sport"), ("section-name", ""), ("section-place", "2"),
            ("section-slug", ""), ("section-name", "Otoci i more"), ("section-place", "2"));
        Assert.True(status == HttpStatusCode.OK, said);
        Assert.Equal(["region", "otoci-i-more", "world"], (await newsroom.Store.SectionsAsync(Press.Cancel)).Select(section => section.Slug));

        var front = await newsroom.GetAsync("/");
        Assert.Contains("Obalni glasnik", front, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"hr\" dir=\"ltr\">", front, StringComparison.Ordinal);
        Assert.Contains("Najnovije vijesti", front, StringComparison.Ordinal);
        Assert.Contains("href=\"/otoci-i-more\">Otoci i more</a>", front, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/sport\"", front, StringComparison.Ordinal);
        var article = await newsroom.GetAsync(address);
        Assert.Contains("Objavljeno", article, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"https://glasnik.example{address}\">", article, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "", "Give the newsroom a name")]
    [InlineData("language", "hr HR", "no language tag")]
    [InlineData("time-zone", "Zagreb", "no time zone")]
    [InlineData("address", "glasnik.example", "begins with http")]
    [InlineData("section-name", "Desk", "that address is taken")]
    [InlineData("section-name", "", "at least one section")]
    public async Task What_cannot_be_is_said_and_nothing_is_changed(string field, string value, string says)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var before = (await newsroom.Store.MastheadAsync(Press.Cancel), (await newsroom.Store.SectionsAsync(Press.Cancel)).Count);
        var fields = new Dictionary<string, string>
        {
            ["name"] = "Glasnik", ["tagline"] = "", ["language"] = "hr", ["time-zone"] = "Europe/Zagreb", ["address"] = "", ["section-slug"] = "", ["section-name"] = "Regija", ["section-place"] = "1",
        };
        fields[field] = value;
        var (status, said) = await ana.SayAsync("/desk/settings", "/desk/settings", [.. fields.Select(pair => (pair.Key, pair.Value))]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.Equal(before, (await newsroom.Store.MastheadAsync(Press.Cancel), (await newsroom.Store.SectionsAsync(Press.Cancel)).Count));
    }

    [Fact]
    public async Task An_editor_looks_and_changes_nothing()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var link = await newsroom.Services.GetRequiredService<Invitations>().InviteAsync(Roles.Editor, "ivo@courier.example", Press.Cancel);
        using var ivo = new DeskVisitor(newsroom.NewVisitor());
        using var came = await ivo.PostAsync(link, link, ("name", "Ivo Babić"), ("email", "ivo@courier.example"), ("password", DeskVisitor.Password));
        Assert.Equal(HttpStatusCode.Redirect, came.StatusCode);
        Assert.Contains("Only a chief can change these.", await ivo.PageAsync("/desk/settings"), StringComparison.Ordinal);
        var (status, _) = await ivo.SayAsync("/desk/settings", "/desk/settings", ("name", "Ivo's paper"));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.NotEqual("Ivo's paper", (await newsroom.Store.MastheadAsync(Press.Cancel)).Name);
    }

    [Fact]
    public async Task The_page_offers_every_language_of_the_interface()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var page = await ana.PageAsync("/desk/settings");
        foreach (var words in Words.All)
            Assert.Contains($"<option value=\"{words.Language}\">{words.OwnName}</option>", page, StringComparison.Ordinal);
    }
}
