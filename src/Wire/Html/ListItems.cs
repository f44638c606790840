namespace Wireroom.Wire.Html;

/// <summary>The items of a list as they are read. Items of a list within the list follow their parent; pictures, tables and the like stand behind the list.</summary>
internal sealed class ListItems
{
    private readonly List<IReadOnlyList<WireRun>> items = [];
    private readonly List<WireBlock> others = [];

    /// <summary>Takes what stands in one item.</summary>
    internal void Take(IReadOnlyList<WireBlock> blocks)
    {
        var runs = new List<WireRun>();
        var nested = new List<IReadOnlyList<WireRun>>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case WireParagraph paragraph:
                    Join(runs, paragraph.Runs);
                    break;
                case WireHeading heading:
                    Join(runs, heading.Runs);
                    break;
                case WireList list:
                    nested.AddRange(list.Items);
                    break;
                default:
                    others.Add(block);
                    break;
            }
        }

        if (runs.Count > 0)
        {
            items.Add(runs);
        }

        items.AddRange(nested);
    }

    /// <summary>The list, and what stands behind it.</summary>
    internal IEnumerable<WireBlock> Blocks(bool numbered) => items.Count == 0 ? others : others.Prepend(new WireList(numbered, items));

    private static void Join(List<WireRun> runs, IReadOnlyList<WireRun> more)
    {
        if (runs.Count > 0)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + "\n" };
        }

        runs.AddRange(more);
    }
}
