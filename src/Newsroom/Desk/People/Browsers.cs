namespace Wireroom.Newsroom.Desk.People;

/// <summary>A browser by its name for people, from what it says of itself.</summary>
public static class Browsers
{
    private static readonly (string Mark, string Name)[] Programs = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];
    private static readonly (string Mark, string Name)[] Machines = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    /// <summary>"Firefox on Windows", or the beginning of what it says of itself where that is not known.</summary>
    public static string Name(string said)
    {
        var (program, machine) = (Find(Programs, said), Find(Machines, said));
        return program.Length > 0 ? machine.Length > 0 ? $"{program} on {machine}" : program : said.Length == 0 ? "says nothing of itself" : said.Length > 40 ? said[..40] + "…" : said;
    }

    private static string Find((string Mark, string Name)[] marks, string said) => marks.FirstOrDefault(pair => said.Contains(pair.Mark, StringComparison.Ordinal)).Name ?? "";
}
