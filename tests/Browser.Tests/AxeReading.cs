using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Wireroom.Browser.Tests;

/// <summary>What axe finds on a page, in light and in dark.</summary>
internal static class AxeReading
{
    // What a page says is the same in both; only these look at colours.
    private static readonly RunOnlyOptions OfColours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    /// <summary>Every rule in light, and what looks at colours in dark, too; the page is left in light. What stands in frames is looked at as a page of its own.</summary>
    public static async Task<IReadOnlyList<string>> FaultsForAxeAsync(this IPage page)
    {
        var found = new List<string>();
        await RunAsync(ColorScheme.Dark, new AxeRunOptions { RunOnly = OfColours });
        await RunAsync(ColorScheme.Light, new AxeRunOptions { Rules = new() { ["target-size"] = new RuleOptions { Enabled = true } } });
        return found;

        async Task RunAsync(ColorScheme scheme, AxeRunOptions options)
        {
            // Without motion, so that no colour is met on its way to another.
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            options.Iframes = false;
            options.ResultTypes = [ResultType.Violations];
            var result = await page.RunAxe(options);
            found.AddRange(result.Violations.Select(fault => $"{page.Url}, {scheme}: {fault.Id}: {string.Join("; ", fault.Nodes.Take(3).Select(node => node.Html))}"));
        }
    }
}
