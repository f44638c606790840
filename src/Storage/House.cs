using Wireroom.Stories.Routing;

namespace Wireroom.Storage;

/// <summary>The settings that both doors read: the masthead and the sections.</summary>
internal static class House
{
    public const string StampName = "house-stamp";
    public const string RoutingName = "routing";
    public const string RoutingDraftName = "routing-draft";
    private const string MastheadName = "masthead";
    private const string LedgerChecksName = "ledger-checks";
    private const string PictureChecksName = "picture-checks";
    private const string WordListName = "word-list";
    private const string SampleName = "sample";
    private const string OpenIdName = "open-id";
    private const string FourEyesName = "four-eyes";

    private static readonly Masthead Unnamed = new("Wireroom", "", "en", "UTC", "");

    public static Task<Masthead> MastheadAsync(Reading reading) => FindAsync(reading, MastheadName, Unnamed);

    public static async Task<IReadOnlyList<Section>> SectionsAsync(Reading reading) =>
        [.. (await reading.ListAsync<NamedColumns>("select slug, name, position from sections order by position, slug")).Select(row => new Section(row.Slug, row.Name, row.Position))];

    public static async Task<IReadOnlyList<NewsDesk>> DesksAsync(Reading reading) =>
        [.. (await reading.ListAsync<NamedColumns>("select slug, name, position from desks order by position, slug")).Select(row => new NewsDesk(row.Slug, row.Name, row.Position))];

    public static Task SaveSectionsAsync(Writing writing, IReadOnlyList<Section> sections) => SaveNamedAsync(writing, "sections", sections);

    public static Task SaveDesksAsync(Writing writing, IReadOnlyList<NewsDesk> desks) => SaveNamedAsync(writing, "desks", desks);

    public static async Task SaveMastheadAsync(Writing writing, Masthead masthead)
    {
        await SaveAsync(writing, MastheadName, StoredJson.Write(masthead));
        await ChangeAsync(writing);
    }

    /// <summary>Something of what arrivals must know has changed: whoever keeps it in memory reads it again.</summary>
    public static Task ChangeAsync(Writing writing) => SaveAsync(writing, StampName, Guid.NewGuid().ToString("n"));

    public static Task<LedgerChecks> LedgerChecksAsync(Reading reading) => FindAsync(reading, LedgerChecksName, new LedgerChecks());

    public static Task SaveLedgerChecksAsync(Writing writing, LedgerChecks checks) => SaveAsync(writing, LedgerChecksName, StoredJson.Write(checks));

    public static Task<PictureChecks> PictureChecksAsync(Reading reading) => FindAsync(reading, PictureChecksName, new PictureChecks());

    public static Task SavePictureChecksAsync(Writing writing, PictureChecks checks) => SaveAsync(writing, PictureChecksName, StoredJson.Write(checks));

    public static async Task<bool> FourEyesAsync(Reading reading) => await FindAsync(reading, FourEyesName) == "1";

    public static Task SaveFourEyesAsync(Writing writing, bool fourEyes) => SaveAsync(writing, FourEyesName, fourEyes ? "1" : "0");

    public static async Task<bool> IsSampleAsync(Reading reading) => await FindAsync(reading, SampleName) == "1";

    public static Task MarkSampleAsync(Writing writing) => SaveAsync(writing, SampleName, "1");

    public static Task<OpenIdSettings> OpenIdAsync(Reading reading) => FindAsync(reading, OpenIdName, new OpenIdSettings());

    public static Task SaveOpenIdAsync(Writing writing, OpenIdSettings settings) => SaveAsync(writing, OpenIdName, StoredJson.Write(settings));

    public static async Task<string> WordListAsync(Reading reading) => await FindAsync(reading, WordListName) ?? "";

    public static Task SaveWordListAsync(Writing writing, string text) => SaveAsync(writing, WordListName, text);

    public static async Task<RoutingPlan?> RoutingAsync(Reading reading, string name) =>
        await FindAsync(reading, name) is { } text ? RoutingJson.Read(text).Plan : null;

    public static Task SaveRoutingAsync(Writing writing, string name, RoutingPlan? plan) =>
        plan is null ? writing.RunAsync("delete from settings where name = @name", new { name }) : SaveAsync(writing, name, RoutingJson.Write(plan));

    public static Task<string?> FindAsync(Reading reading, string name) => reading.FirstAsync<string>("select value from settings where name = @name", new { name });

    public static Task<int> SaveAsync(Writing writing, string name, string text) => writing.RunAsync(
        "insert into settings (name, value) values (@name, @text) on conflict (name) do update set value = excluded.value", new { name, text });

    private static async Task<T> FindAsync<T>(Reading reading, string name, T unset) => await FindAsync(reading, name) is { } text ? StoredJson.Read<T>(text) : unset;

    /// <summary>Sections and desks are lists of the same shape.</summary>
    private static async Task SaveNamedAsync<T>(Writing writing, string table, IReadOnlyList<T> rows)
    {
        await writing.RunAsync($"delete from {table}");
        foreach (var row in rows)
            await writing.RunAsync($"insert into {table} (slug, name, position) values (@Slug, @Name, @Position)", row!);
        await ChangeAsync(writing);
        writing.Ring(RingKind.Settings);
    }

    private sealed class NamedColumns
    {
        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public int Position { get; init; }
    }
}
