using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>What the parser looks at: the templates of Zhang and Nivre (2011), and marks and verbs between.</summary>
internal static class ParseFeatures
{
    public const int Most = 96;

    /// <summary>Features for the next move.</summary>
    public static int Move(ParseState state, Span<uint> into)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2), n0 = state.Next, n1 = Math.Min(n0 + 1, state.Sentence.Count + 2), n2 = Math.Min(n0 + 2, state.Sentence.Count + 3);
        var sentence = state.Sentence;
        var (words, tags, labels) = (sentence.Words, sentence.Tags, state.Labels);
        ulong s0w = words[s0], s1w = words[s1], n0w = words[n0], n1w = words[n1];
        ulong s0p = tags[s0], s1p = tags[s1], s2p = tags[s2], n0p = tags[n0], n1p = tags[n1], n2p = tags[n2];
        int s0l1 = state.Left1[s0], s0r1 = state.Right1[s0], s1l1 = state.Left1[s1], s1r1 = state.Right1[s1], n0l1 = state.Left1[n0], n0l2 = state.Left2[n0];
        int s0r2 = state.Right2[s0], s0l2 = state.Left2[s0], s1r2 = state.Right2[s1];
        ulong near = (ulong)Math.Min(n0 - s0, 6), far = s1 == 0 ? 7ul : (ulong)Math.Min(s0 - s1, 6);
        ulong between = Between(sentence, s0, n0), behind = Between(sentence, s1, s0);
        var count = 0;
        into[count++] = Hashing.Mix(100, 0);
        into[count++] = Hashing.Mix(101, s0w);
        into[count++] = Hashing.Mix(102, s0p);
        into[count++] = Hashing.Mix(103, s0w, s0p);
        into[count++] = Hashing.Mix(104, n0w);
        into[count++] = Hashing.Mix(105, n0p);
        into[count++] = Hashing.Mix(106, n0w, n0p);
        into[count++] = Hashing.Mix(107, n1w, n1p);
        into[count++] = Hashing.Mix(108, n1p);
        into[count++] = Hashing.Mix(109, words[n2], n2p);
        into[count++] = Hashing.Mix(110, s1w, s1p);
        into[count++] = Hashing.Mix(111, s1p);
        into[count++] = Hashing.Mix(112, words[s2], s2p);
        into[count++] = Hashing.Mix(113, s0w << 8 | s0p, n0w << 8 | n0p);
        into[count++] = Hashing.Mix(114, s0w << 8 | s0p, n0w);
        into[count++] = Hashing.Mix(115, s0w, n0w << 8 | n0p);
        into[count++] = Hashing.Mix(116, s0w << 8 | s0p, n0p);
        into[count++] = Hashing.Mix(117, s0p, n0w << 8 | n0p);
        into[count++] = Hashing.Mix(118, s0p, n0p);
        into[count++] = Hashing.Mix(119, s1w << 8 | s1p, s0w << 8 | s0p);
        into[count++] = Hashing.Mix(120, s1w << 8 | s1p, s0p);
        into[count++] = Hashing.Mix(121, s1p, s0w << 8 | s0p);
        into[count++] = Hashing.Mix(122, s1p, s0p);
        into[count++] = Hashing.Mix(123, s1w, s0w);
        into[count++] = Hashing.Mix(124, s1p << 8 | s0p, n0p);
        into[count++] = Hashing.Mix(125, s0p << 8 | n0p, n1p);
        into[count++] = Hashing.Mix(126, n0p << 8 | n1p, n2p);
        into[count++] = Hashing.Mix(127, s2p << 8 | s1p, s0p);
        into[count++] = Hashing.Mix(128, s1p << 16 | s0p << 8 | n0p, n1p);
        into[count++] = Hashing.Mix(129, s1w, n0w << 8 | s0p);
        into[count++] = Hashing.Mix(130, s1p << 8 | s0p, n0w);
        into[count++] = Hashing.Mix(131, s0p << 8 | n0p, tags[s0l1]);
        into[count++] = Hashing.Mix(132, s0p << 8 | n0p, tags[s0r1]);
        into[count++] = Hashing.Mix(133, s0p << 8 | n0p, tags[n0l1]);
        into[count++] = Hashing.Mix(134, s1p << 8 | s0p, tags[s1r1]);
        into[count++] = Hashing.Mix(135, s1p << 8 | s0p, tags[s1l1]);
        into[count++] = Hashing.Mix(136, s1p << 8 | s0p, tags[s0l1]);
        into[count++] = Hashing.Mix(137, s1p << 8 | s0p, tags[s0r1]);
        into[count++] = Hashing.Mix(138, words[s0l1], s0p);
        into[count++] = Hashing.Mix(139, words[s0r1], s0p);
        into[count++] = Hashing.Mix(140, words[n0l1], n0p);
        into[count++] = Hashing.Mix(141, words[s1r1], s1p);
        into[count++] = Hashing.Mix(142, (ulong)tags[s0l1] << 8 | tags[s0l2], s0p);
        into[count++] = Hashing.Mix(143, (ulong)tags[s0r1] << 8 | tags[s0r2], s0p);
        into[count++] = Hashing.Mix(144, (ulong)tags[n0l1] << 8 | tags[n0l2], n0p);
        into[count++] = Hashing.Mix(145, (ulong)tags[s1r1] << 8 | tags[s1r2], s1p);
        into[count++] = Hashing.Mix(146, s0w, state.LeftCount[s0]);
        into[count++] = Hashing.Mix(147, s0p << 8 | state.LeftCount[s0], state.RightCount[s0]);
        into[count++] = Hashing.Mix(148, s0w, state.RightCount[s0]);
        into[count++] = Hashing.Mix(149, n0p, state.LeftCount[n0]);
        into[count++] = Hashing.Mix(150, n0w, state.LeftCount[n0]);
        into[count++] = Hashing.Mix(151, s1p << 8 | state.LeftCount[s1], state.RightCount[s1]);
        into[count++] = Hashing.Mix(152, s0w, near);
        into[count++] = Hashing.Mix(153, s0p << 8 | n0p, near);
        into[count++] = Hashing.Mix(154, n0w, near);
        into[count++] = Hashing.Mix(155, s1p << 8 | s0p, far);
        into[count++] = Hashing.Mix(156, s0p << 8 | n0p, between);
        into[count++] = Hashing.Mix(157, s1p << 8 | s0p, behind);
        into[count++] = Hashing.Mix(158, s0w, between);
        into[count++] = Hashing.Mix(159, s1w, behind);
        into[count++] = Hashing.Mix(160, s0p, state.LabelSet[s0]);
        into[count++] = Hashing.Mix(161, s0p << 8 | n0p, state.LabelSet[s0]);
        into[count++] = Hashing.Mix(162, s1p << 8 | s0p, state.LabelSet[s1]);
        into[count++] = Hashing.Mix(163, n0p, state.LabelSet[n0]);
        into[count++] = Hashing.Mix(164, (ulong)labels[s0l1] << 8 | labels[s0r1], s0p);
        into[count++] = Hashing.Mix(165, (ulong)labels[s1r1] << 8 | labels[s0l1], s1p << 8 | s0p);
        into[count++] = Hashing.Mix(166, s1p << 8 | s0p, n0p << 8 | tags[s1r1]);
        into[count++] = Hashing.Mix(167, s0p << 8 | n0p, n1w);
        into[count++] = Hashing.Mix(168, s1p << 16 | s0p << 8 | n0p, behind << 8 | between);
        into[count++] = Hashing.Mix(169, s1w, n0p << 8 | s0p);
        into[count++] = Hashing.Mix(170, state.LabelSet[s1] & state.LabelSet[s0], s1p << 8 | s0p);
        into[count++] = Hashing.Mix(171, n0p << 8 | n1p, s0w);
        ulong n0m = sentence.Before[n0], s0m = sentence.Before[s0], n1m = sentence.Before[n1];
        into[count++] = Hashing.Mix(172, s0p << 8 | n0p, n0m);
        into[count++] = Hashing.Mix(173, s1p << 8 | s0p, n0m << 8 | s0m);
        into[count++] = Hashing.Mix(174, n0p << 8 | n1p, n0m << 8 | n1m);
        into[count++] = Hashing.Mix(175, n0w, n0m);
        into[count++] = Hashing.Mix(176, s0w, n0m);
        into[count++] = Hashing.Mix(177, s0p << 16 | n0p << 8 | n0m, state.LabelSet[s0]);
        into[count++] = Hashing.Mix(178, s1w, s0m << 8 | n0m);
        // Clusters of words, for what the treebanks hold seldom.
        var clusters = sentence.Clusters;
        ushort s0k = clusters[s0], s1k = clusters[s1], n0k = clusters[n0], n1k = clusters[n1];
        ulong s0c = s0k, s1c = s1k, n0c = n0k, n1c = n1k, s0f = WordClusters.FamilyOf(s0k), s1f = WordClusters.FamilyOf(s1k), n0f = WordClusters.FamilyOf(n0k);
        into[count++] = Hashing.Mix(400, s0c, s0p);
        into[count++] = Hashing.Mix(401, n0c, n0p);
        into[count++] = Hashing.Mix(402, s1c, s1p);
        into[count++] = Hashing.Mix(403, n1c, n1p);
        into[count++] = Hashing.Mix(404, s0c, n0c);
        into[count++] = Hashing.Mix(407, s1c, s0c);
        into[count++] = Hashing.Mix(410, s0f << 8 | n0f, s0p << 8 | n0p);
        into[count++] = Hashing.Mix(411, s1f << 8 | s0f, s1p << 8 | s0p);
        return count;
    }

    /// <summary>Features for the label of an arc about to be made.</summary>
    public static int Label(ParseState state, int head, int dependent, Span<uint> into)
    {
        var sentence = state.Sentence;
        var (words, tags, labels) = (sentence.Words, sentence.Tags, state.Labels);
        ulong hw = words[head], hp = tags[head], dw = words[dependent], dp = tags[dependent];
        ulong side = head < dependent ? 1ul : 0ul;
        var distance = ((ulong)Math.Min(Math.Abs(head - dependent), 6) << 1) | side;
        int dl = state.Left1[dependent], dr = state.Right1[dependent], dl2 = state.Left2[dependent];
        ulong before = tags[Math.Max(0, dependent - 1)], after = tags[dependent + 1];
        var between = Between(sentence, Math.Min(head, dependent), Math.Max(head, dependent));
        var count = 0;
        into[count++] = Hashing.Mix(200, side);
        into[count++] = Hashing.Mix(201, hw, side);
        into[count++] = Hashing.Mix(202, hp, side);
        into[count++] = Hashing.Mix(203, dw, side);
        into[count++] = Hashing.Mix(204, dp, side);
        into[count++] = Hashing.Mix(205, hw << 1 | side, dw);
        into[count++] = Hashing.Mix(206, hp << 1 | side, dp);
        into[count++] = Hashing.Mix(207, hp << 1 | side, dw);
        into[count++] = Hashing.Mix(208, hw << 1 | side, dp);
        into[count++] = Hashing.Mix(209, hp << 8 | dp, distance);
        into[count++] = Hashing.Mix(210, dw, words[dl]);
        into[count++] = Hashing.Mix(211, hp << 8 | dp, words[dl] << 1 | side);
        into[count++] = Hashing.Mix(212, dp << 8 | tags[dl], (ulong)labels[dl] << 1 | side);
        into[count++] = Hashing.Mix(213, dp << 8 | tags[dr], (ulong)labels[dr] << 1 | side);
        into[count++] = Hashing.Mix(214, hp << 8 | dp, state.LabelSet[dependent]);
        into[count++] = Hashing.Mix(215, hp << 8 | dp, state.LabelSet[head]);
        into[count++] = Hashing.Mix(216, hp << 8 | dp, before << 8 | after);
        into[count++] = Hashing.Mix(217, hp << 8 | dp, between << 1 | side);
        into[count++] = Hashing.Mix(218, hw << 1 | side, dp << 8 | between);
        into[count++] = Hashing.Mix(219, (ulong)labels[dl] << 8 | labels[dl2], dp << 8 | hp << 1 | side);
        into[count++] = Hashing.Mix(220, hw << 1 | side, words[dl]);
        into[count++] = Hashing.Mix(221, hp << 8 | dp, words[Math.Max(0, dependent - 1)]);
        into[count++] = Hashing.Mix(222, state.LabelSet[head], side << 8 | dp);
        into[count++] = Hashing.Mix(224, dw << 1 | side, sentence.Before[dependent]);
        into[count++] = Hashing.Mix(225, hp << 8 | dp, (ulong)sentence.Before[dependent] << 8 | sentence.Before[dependent + 1]);
        into[count++] = Hashing.Mix(223, hp << 8 | tags[Math.Max(0, head - 1)], dp << 1 | side);
        ulong hc = sentence.Clusters[head], dc = sentence.Clusters[dependent];
        into[count++] = Hashing.Mix(430, hc, dc << 1 | side);
        into[count++] = Hashing.Mix(431, hw, dc << 1 | side);
        into[count++] = Hashing.Mix(432, hc, dw << 1 | side);
        into[count++] = Hashing.Mix(433, hc, dp << 8 | hp << 1 | side);
        into[count++] = Hashing.Mix(434, dc, dp << 8 | hp << 1 | side);
        into[count++] = Hashing.Mix(435, WordClusters.FamilyOf(sentence.Clusters[head]) << 8 | WordClusters.FamilyOf(sentence.Clusters[dependent]), hp << 16 | dp << 1 | side);
        into[count++] = Hashing.Mix(436, dc, words[dl]);
        into[count++] = Hashing.Mix(437, hc << 1 | side, words[dl]);
        return count;
    }

    /// <summary>Marks of quotation (odd or even), commas and verbs between two words.</summary>
    private static ulong Between(ParseSentence sentence, int left, int right)
    {
        if (right <= left || left == 0)
            return 255;
        return (uint)(((sentence.Marks[right] - sentence.Marks[left]) & 1) + (Math.Min(sentence.Commas[right] - sentence.Commas[left], 3) * 2) + (Math.Min(sentence.Verbs[right - 1] - sentence.Verbs[left], 2) * 8));
    }
}
