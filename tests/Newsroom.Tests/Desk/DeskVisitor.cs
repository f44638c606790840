using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>Somebody at the desk, through real HTTP: signs in by a one-time link and sends forms as the pages do.</summary>
public sealed partial class DeskVisitor(HttpClient http) : IDisposable
{
    public const string Password = "a lamp in the harbour";

    public HttpClient Http => http;

    /// <summary>Somebody who has come in by a one-time link: with every right, or as that role.</summary>
    public static Task<DeskVisitor> SignedInAsync(RunningNewsroom newsroom, string name = "Ana Marić", string email = "ana@courier.example", string role = Roles.First, params string[] sections) =>
        SignedInAsync(newsroom, name, email, role, new Reach(sections, []));

    /// <summary>Somebody who has come in by a one-time link, and works in these sections and on these desks.</summary>
    public static async Task<DeskVisitor> SignedInAsync(RunningNewsroom newsroom, string name, string email, string role, Reach reach)
    {
        var link = await newsroom.Services.GetRequiredService<Invitations>().InviteAsync(new Invitation(role, reach.Sections, email) { Desks = reach.Desks }, Cancel);
        var visitor = new DeskVisitor(newsroom.NewVisitor());
        using var answer = await visitor.PostAsync(link, from: link, ("name", name), ("email", email), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/desk", answer.Headers.Location?.ToString());
        return visitor;
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    /// <summary>The page, which must answer 200.</summary>
    public async Task<string> PageAsync(string address)
    {
        var (status, body) = await GetAsync(address);
        Assert.True(status == HttpStatusCode.OK, $"{address} answered {status}: {body}");
        return body;
    }

    /// <summary>Sends a form with the token of the page that holds it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, string from, params (string Name, string Value)[] fields)
    {
        var page = await http.GetStringAsync(new Uri(from, UriKind.Relative), Cancel);
        return await SendAsync(address, Token().Match(page).Groups[1].Value, fields);
    }

    /// <summary>As <see cref="PostAsync"/>, and what the page after it says.</summary>
    public async Task<(HttpStatusCode Status, string Body)> SayAsync(string address, string from, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(address, from, fields);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    public async Task<HttpResponseMessage> SendAsync(string address, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("token", WebUtility.HtmlDecode(token))));
        return await http.PostAsync(new Uri(address, UriKind.Relative), form, Cancel);
    }

    /// <summary>A token for forms, from a page that everybody may see.</summary>
    public async Task<string> TokenAsync() => Token().Match(await http.GetStringAsync(new Uri("/desk/me", UriKind.Relative), Cancel)).Groups[1].Value;

    /// <summary>Asks for any address in any way, and waits for no more than its first answer: some addresses stream.</summary>
    public async Task<HttpResponseMessage> TryAsync(string method, string address, string token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (method != "GET")
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("token", WebUtility.HtmlDecode(token))));
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
    }

    /// <summary>What stands in the editor's form for that copy.</summary>
    public static (string Name, string Value)[] Form(int basis, string headline, string body, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string>
        {
            ["base"] = basis.ToString(System.Globalization.CultureInfo.InvariantCulture), ["headline"] = headline, ["standfirst"] = "", ["slugline"] = "DAM", ["byline"] = "", ["dateline"] = "",
            ["credit"] = "Courier", ["section"] = "region", ["place"] = "", ["topics"] = "", ["language"] = "en", ["urgency"] = "5", ["embargo-choice"] = "none", ["body"] = body,
        };
        foreach (var (name, value) in more)
            fields[name] = value;
        return [.. fields.Select(field => (field.Key, field.Value))];
    }

    /// <summary>The story that a redirect leads to.</summary>
    public static StoryId StoryOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(StoryId.TryParse(answer.Headers.Location!.ToString().Split('/')[3], out var story));
        return story;
    }

    public void Dispose() => http.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
