using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskRoutesTests
{
    private static readonly string[] OpenToStrangers = ["/desk/sign-in", "/desk/sign-in/code", "/desk/sign-in/passkey", "/desk/sign-in/passkey/options", "/desk/sign-in/openid", "/desk/sign-in/openid/back", "/desk/invitation/{token}"];

    [Fact]
    public async Task Everything_on_the_desk_but_signing_in_demands_a_signed_in_person()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var routes = newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/desk", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count >= 25, $"{routes.Count} routes");
        var tried = 0;
        foreach (var route in routes)
        {
            var pattern = route.RoutePattern.RawText!.TrimEnd('/');
            Assert.Equal(OpenToStrangers.Contains(pattern), route.Metadata.GetMetadata<IAllowAnonymous>() is not null);
            if (OpenToStrangers.Contains(pattern))
                continue;
            var address = pattern.Replace("{id}", "06ak693d88kkx", StringComparison.Ordinal).Replace("{slug}", "a", StringComparison.Ordinal).Replace("{file}", "a.gif", StringComparison.Ordinal).Replace("{key:long}", "1", StringComparison.Ordinal);
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                using var ask = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
                using var answer = await newsroom.Http.SendAsync(ask, TestContext.Current.CancellationToken);
                if (method == "GET")
                    Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/desk/sign-in", StringComparison.Ordinal), $"{method} {address}: {answer.StatusCode}");
                else
                    Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {address}: {answer.StatusCode}");
                tried++;
            }
        }

        Assert.True(tried >= 24, $"{tried} tried");
    }

    [Fact]
    public async Task Every_post_demands_its_pages_token()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var without = await ana.SendAsync("/desk/write", "", DeskVisitor.Form(0, "Forged", "[]"));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Empty(await newsroom.Store.QueueAsync(new Wireroom.Storage.QueueFilter(), 10, TestContext.Current.CancellationToken));
        using var with = await ana.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Written", "[]"));
        Assert.Equal(HttpStatusCode.Redirect, with.StatusCode);
    }

    [Fact]
    public async Task Pages_forbid_foreign_script_framing_and_keeping()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var answer = await newsroom.Http.GetAsync(new Uri("/desk/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var cookies = string.Join('\n', answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookies, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookies, StringComparison.OrdinalIgnoreCase);
    }
}
