using System.Text;
using System.Text.Json;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Machines;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Offline;

/// <summary>What makes the site an app on a device: its manifest, the worker that keeps what was read last, and the list of what must not be kept any longer.</summary>
public static class Installed
{
    /// <summary>A device that was away for longer throws away what it kept; see the worker.</summary>
    private static readonly TimeSpan LongestKept = TimeSpan.FromDays(7);

    private static readonly string[] Files = ["site.js", "offline.js", "source-serif-4.woff2", "ibm-plex-sans.woff2"];

    /// <summary>Answers <c>/manifest.webmanifest</c> (W3C Web Application Manifest).</summary>
    public static Task ManifestAsync(HttpContext context, Answers answers) => answers.PageAsync(context, "/manifest.webmanifest", [], static (edition, _) =>
        Task.FromResult<Rendered?>(new Rendered(StatusCodes.Status200OK, "application/manifest+json; charset=utf-8", Manifest(edition))));

    /// <summary>Answers <c>/worker.js</c>: the bundled worker behind the names of the files that it keeps for the offline page. A browser asks for it anew each day or sooner.</summary>
    public static async Task WorkerAsync(HttpContext context, Assets assets, Editions editions)
    {
        var file = Path.Combine(assets.Folder, Path.GetFileName(assets["worker.js"]));
        if (!File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'";
        context.Response.ContentType = "text/javascript; charset=utf-8";
        var theme = (await editions.CurrentAsync(context.RequestAborted).ConfigureAwait(false)).Theme;
        var names = JsonSerializer.Serialize(Files.Prepend(theme.Stylesheet).Select(name => assets[name]).Concat(theme.OwnTokens is { } tokens ? [tokens] : []));
        await context.Response.WriteAsync($"self.files={names};\n", context.RequestAborted).ConfigureAwait(false);
        await context.Response.SendFileAsync(file, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Answers <c>/live/withdrawn</c>: the stories that were withdrawn lately, for devices that kept a page with one of them. Identities and nothing else.</summary>
    public static Task WithdrawnAsync(HttpContext context, Answers answers, ReleasedStore released) => answers.PageAsync(context, "/live/withdrawn", Answers.LatestKeys, async (edition, cancel) =>
    {
        var stories = await released.WithdrawnSinceAsync(edition.MadeAt - LongestKept - TimeSpan.FromDays(1), cancel).ConfigureAwait(false);
        return new Rendered(StatusCodes.Status200OK, "text/plain; charset=utf-8", Encoding.ASCII.GetBytes(string.Concat(stories.Select(story => $"{story}\n"))));
    });

    private static byte[] Manifest(Edition edition) => JsonLd.Write(edition, static (json, edition) =>
    {
        var (masthead, words) = (edition.Masthead, edition.Words);
        json.WriteString("id"u8, "/"u8);
        json.WriteString("name"u8, masthead.Name);
        json.WriteString("short_name"u8, masthead.Name.StartsWith("The ", StringComparison.Ordinal) ? masthead.Name[4..] : masthead.Name);
        if (masthead.Tagline.Length > 0)
            json.WriteString("description"u8, masthead.Tagline);
        json.WriteString("lang"u8, words.Language);
        json.WriteString("dir"u8, words.Direction);
        json.WriteString("start_url"u8, "/"u8);
        json.WriteString("scope"u8, "/"u8);
        json.WriteString("display"u8, "standalone"u8);
        json.WriteString("background_color"u8, edition.Theme.Light);
        json.WriteString("theme_color"u8, edition.Theme.Light);
        json.WriteStartArray("categories"u8);
        json.WriteStringValue("news"u8);
        json.WriteEndArray();
        json.WriteStartArray("icons"u8);
        foreach (var purpose in (string[])["any", "maskable"])
        {
            json.WriteStartObject();
            json.WriteString("src"u8, "/icon.svg"u8);
            json.WriteString("type"u8, "image/svg+xml"u8);
            json.WriteString("sizes"u8, "any"u8);
            json.WriteString("purpose"u8, purpose);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("shortcuts"u8);
        foreach (var (name, address) in ((string, string)[])[(words.Latest, "/latest"), (words.Search, "/search"), (words.KeptHere, "/offline")])
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name);
            json.WriteString("url"u8, address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
