using System.Text;
using Wireroom.Newsroom.Intake;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Planning;

namespace Wireroom.Newsroom.Host.Sample;

/// <summary>
/// Lays the sample newsroom into an empty store: its files go through <see cref="Arrive"/> in the order of their arrival, and in between the desk does what
/// the plan says that it did. All of it stands in one transaction: a start that is stopped in the middle has laid nothing.
/// </summary>
internal static class SampleNewsroom
{
    /// <summary>Where the sample lies beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "sample");

    /// <summary>Lays the sample where the store is empty and the sample is there. Returns what the desk could not do as planned, for the log.</summary>
    public static async Task<IReadOnlyList<string>> LayAsync(Store store, StoreOptions options, TimeProvider clock, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(Folder, "newsroom.json")) || !await store.IsEmptyAsync(cancel).ConfigureAwait(false))
            return [];
        var plan = await SamplePlan.ReadAsync(Folder, cancel).ConfigureAwait(false);
        var start = clock.GetUtcNow();
        var past = new SampleClock(start);
        var sample = await Store.OpenAsync(options, past, cancel).ConfigureAwait(false);
        await using (sample.ConfigureAwait(false))
        {
            var desk = new SampleDesk(sample, start);
            await sample.InOneGoAsync(go => LayAsync(sample, plan, past, start, desk, go), cancel).ConfigureAwait(false);
            GC.Collect(2, GCCollectionMode.Aggressive); // three weeks passed in two seconds: what they needed goes back to the machine
            return desk.Refused;
        }
    }

    private static async Task LayAsync(Store store, SamplePlan plan, SampleClock past, DateTimeOffset start, SampleDesk desk, CancellationToken cancel)
    {
        await store.MarkSampleAsync(cancel).ConfigureAwait(false);
        await store.SaveMastheadAsync(new Masthead(plan.Name, plan.Motto, plan.Language, plan.TimeZone, ""), cancel).ConfigureAwait(false);
        await store.SaveSectionsAsync([.. plan.Sections.Select((section, at) => new Section(section.Slug, section.Name, at))], cancel).ConfigureAwait(false);
        await store.SaveDesksAsync([.. plan.Desks.Select((desk, at) => new NewsDesk(desk.Slug, desk.Name, at))], cancel).ConfigureAwait(false);
        await store.SaveRoutingAsync(plan.Routing, cancel).ConfigureAwait(false);
        await store.SaveWordListAsync(string.Join('\n', plan.Words), cancel).ConfigureAwait(false);
        foreach (var source in plan.Sources)
            await store.SaveSourceAsync(Source(source, trusted: false), cancel).ConfigureAwait(false); // the plan says for each item when it went out

        // What arrives and what the desk does, in the order of time.
        var arrive = new Arrive(store, past);
        var steps = new PriorityQueue<Func<Task>, (DateTimeOffset, int)>();
        var order = 0;
        var known = new Dictionary<string, StoryId>(StringComparer.Ordinal);
        foreach (var file in plan.Files)
        {
            var at = SampleTimes.At(file.Arrives, start);
            steps.Enqueue(() => ArriveAsync(file, at), (at, order++));
        }

        while (steps.TryDequeue(out var step, out var when))
        {
            past.Now = when.Item1;
            await step().ConfigureAwait(false);
        }

        past.Now = start;
        await store.ChooseFrontAsync("", 0, [.. plan.Front.Where(front => known.ContainsKey(front.Guid)).Select(front => new FrontPlace(known[front.Guid], front.Pin))], SampleDesk.Editor, cancel).ConfigureAwait(false);
        foreach (var assignment in plan.Assignments)
            await AssignAsync(assignment).ConfigureAwait(false);
        foreach (var source in plan.Sources)
            await store.SaveSourceAsync(Source(source, source.Trusted), cancel).ConfigureAwait(false);

        async Task AssignAsync(SampleAssignment given)
        {
            var planned = (await store.EventsAsync(start.AddDays(-1), start.AddDays(60), cancel).ConfigureAwait(false)).FirstOrDefault(one => one.Guid == given.Event);
            if (planned is null)
                desk.Refuse(given.Event, "No calendar announced this event.");
            else
                await store.AssignAsync(new Assignment { Event = planned.Id, Kind = given.Kind, What = given.What, Words = given.Words, Due = SampleTimes.At(given.Due, start) }, SampleDesk.Editor, cancel).ConfigureAwait(false);
        }

        async Task ArriveAsync(SampleFile file, DateTimeOffset at)
        {
            var path = Path.Combine(Folder, file.File);
            var text = await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false);
            var delivery = new Delivery
            {
                Source = file.Source, Name = file.File, Bytes = Encoding.UTF8.GetBytes(SampleTimes.Fill(text, start)), ArrivedAt = at, Date = at,
                PictureFolders = [Folder],
            };
            var report = await arrive.TakeAsync(delivery, cancel).ConfigureAwait(false);
            if (report.WhyUnreadable is { } why)
                desk.Refuse(file.File, why);
            var trusted = plan.Sources.Any(source => source.Slug == file.Source && source.Trusted);
            for (var index = 0; index < report.Stories.Count; index++)
            {
                if (report.Stories[index] is not { } story || file.ActOn(index) is not { At: { } offset } act)
                    continue;
                var by = trusted ? Store.ByWire : SampleDesk.Editor;
                if (act.Guid is { } guid)
                    known[guid] = story;
                steps.Enqueue(() => desk.ActAsync(file.File, story, act, by, cancel), (SampleTimes.At(offset, start), order++));
                foreach (var entry in act.Live ?? [])
                    Tell(file.File, story, entry);
            }
        }

        void Tell(string file, StoryId story, SampleEntry entry)
        {
            var key = 0L;
            steps.Enqueue(async () => key = await desk.TellAsync(file, story, entry, cancel).ConfigureAwait(false), (SampleTimes.At(entry.At, start), order++));
            if ((entry.CorrectedAt ?? entry.WithdrawnAt) is { } later)
                steps.Enqueue(() => desk.PutRightAsync(file, story, key, entry, cancel), (SampleTimes.At(later, start), order++));
        }
    }

    private static Source Source(SampleSource source, bool trusted) => new()
    {
        Slug = source.Slug, Name = source.Name, Kind = SourceKind.Import, Credit = source.Credit, Section = source.Section, Desk = source.Desk, Language = source.Language, Trusted = trusted,
    };
}
