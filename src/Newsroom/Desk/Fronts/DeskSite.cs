using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Fronts;

/// <summary>What the desk asks of the site, given by the host: the rooms do not name each other.</summary>
/// <param name="FrontAsync">A front as readers would see it with those stories chosen, as HTML; null where there is no such front.</param>
/// <param name="InThemeAsync">The front page in a theme, as HTML.</param>
/// <param name="Themes">The themes, the first that which stands where none is chosen.</param>
public sealed record DeskSite(
    Func<string, IReadOnlyList<FrontPlace>, CancellationToken, Task<byte[]?>> FrontAsync, Func<string, CancellationToken, Task<byte[]?>> InThemeAsync, Func<IReadOnlyList<DeskTheme>> Themes);

/// <summary>A theme to choose: its name in the settings, what it is called, and what it is like.</summary>
public sealed record DeskTheme(string Id, string Name, string About);
