using Wireroom.Language.Tagging;

namespace Wireroom.Train;

/// <summary>The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): the moves that lose no arc which can still be made.</summary>
internal sealed class Oracle(int[] heads)
{
    /// <summary>The head of a word as the state counts: the root is one after the last.</summary>
    public int Head(int word) => word > heads.Length ? -1 : heads[word - 1] == 0 ? heads.Length + 1 : heads[word - 1];

    /// <summary>A bit for each allowed move of the least cost.</summary>
    public uint Best(ParseState state, ulong allowed)
    {
        Span<int> costs = stackalloc int[3];
        costs.Fill(int.MaxValue);
        int n0 = state.Next, s0 = state.Stack(0);
        if ((allowed & 1) != 0)
        {
            costs[0] = 0;
            for (var down = 0; down < state.Depth; down++)
            {
                var word = state.Stack(down);
                if (down > 0 && Head(n0) == word)
                    costs[0]++;
                if (Head(word) == n0)
                    costs[0]++;
            }
        }

        if ((allowed & 2) != 0)
            costs[1] = (Head(s0) > n0 || state.Depth > 1 && Head(s0) == state.Stack(1) ? 1 : 0) + Waiting(s0, n0);
        if ((allowed & 4) != 0)
            costs[2] = (Head(s0) >= n0 ? 1 : 0) + Waiting(s0, n0);
        var least = Math.Min(costs[0], Math.Min(costs[1], costs[2]));
        return (costs[0] == least ? 1u : 0) | (costs[1] == least ? 2u : 0) | (costs[2] == least ? 4u : 0);
    }

    /// <summary>Dependents of a word that are still in the buffer.</summary>
    private int Waiting(int word, int next)
    {
        var waiting = 0;
        for (var at = next; at <= heads.Length; at++)
            waiting += heads[at - 1] == word ? 1 : 0;
        return waiting;
    }

    public static bool Projective(int[] heads)
    {
        for (var at = 1; at <= heads.Length; at++)
        {
            var (low, high) = (Math.Min(at, heads[at - 1]), Math.Max(at, heads[at - 1]));
            for (var between = low + 1; between < high; between++)
            {
                if (heads[between - 1] < low || heads[between - 1] > high)
                    return false;
            }
        }

        return true;
    }
}
