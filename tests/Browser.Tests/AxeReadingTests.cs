namespace Wireroom.Browser.Tests;

/// <summary>The check itself: it must find what is wrong.</summary>
public sealed class AxeReadingTests
{
    [Fact]
    public async Task Axe_finds_a_picture_without_words_and_what_cannot_be_read_in_the_dark_alone()
    {
        var page = await Chromium.OpenAsync(new Uri("about:blank"));
        await page.SetContentAsync(
            """
            <!doctype html><html lang="en"><title>Ferries</title>
            <style>@media (prefers-color-scheme: dark) { body { background: black } p { color: #222 } }</style>
            <main><h1 style="color: gray">Ferries</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p>The ferry sails at noon.</p></main></html>
            """);
        var found = await page.FaultsForAxeAsync();
        Assert.Contains(found, fault => fault.Contains("Dark: color-contrast: <p>", StringComparison.Ordinal));
        Assert.Contains(found, fault => fault.Contains("Light: image-alt: <img", StringComparison.Ordinal));
        Assert.DoesNotContain(found, fault => fault.Contains("Light: color-contrast", StringComparison.Ordinal));
    }
}
