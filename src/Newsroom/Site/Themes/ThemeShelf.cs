using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using Wireroom.Newsroom.Site.Themes.Agency;
using Wireroom.Newsroom.Site.Themes.Broadsheet;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Themes;

/// <summary>
/// The themes: those that are shipped, and the publisher's own in the data folder. An own theme is <c>themes/NAME/theme.json</c> with a name and the shipped
/// theme that it builds on, beside it <c>tokens.css</c> with its colours and faces, and <c>logo.svg</c> for the masthead; each of the two may be missing.
/// </summary>
public sealed class ThemeShelf(StoreOptions store, ILogger<ThemeShelf> log)
{
    private static readonly IReadOnlyList<Theme> Shipped = [BroadsheetTheme.Make(), AgencyTheme.Make()];

    /// <summary>Where the publisher's own themes lie.</summary>
    public string Folder => Path.Combine(store.DataFolder, "themes");

    /// <summary>Every theme, the shipped ones first.</summary>
    public IReadOnlyList<Theme> All() =>
        [.. Shipped, .. Directory.Exists(Folder) ? Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(name => Own(name!)).OfType<Theme>() : []];

    /// <summary>The theme of that name; the first that is shipped where there is none.</summary>
    public Theme Find(string id) => Shipped.FirstOrDefault(theme => theme.Id == id) ?? (IsName(id) ? Own(id) : null) ?? Shipped[0];

    /// <summary>The path of a file of an own theme that readers may have, or null.</summary>
    public string? FileOf(string theme, string file) => IsName(theme) && file is "tokens.css" or "logo.svg" && Path.Combine(Folder, theme, file) is var path && File.Exists(path) ? path : null;

    /// <summary>The logo that a shipped theme's folder holds.</summary>
    internal static string LogoOf(string theme)
    {
        using var logo = new StreamReader(typeof(Theme).Assembly.GetManifestResourceStream($"themes/{theme}/logo.svg") ?? throw new InvalidOperationException($"The theme {theme} has no logo.svg."));
        return logo.ReadToEnd().Trim();
    }

    private static bool IsName(string id) => id.Length is > 0 and <= 40 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private Theme? Own(string id)
    {
        var description = Path.Combine(Folder, id, "theme.json");
        if (!IsName(id) || Shipped.Any(theme => theme.Id == id) || !File.Exists(description))
            return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(description));
            var root = json.RootElement;
            var basis = Shipped.FirstOrDefault(theme => theme.Id == Text("base", Shipped[0].Id))
                ?? throw new JsonException($"\"base\" names no shipped theme; write {string.Join(" or ", Shipped.Select(theme => theme.Id))}");
            return basis with
            {
                Id = id,
                Name = Text("name", id),
                About = Text("about", $"The publisher's own, on {basis.Name}."),
                Light = Text("light", basis.Light),
                Dark = Text("dark", basis.Dark),
                OwnTokens = AddressOf(id, "tokens.css"),
                OwnLogo = AddressOf(id, "logo.svg"),
            };

            string Text(string name, string otherwise) =>
                root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : otherwise;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The theme {Theme} cannot be read and is left out: {File}: {Fault}", id, description, fault.Message);
            return null;
        }
    }

    /// <summary>The address carries the content's hash, so that a changed file is another address.</summary>
    private string? AddressOf(string id, string file) => FileOf(id, file) is { } path
        ? $"/themes/{id}/{file}?v={XxHash64.HashToUInt64(File.ReadAllBytes(path)).ToString("x", CultureInfo.InvariantCulture)}"
        : null;
}
