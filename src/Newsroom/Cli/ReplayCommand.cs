using System.CommandLine;
using System.Globalization;
using Wireroom.Newsroom.Intake;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Cli;

/// <summary><c>wireroom replay</c>: takes kept documents in once more after a reader was mended. Shows what would change; <c>--apply</c> changes it.</summary>
internal static class ReplayCommand
{
    private const int AtOnce = 100;

    private static readonly Option<string> Since = new("--since") { Description = "The day (2026-03-01) or moment (2026-03-01T06:00Z) from which arrivals are read again.", HelpName = "TIME", Required = true };
    private static readonly Option<string?> Source = new("--source") { Description = "Only what came from this source.", HelpName = "SOURCE" };
    private static readonly Option<bool> Apply = new("--apply") { Description = "Change it; without this, it is only shown." };

    public static Command Make()
    {
        var command = new Command("replay", "Reads kept documents again after a reader was mended, and shows what would change.") { Since, Source, Apply };
        command.SetAction(ReplayAsync);
        return command;
    }

    private static async Task<int> ReplayAsync(ParseResult parsed, CancellationToken cancel)
    {
        var text = parsed.GetValue(Since)!;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
            throw new UsageException($"\"{text}\" is no day or moment; write 2026-03-01 or 2026-03-01T06:00Z.");
        var apply = parsed.GetValue(Apply);
        var store = await Store.OpenAsync(GlobalOptions.Store(parsed), TimeProvider.System, cancel).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var (read, lost, changed) = (0, 0, 0);
            var arrive = new Arrive(store, TimeProvider.System);
            for (long after = 0; ;)
            {
                var arrivals = await store.ArrivalsSinceAsync(parsed.GetValue(Source), since, after, AtOnce, cancel).ConfigureAwait(false);
                if (arrivals.Count == 0)
                    break;
                foreach (var arrival in arrivals)
                {
                    if (await arrive.ReplayAsync(arrival, apply, cancel).ConfigureAwait(false) is not { } replayed)
                    {
                        lost++;
                        continue;
                    }

                    read++;
                    if (replayed.Count > 0)
                        changed += await ShowAsync(arrival, replayed).ConfigureAwait(false);
                }

                after = arrivals[^1].Id;
            }

            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{read} documents read again{(lost > 0 ? $", {lost} whose bytes are not kept" : "")}: {changed} items {(apply ? "changed" : "would change")}.")).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task<int> ShowAsync(Arrival arrival, IReadOnlyList<ArrivedItem> items)
    {
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{arrival.ArrivedAt:yyyy-MM-dd HH:mm:ss} {arrival.Source} {arrival.Name}")).ConfigureAwait(false);
        foreach (var item in items)
            await Console.Out.WriteLineAsync($"    {item.Decision}: {item.Headline}").ConfigureAwait(false);
        return items.Count;
    }
}
