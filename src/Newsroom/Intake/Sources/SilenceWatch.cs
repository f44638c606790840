using System.Globalization;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Sources;

/// <summary>Tells the desk, and by mail whoever is to be told, of a source that has been silent for longer than it ever should be: once, until it speaks again.</summary>
internal sealed class SilenceWatch(Store store, AlarmMail mail, TimeProvider clock, ILogger<SilenceWatch> log)
    : Loop(TimeSpan.FromSeconds(20), "Silent sources are not noticed", clock, log)
{
    protected override async Task LookAsync(CancellationToken cancel)
    {
        var told = new List<(string Subject, string Words)>();
        await store.InOneGoAsync(
            async go =>
            {
                told.Clear();
                foreach (var (source, last) in await store.TakeSilentSourcesAsync(go).ConfigureAwait(false))
                {
                    var fault = (await store.PollStateAsync(source.Slug, go).ConfigureAwait(false)).LastFault;
                    var words = $"{source.Name} has brought nothing new since {(last is { } at ? at.ToString("yyyy-MM-dd HH:mm 'GMT'", CultureInfo.InvariantCulture) : "it was added")}; "
                        + $"something is expected at least every {Minutes(source.ExpectMinutes)}.{(fault is null ? "" : $" Its last fault: {fault}")}";
                    await store.TellDeskAsync(NoticeKind.Silent, null, source.Slug, words, go).ConfigureAwait(false);
                    told.Add(($"{source.Name} is silent", words));
                }
            },
            cancel).ConfigureAwait(false);
        foreach (var (subject, words) in told)
            await mail.SendAsync(subject, words, cancel).ConfigureAwait(false);
    }

    private static string Minutes(int minutes) => minutes switch
    {
        1 => "minute",
        _ when minutes % 60 == 0 => minutes == 60 ? "hour" : $"{minutes / 60} hours",
        _ => $"{minutes} minutes",
    };
}
