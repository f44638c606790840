using System.Text;

namespace Wireroom.Newsroom.Desk.Access;

/// <summary>docs/rights.md, made from the table of roles.</summary>
public static class RightsPage
{
    /// <summary>The page.</summary>
    public static string AsMarkdown()
    {
        var page = new StringBuilder();
        page.Append("# Who may do what\n\nMade from the table in `src/Newsroom/Desk/Access/Roles.cs`; a test keeps this page equal to it, and another lets each role try every address of the desk.\n");
        page.Append("A person has one role or several, and the rights of all of them. Sections given to a person limit the rights over copy and planning to stories, events and fronts of these sections, and desks given to a person the rights over copy to stories that stand on them; with both, both hold.\n");
        page.Append("They write, file and move copy only there too; the front page, and with desks alone every front, is then left to others. A story in no section yet is anybody's. One on no desk is nobody's of a desk, but a wire that nobody has taken may be fetched to one's own desk. Everybody reads everything. The house's settings, sources and pictures know no sections and no desks.\n");
        page.Append("The first person of a newsroom is chief and operator. Under four eyes (Settings) whoever wrote a version does not also pass it.\n\n| role | is for |\n|---|---|\n");
        foreach (var role in Roles.All)
            page.Append("| ").Append(role.Title).Append(" (`").Append(role.Name).Append("`) | ").Append(role.Does).Append(" |\n");
        page.Append("\n| right |").Append(string.Concat(Roles.All.Select(role => $" {role.Title} |"))).Append("\n|---|").Append(string.Concat(Roles.All.Select(_ => "---|"))).Append('\n');
        foreach (var right in Enum.GetValues<Right>())
            page.Append("| ").Append(right).Append(" |").Append(string.Concat(Roles.All.Select(role => role.Rights.Contains(right) ? " yes |" : " |"))).Append('\n');
        return page.ToString();
    }
}
