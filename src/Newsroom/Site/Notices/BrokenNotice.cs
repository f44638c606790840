using System.Text;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;

namespace Wireroom.Newsroom.Site.Notices;

/// <summary>The page for when something of ours broke. It needs nothing that may be broken.</summary>
public static class BrokenNotice
{
    /// <summary>The page with that status.</summary>
    public static Rendered Make(int status, Assets assets) => new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html lang="{Words.English.Language}">
        <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <link rel="stylesheet" href="{assets["broadsheet.css"]}">
            <title>{Words.English.Broken}</title>
        </head>
        <body>
        <main class="frame">
            <h1 class="page-title">{Words.English.Broken}</h1>
            <p class="intro">{Words.English.BrokenLead}</p>
            <p class="intro"><a href="/">{Words.English.Home}</a></p>
        </main>
        </body>
        </html>

        """));
}
