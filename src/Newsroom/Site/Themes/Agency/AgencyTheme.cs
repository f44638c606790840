namespace Wireroom.Newsroom.Site.Themes.Agency;

/// <summary>An agency's service: everything by time, dense, set in the sans.</summary>
internal static class AgencyTheme
{
    public static Theme Make() => new()
    {
        Id = "agency",
        Name = "Agency",
        About = "A news agency's service: compact, sans headlines, the front as one dense list by time under a short lead.",
        Stylesheet = "agency.css",
        Logo = ThemeShelf.LogoOf("agency"),
        Light = "#0f3d3e",
        Dark = "#0c2627",
        Front = static page => AgencyFront.Create(page),
    };
}
