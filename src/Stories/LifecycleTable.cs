using System.Text;

namespace Wireroom.Stories;

/// <summary>The lifecycle as a page of the documentation, made from the table that the program runs on.</summary>
public static class LifecycleTable
{
    /// <summary>Markdown: one row a state, one column a move, the state that it leads to in the cell.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # The lifecycle of a story

            Made from [Lifecycle.cs](../src/Stories/Lifecycle.cs). What is not in this table does not happen. A story that is out can be edited: the new version waits
            beside the released one until it goes out as an update or a correction. A correction must say what was wrong, a withdrawal must give a reason.

            | from | by | to |
            |---|---|---|

            """);
        foreach (var row in Lifecycle.Moves)
            page.Append("| ").Append(Words(row.From)).Append(" | ").Append(Words(row.Move)).Append(" | ").Append(Words(row.To)).Append(" |\n");
        return page.ToString();
    }

    private static string Words<T>(T name)
        where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var letter in name.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
