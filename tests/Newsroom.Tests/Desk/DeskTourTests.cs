using System.Net;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Tour;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskTourTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task An_editor_is_shown_around_a_sample_newsroom_once_and_where_they_are_is_kept(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        await newsroom.Store.MarkSampleAsync(Cancel);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var eva = await DeskVisitor.SignedInAsync(newsroom, "Eva Kos", "eva@courier.example", Roles.LogReader);
        Assert.Contains("data-tour=\"1\"", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("data-tour=\"0\"", await eva.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync("/desk/tour", "/desk/me", ("step", "3"))).Status);
        Assert.Contains("data-tour=\"3\"", await ana.PageAsync("/desk/sources"), StringComparison.Ordinal);
        foreach (var wrong in new[] { "0", "9", "-2", "first" })
            Assert.Equal(HttpStatusCode.BadRequest, (await ana.SayAsync("/desk/tour", "/desk/me", ("step", wrong))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ana.SayAsync("/desk/tour", "/desk/me", ("step", "-1"))).Status);
        Assert.Contains("data-tour=\"0\"", await ana.PageAsync("/desk"), StringComparison.Ordinal);

        // Put away stays put away, at the next sign-in too; asked for, it begins anew.
        await ana.SayAsync("/desk/sign-out", "/desk/me");
        await ana.SayAsync("/desk/sign-in", "/desk/sign-in", ("email", "ana@courier.example"), ("password", DeskVisitor.Password));
        Assert.Contains("data-tour=\"0\"", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        using var again = await ana.Http.GetAsync(new Uri("/desk/tour/1", UriKind.Relative), Cancel);
        Assert.Equal("/desk#tour", again.Headers.Location?.ToString());
        Assert.Contains("data-tour=\"1\"", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain(await newsroom.Store.TrailAsync(new TrailFilter(), 50, Cancel), line => line.What.Contains("tour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_step_leads_to_the_page_of_its_thing_and_a_newsroom_of_ones_own_begins_none()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        Assert.Contains("data-tour=\"0\"", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        for (var step = 1; step <= TourEndpoints.Steps; step++)
            Assert.Equal(step == 7 ? "/desk/fronts#tour" : "/desk#tour", await LeadsAsync(step)); // nothing to show yet

        var copy = new Copy { Headline = "Ferry aground off Vis", Section = "region", Body = [new Paragraph(RichText.Of("A ferry has run aground."))] };
        var (draft, released) = (await newsroom.Store.WriteStoryAsync(copy, "Ana Marić", Cancel), await newsroom.Store.WriteStoryAsync(copy, "Ana Marić", Cancel));
        await newsroom.Store.ReleaseAsync(released, ReleaseOrder.Now, "Ana Marić", Cancel);
        Assert.Equal($"/desk/story/{draft}/edit#tour", await LeadsAsync(3));
        Assert.Equal($"/desk/story/{draft}#tour", await LeadsAsync(4));
        Assert.Equal($"/desk/story/{released}#tour", await LeadsAsync(5));
        Assert.Equal($"/desk/story/{released}#tour", await LeadsAsync(6));

        async Task<string> LeadsAsync(int step)
        {
            using var answer = await ana.Http.GetAsync(new Uri($"/desk/tour/{step}", UriKind.Relative), Cancel);
            return answer.Headers.Location!.ToString();
        }
    }
}
