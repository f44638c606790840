using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Wireroom.Newsroom.Desk.Pictures;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Pictures;

/// <summary>The picture library through the desk's own pages.</summary>
public sealed partial class DeskPicturesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_picture_is_uploaded_found_put_in_a_story_cleared_and_taken_out_of_use(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var file = await UploadAsync(ana, TestPictures.Jpeg("concert-hall"), "hall.jpg");
        var address = $"/desk/picture/{file}";
        var page = await ana.PageAsync(address);
        Assert.Contains("The restored hall on the evening of the first rehearsal.", page, StringComparison.Ordinal); // from its own metadata
        Assert.Contains("value=\"Klara Voss/Drava Bureau\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Mirta Zelenko\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"https://drava.example/pictures\"", page, StringComparison.Ordinal);
        Assert.Contains(file, await ana.PageAsync("/desk/pictures?person=zelenko&place=graz"), StringComparison.Ordinal);
        Assert.DoesNotContain(file, await ana.PageAsync("/desk/pictures?q=harbour"), StringComparison.Ordinal);

        using var written = await ana.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Hall opens", "[{\"kind\":\"paragraph\",\"text\":[{\"t\":\"The hall in Graz opened.\"}]}]"));
        var story = DeskVisitor.StoryOf(written);
        var put = await ana.SayAsync($"{address}/use", address, ("story", story.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, put.Status);
        var copy = (await newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy;
        Assert.Equal((file, "Klara Voss/Drava Bureau"), (copy.Pictures.Single().File, copy.Pictures.Single().Credit));
        var shown = await ana.PageAsync($"/desk/story/{story}");
        Assert.Contains("Editorial use. Credit required.", shown, StringComparison.Ordinal); // its terms stand where it is used
        Assert.Contains("Hall opens", await ana.PageAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"/desk/story/{story}/release", $"/desk/story/{story}/release", ("version", "2"))).Status);
        Assert.Contains("readers see it", await ana.PageAsync(address), StringComparison.Ordinal);

        Assert.Contains("Say why the picture is out of use", (await ana.SayAsync(address, address, ("out-of-use", "1"))).Body, StringComparison.Ordinal);
        Assert.Contains("an address on the web", (await ana.SayAsync(address, address, ("licence", "javascript:alert(1)"))).Body, StringComparison.Ordinal);
        Assert.Contains("out of use", (await ana.SayAsync(address, address, ("focus-x", "40"), ("focus-y", "120"), ("out-of-use", "1"), ("barred", "The hall objects."))).Body, StringComparison.Ordinal);
        Assert.Equal(new Focus(40, 100), (await newsroom.Store.FindLibraryPictureAsync(file, Cancel))!.Focus);
        Assert.Null((await newsroom.Store.Released.FindAsync(story, Cancel))!.Row.LeadPicture);
        Assert.Contains("is out of use (The hall objects.)", await ana.PageAsync($"/desk/story/{story}"), StringComparison.Ordinal);
        Assert.Contains("it goes in no story", (await ana.SayAsync($"{address}/use", address, ("story", story.ToString()))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_which_nobody_knows_whose_it_is_waits_for_a_tick_or_for_the_picture_desk()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var file = await UploadAsync(ana, TestPictures.Png(320, 200), "nobody.png");
        var body = $"[{{\"kind\":\"picture\",\"file\":\"{file}\",\"caption\":\"A quay\",\"alt\":\"A quay\",\"credit\":\"\",\"width\":320,\"height\":200}},{{\"kind\":\"paragraph\",\"text\":[{{\"t\":\"Copy.\"}}]}}]";
        using var written = await ana.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Quay", body));
        var release = $"/desk/story/{DeskVisitor.StoryOf(written)}/release";
        Assert.Contains("Nobody knows whose the picture “A quay” is", await ana.PageAsync(release), StringComparison.Ordinal);
        Assert.Contains("tick that it may go out", (await ana.SayAsync(release, release, ("version", "1"))).Body, StringComparison.Ordinal);
        var cleared = await ana.SayAsync($"/desk/picture/{file}", $"/desk/picture/{file}", ("cleared", "1"), ("caption", "A quay"));
        Assert.Contains("Cleared by Ana Marić.", cleared.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody knows whose", await ana.PageAsync(release), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync(release, release, ("version", "1"))).Status);
    }

    [Fact]
    public async Task A_hostile_upload_is_refused_with_its_reason_and_the_others_are_taken()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var answer = await SendAsync(ana, asData: true, ("drawing.svg", "<svg onload='alert(1)'/>"u8.ToArray()), ("good.png", TestPictures.Png(30, 20)));
        var said = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("drawing.svg: This is a drawing (SVG)", said, StringComparison.Ordinal);
        Assert.Single(await newsroom.Store.PicturesAsync(new PictureFilter(), 10, Cancel));
        using var refused = await SendAsync(ana, asData: true, ("drawing.svg", "<svg/>"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Theory]
    [InlineData("Emir Halkić before the court in Ključ.", null)]
    [InlineData("Emir Halkic before the court.", "A caption says “Emir Halkic”, the story “Halkić”")]
    [InlineData("Emir Halkič and Ana Perić before the court.", "A caption says “Emir Halkič”, the story “Halkić”")]
    [InlineData("Mirta Zelenko conducts.", "A caption names “Mirta Zelenko”, of whom or which the story says nothing")]
    [InlineData("A man in the hall; Nives Brkan speaks.", "A caption names “Nives Brkan”")]
    [InlineData("The Studena dam above Ključ, in a picture taken before the breach.", null)]
    [InlineData("Halkić’s car, seen from Emir Halkić’s house.", null)]
    [InlineData("Rescue workers on Monday.", null)]
    public void A_name_in_a_caption_that_the_story_does_not_hold_is_worth_a_look(string caption, string? concern)
    {
        var copy = new Copy
        {
            Headline = "Three detained over Studena dam",
            Body = [new PictureBlock(new Picture("", caption, "", "")), new Paragraph(RichText.Of("The manager, Emir Halkić, and Ana Perić were heard in Ključ. The Studena dam broke on Monday."))],
        };
        var concerns = CaptionNames.Concerns(copy);
        if (concern is null)
            Assert.Empty(concerns);
        else
            Assert.Contains(concern, Assert.Single(concerns), StringComparison.Ordinal);
    }

    private static async Task<string> UploadAsync(DeskVisitor ana, byte[] bytes, string name)
    {
        using var answer = await SendAsync(ana, asData: false, (name, bytes));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    private static async Task<HttpResponseMessage> SendAsync(DeskVisitor ana, bool asData, params (string Name, byte[] Bytes)[] files)
    {
        var page = await ana.Http.GetStringAsync(new Uri("/desk/pictures", UriKind.Relative), Cancel);
        using var form = new MultipartFormDataContent { { new StringContent(WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value)), "token" } };
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "file", name);
        using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri("/desk/pictures", UriKind.Relative)) { Content = form };
        if (asData)
            ask.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await ana.Http.SendAsync(ask, Cancel);
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
