namespace Wireroom.Newsroom.Site.Themes.Broadsheet;

/// <summary>A newspaper page: serif headlines, one lead, generous rules.</summary>
internal static class BroadsheetTheme
{
    public static Theme Make() => new()
    {
        Id = "broadsheet",
        Name = "Broadsheet",
        About = "A newspaper page: serif headlines, one large lead, a block for each section, generous rules.",
        Stylesheet = "broadsheet.css",
        Logo = ThemeShelf.LogoOf("broadsheet"),
    };
}
