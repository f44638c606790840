using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Wireroom.Browser.Tests;

/// <summary>What axe finds on a page, in light and in dark.</summary>
internal static class AxeReading
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What a page says is the same in both; only these look at colours.
    private static readonly object OfColours = new { runOnly = (string[])["color-contrast", "link-in-text-block"] };
    private static readonly object Everything = new { rules = new Dictionary<string, object> { ["target-size"] = new { enabled = true } } };

    /// <summary>Every rule in light, and what looks at colours in dark, too; the page is left in light. What stands in frames is looked at as a page of its own.</summary>
    public static async Task<IReadOnlyList<string>> FaultsForAxeAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return [.. await RunAsync(ColorScheme.Dark, OfColours), .. await RunAsync(ColorScheme.Light, Everything)];

        async Task<IEnumerable<string>> RunAsync(ColorScheme scheme, object rules)
        {
            // Without motion, so that no colour is met on its way to another.
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.EvaluateAsync<string[]>(
                """
                (rules) => axe.run(document, { ...rules, iframes: false, resultTypes: ["violations"] })
                  .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join("; ")}`))
                """,
                rules);
            return found.Select(fault => $"{page.Url}, {scheme}: {fault}");
        }
    }
}
