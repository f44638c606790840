namespace Wireroom.Storage;

/// <summary>The settings that both doors read: the masthead and the sections.</summary>
internal static class House
{
    private const string MastheadName = "masthead";
    private const string LedgerChecksName = "ledger-checks";
    private const string PictureChecksName = "picture-checks";

    private static readonly Masthead Unnamed = new("Wireroom", "", "en", "UTC", "");

    public static async Task<Masthead> MastheadAsync(Reading reading) =>
        await reading.FirstAsync<string>("select value from settings where name = @MastheadName", new { MastheadName }) is { } text
            ? StoredJson.Read<Masthead>(text)
            : Unnamed;

    public static async Task<IReadOnlyList<Section>> SectionsAsync(Reading reading)
    {
        var rows = await reading.ListAsync<SectionColumns>("select slug, name, position from sections order by position, slug");
        return [.. rows.Select(row => new Section(row.Slug, row.Name, row.Position))];
    }

    public static Task SaveMastheadAsync(Writing writing, Masthead masthead) => SaveAsync(writing, MastheadName, StoredJson.Write(masthead));

    public static async Task<LedgerChecks> LedgerChecksAsync(Reading reading) =>
        await reading.FirstAsync<string>("select value from settings where name = @LedgerChecksName", new { LedgerChecksName }) is { } text
            ? StoredJson.Read<LedgerChecks>(text)
            : new LedgerChecks();

    public static Task SaveLedgerChecksAsync(Writing writing, LedgerChecks checks) => SaveAsync(writing, LedgerChecksName, StoredJson.Write(checks));

    public static async Task<PictureChecks> PictureChecksAsync(Reading reading) =>
        await reading.FirstAsync<string>("select value from settings where name = @PictureChecksName", new { PictureChecksName }) is { } text
            ? StoredJson.Read<PictureChecks>(text)
            : new PictureChecks();

    public static Task SavePictureChecksAsync(Writing writing, PictureChecks checks) => SaveAsync(writing, PictureChecksName, StoredJson.Write(checks));

    public static Task<string?> FindAsync(Reading reading, string name) => reading.FirstAsync<string>("select value from settings where name = @name", new { name });

    public static Task<int> SaveAsync(Writing writing, string name, string text) => writing.RunAsync(
        "insert into settings (name, value) values (@name, @text) on conflict (name) do update set value = excluded.value", new { name, text });

    private sealed class SectionColumns
    {
        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public int Position { get; init; }
    }
}
