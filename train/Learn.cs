using Wireroom.Language.Tagging;

namespace Wireroom.Train;

/// <summary>Trains the tagger, the parser and the tagger of names on treebanks, and measures them on sentences that they have not seen.</summary>
internal static class Learn
{
    private const int TagRounds = 6;
    private const int FoldRounds = 3;
    private const int ParseRounds = 14;
    private const int NameRounds = 8;
    private const int Folds = 4;
    private const int MovesKept = 600_000;
    private const int Runs = 4;

    /// <summary>Weights below it are left out: they change no tag that counts, and the program starts faster without them.</summary>
    private const float Quiet = 0.3f;
    private static readonly ParallelOptions TwoAtOnce = new() { MaxDegreeOfParallelism = 2 };

    public static void Run(string folder, string into)
    {
        var gum = Treebank.Read(Path.Combine(folder, "gum-open.conllu"), entities: true).ToList();
        // Every tenth sentence of GUM is kept apart to measure names and news-like text; EWT has a part of its own for that.
        var gumTrain = gum.Where((_, at) => !IsApart(at)).ToList();
        var gumTest = gum.Where((_, at) => IsApart(at)).ToList();
        var train = Treebank.Read(Path.Combine(folder, "ewt-train.conllu"), entities: false).Concat(gumTrain).ToList();
        var ewtTest = Treebank.Read(Path.Combine(folder, "ewt-dev.conllu"), entities: false).ToList();
        Console.WriteLine($"{train.Count} sentences to learn from, {train.Sum(sentence => sentence.Tokens.Length)} tokens");

        var tagNames = train.SelectMany(sentence => sentence.Tags).Distinct().Order(StringComparer.Ordinal).ToArray();
        var labelNames = train.SelectMany(sentence => sentence.Labels).Distinct().Order(StringComparer.Ordinal).ToArray();
        // The second reading learns from tags as the first makes them on sentences that it has not seen, and the parser from those of the second.
        var first = Fold(train, (others, _) => Tags(others, [], tagNames, FoldRounds), (weights, at) => Tagged(weights, train[at], []));
        var folds = Fold(train, (others, places) => Tags(others, [.. places.Select(at => first[at])], tagNames, FoldRounds), (weights, at) => Tagged(weights, train[at], first[at]));
        var tags = Tags(train, [], tagNames, TagRounds);
        Save(into, "tags", tags);
        var again = Tags(train, first, tagNames, TagRounds);
        Save(into, "tags-again", again);
        var tagger = (First: Weights.Read(tags), Again: Weights.Read(again));
        foreach (var (name, test) in new[] { ("EWT dev", ewtTest), ("GUM apart", gumTest) })
            Console.WriteLine($"tags   {name}: {Share(test, sentence => Tagged(tagger, sentence).Where((tag, at) => tagNames[tag] == sentence.Tags[at]).Count())}");

        Save(into, "names", Names(gumTrain, tagger));
        MeasureNames(gumTest, tagger, Weights.Read(File.ReadAllBytes(Path.Combine(into, "names.bin"))));

        var (moves, labels) = Parser(train, folds, tagNames, labelNames);
        Save(into, "moves", moves);
        Save(into, "labels", labels);
        MeasureParser(ewtTest, gumTest, into);
    }

    /// <summary>True for a sentence of GUM, by its place, that is kept apart to measure with.</summary>
    private static bool IsApart(int at) => at / 20 % 10 == 9;

    /// <summary>Measures the parser with the weights of a folder.</summary>
    public static void Measure(string folder, string weights) => MeasureParser(
        [.. Treebank.Read(Path.Combine(folder, "ewt-dev.conllu"), entities: false)],
        [.. Treebank.Read(Path.Combine(folder, "gum-open.conllu"), entities: true).Where((_, at) => IsApart(at))],
        weights);

    private static void MeasureParser(List<TreeSentence> ewtTest, List<TreeSentence> gumTest, string weights)
    {
        var tagger = (First: Of("tags"), Again: Of("tags-again"));
        var taggers = new Taggers(tagger.First, tagger.Again, MoveWeights.Read(File.ReadAllBytes(Path.Combine(weights, "moves.bin"))), Of("labels"), Of("names"));
        foreach (var (name, test) in new[] { ("EWT dev", ewtTest), ("GUM apart", gumTest) })
            MeasureParser(name, test, taggers, tagger);

        Weights Of(string name) => Weights.Read(File.ReadAllBytes(Path.Combine(weights, name + ".bin")));
    }

    private static void Save(string into, string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(into, name + ".bin"), bytes);
        Console.WriteLine($"{name}.bin: {bytes.Length / 1024} KB");
    }

    /// <summary>The tags of each sentence by weights that were learned without it.</summary>
    private static byte[][] Fold(List<TreeSentence> train, Func<List<TreeSentence>, List<int>, byte[]> learn, Func<Weights, int, byte[]> tag)
    {
        var folds = new byte[train.Count][];
        Parallel.For(0, Folds, TwoAtOnce, fold =>
        {
            var places = Enumerable.Range(0, train.Count).Where(at => at % Folds != fold).ToList();
            var weights = Weights.Read(learn(places.ConvertAll(at => train[at]), places));
            for (var at = fold; at < train.Count; at += Folds)
                folds[at] = tag(weights, at);
        });
        return folds;
    }

    private static byte[] Tagged(Weights weights, TreeSentence sentence, byte[] first)
    {
        var tags = Fresh(sentence, weights.Names);
        var (kinds, clusters) = KindsOf(sentence);
        Taggers.Read(weights, sentence.Text, sentence.Tokens, kinds, clusters, first, tags, []);
        return tags;
    }

    private static byte[] Tagged((Weights First, Weights Again) tagger, TreeSentence sentence)
    {
        var tags = Fresh(sentence, tagger.First.Names);
        Taggers.Tag(tagger.First, tagger.Again, sentence.Text, sentence.Tokens, tags);
        return tags;
    }

    private static (WordKinds[] Kinds, ushort[] Clusters) KindsOf(TreeSentence sentence)
    {
        var (kinds, clusters) = (new WordKinds[sentence.Tokens.Length], new ushort[sentence.Tokens.Length]);
        Taggers.Kinds(sentence.Tokens, kinds, clusters);
        return (kinds, clusters);
    }

    /// <summary>No tags yet, but for the marks of quotation, whose way is known before.</summary>
    private static byte[] Fresh(TreeSentence sentence, string[] names) =>
        [.. sentence.Tags.Select(tag => tag is "``" or "''" ? (byte)Array.IndexOf(names, tag) : Taggers.Mark)];

    /// <summary>Learns one reading; <paramref name="first"/> holds the tags of the first, where this is the second.</summary>
    private static byte[] Tags(List<TreeSentence> train, byte[][] first, string[] names, int rounds)
    {
        var known = train
            .SelectMany(sentence => sentence.Tokens.Zip(sentence.Tags, (token, tag) => (token.Word, Tag: tag)))
            .GroupBy(pair => pair.Word)
            .Select(group => (group.Key, Count: group.Count(), Best: group.GroupBy(pair => pair.Tag).MaxBy(one => one.Count())!))
            .Where(word => word.Count >= 12 && word.Best.Count() >= word.Count * 0.99)
            .ToDictionary(word => word.Key, word => (byte)Array.IndexOf(names, word.Best.Key));
        var runs = new List<(uint, (byte, float)[])>[rounds == FoldRounds ? 1 : Runs];
        Parallel.For(0, runs.Length, TwoAtOnce, run => runs[run] = Tags(train, first, names, known, rounds, run));
        return Weights.Write(names, known, LearningWeights.Blend(runs, Quiet));
    }

    private static List<(uint, (byte, float)[])> Tags(List<TreeSentence> train, byte[][] first, string[] names, Dictionary<uint, byte> known, int rounds, int run)
    {
        var weights = new LearningWeights(names.Length);
        var order = Enumerable.Range(0, train.Count).ToArray();
        var random = new Random(run + 1);
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<float> scores = stackalloc float[names.Length];
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var sentence = train[at];
                var tags = Fresh(sentence, names);
                var (kinds, clusters) = KindsOf(sentence);
                for (var token = 0; token < tags.Length; token++)
                {
                    if (tags[token] != Taggers.Mark)
                        continue;
                    if (known.TryGetValue(sentence.Tokens[token].Word, out var sure))
                    {
                        tags[token] = sure;
                        continue;
                    }

                    var filled = features[..TagFeatures.Fill(sentence.Text, sentence.Tokens, token, tags, kinds, clusters, first.Length == 0 ? [] : first[at], features)];
                    weights.Step();
                    weights.Score(filled, scores);
                    tags[token] = (byte)Best(scores);
                    var right = Array.IndexOf(names, sentence.Tags[token]);
                    if (tags[token] != right)
                        weights.Update(filled, right, tags[token]);
                }
            }
        }

        return weights.Averaged(2);
    }

    private static byte[] Names(List<TreeSentence> train, (Weights First, Weights Again) tagger)
    {
        var tagged = train.ConvertAll(sentence => Tagged(tagger, sentence));
        var runs = new List<(uint, (byte, float)[])>[Runs];
        Parallel.For(0, Runs, TwoAtOnce, run => runs[run] = Names(train, tagged, run));
        return Weights.Write(NameFeatures.Classes, new Dictionary<uint, byte>(), LearningWeights.Blend(runs, Quiet));
    }

    private static List<(uint, (byte, float)[])> Names(List<TreeSentence> train, List<byte[]> tagged, int run)
    {
        var weights = new LearningWeights(NameFeatures.Classes.Length);
        var random = new Random(run + 1);
        var order = Enumerable.Range(0, train.Count).ToArray();
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<float> scores = stackalloc float[NameFeatures.Classes.Length];
        for (var round = 0; round < NameRounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var sentence = train[at];
                var names = new byte[sentence.Tokens.Length];
                for (var token = 0; token < names.Length; token++)
                {
                    var filled = features[..NameFeatures.Fill(sentence.Text, sentence.Tokens, tagged[at], token, names, features)];
                    weights.Step();
                    weights.Score(filled, scores);
                    names[token] = (byte)Best(scores);
                    var right = Array.IndexOf(NameFeatures.Classes, sentence.Names![token]);
                    if (names[token] != right)
                        weights.Update(filled, right, names[token]);
                }
            }
        }

        return weights.Averaged(2);
    }

    /// <summary>The heads of the words that take part in the parse, counted as it counts them; what hangs on a mark goes to the mark's head.</summary>
    private static int[] Heads(TreeSentence sentence, byte[] tagged, string[] tagNames)
    {
        var number = new int[sentence.Heads.Length + 1];
        var count = 0;
        for (var at = 0; at < tagged.Length; at++)
            number[at + 1] = ParseSentence.IsMark(tagNames[tagged[at]]) ? -1 : ++count;
        var heads = new List<int>();
        for (var at = 0; at < tagged.Length; at++)
        {
            if (number[at + 1] < 0)
                continue;
            var head = sentence.Heads[at];
            while (head > 0 && number[head] < 0)
                head = sentence.Heads[head - 1];
            heads.Add(head == 0 ? 0 : number[head]);
        }

        return [.. heads];
    }

    private static (byte[] Moves, byte[] Labels) Parser(List<TreeSentence> train, byte[][] tagged, string[] tagNames, string[] labelNames)
    {
        var runs = new (List<(uint, (byte, float)[])> Moves, List<(uint, (byte, float)[])> Labels)[Runs];
        Parallel.For(0, Runs, TwoAtOnce, run => runs[run] = Parser(train, tagged, tagNames, labelNames, run));
        return (MoveWeights.Write(LearningWeights.Blend([.. runs.Select(run => run.Moves)], Quiet), MovesKept), Weights.Write(labelNames, new Dictionary<uint, byte>(), LearningWeights.Blend([.. runs.Select(run => run.Labels)], Quiet)));
    }

    private static (List<(uint, (byte, float)[])> Moves, List<(uint, (byte, float)[])> Labels) Parser(List<TreeSentence> train, byte[][] tagged, string[] tagNames, string[] labelNames, int run)
    {
        var moves = new LearningWeights(3);
        var labels = new LearningWeights(labelNames.Length);
        var (words, state) = (new ParseSentence(), new ParseState());
        var random = new Random(run + 1);
        var order = Enumerable.Range(0, train.Count).Where(at => Oracle.Projective(Heads(train[at], tagged[at], tagNames))).ToArray();
        Span<uint> features = stackalloc uint[ParseFeatures.Most];
        Span<float> scores = stackalloc float[labelNames.Length];
        for (var round = 0; round < ParseRounds; round++)
        {
            random.Shuffle(order);
            int right = 0, all = 0;
            foreach (var at in order)
            {
                var sentence = train[at];
                words.Fill(sentence.Tokens, tagged[at], tagNames);
                state.Begin(words);
                var oracle = new Oracle(Heads(sentence, tagged[at], tagNames));
                while (!state.Done)
                {
                    var allowed = state.Allowed;
                    var free = oracle.Best(state, allowed);
                    var filled = features[..ParseFeatures.Move(state, features)];
                    moves.Step();
                    moves.Score(filled, scores);
                    int guess = -1, best = -1;
                    for (var move = 0; move < 3; move++)
                    {
                        if ((allowed >> move & 1) != 0 && (guess < 0 || scores[move] > scores[guess]))
                            guess = move;
                        if ((free >> move & 1) != 0 && (best < 0 || scores[move] > scores[best]))
                            best = move;
                    }

                    if ((free >> guess & 1) == 0)
                        moves.Update(filled, best, guess);
                    // Follow the guess, right or wrong, so that it learns to go on from its own mistakes.
                    var done = round < 1 ? best : guess;
                    byte label = 0;
                    if (done != ParseState.Shift)
                    {
                        var (head, dependent) = state.Arc(done);
                        filled = features[..ParseFeatures.Label(state, head, dependent, features)];
                        labels.Step();
                        labels.Score(filled, scores);
                        label = (byte)Best(scores[..labelNames.Length]);
                        all++;
                        if (oracle.Head(dependent) == head)
                        {
                            var gold = Array.IndexOf(labelNames, sentence.Labels[words.Places[dependent]]);
                            if (gold != label)
                                labels.Update(filled, gold, label);
                            else
                                right++;
                            label = round < 1 ? (byte)gold : label;
                        }
                    }

                    state.Do(done, label);
                }
            }

            Console.WriteLine($"parser {run + 1}, round {round + 1}: {right / (double)all:P1} while learning");
        }

        return (moves.Averaged(3), labels.Averaged(3));
    }

    private static void MeasureNames(List<TreeSentence> test, (Weights First, Weights Again) tagger, Weights weights)
    {
        int hit = 0, guessed = 0, gold = 0;
        foreach (var sentence in test)
        {
            var names = new byte[sentence.Tokens.Length];
            Taggers.Name(weights, sentence.Text, sentence.Tokens, Tagged(tagger, sentence), names);
            var mine = Spans([.. names.Select(name => NameFeatures.Classes[name])]);
            var theirs = Spans(sentence.Names!);
            hit += mine.Intersect(theirs).Count();
            guessed += mine.Count;
            gold += theirs.Count;
        }

        Console.WriteLine($"names  GUM apart: P {hit / (double)guessed:F3} R {hit / (double)gold:F3} F {2.0 * hit / (guessed + gold):F3} of {gold}");
    }

    private static HashSet<(int, int, string)> Spans(string[] names)
    {
        var spans = new HashSet<(int, int, string)>();
        for (var at = 0; at < names.Length; at++)
        {
            if (names[at][0] != 'B')
                continue;
            var end = at + 1;
            while (end < names.Length && names[end] == "I" + names[at][1..])
                end++;
            spans.Add((at, end, names[at]));
        }

        return spans;
    }

    private static void MeasureParser(string name, List<TreeSentence> test, Taggers taggers, (Weights First, Weights Again) tagger)
    {
        int heads = 0, both = 0, all = 0;
        foreach (var sentence in test)
        {
            var guessed = new int[sentence.Tokens.Length];
            var arcs = new byte[sentence.Tokens.Length];
            taggers.Parse(sentence.Tokens, Tagged(tagger, sentence), guessed, arcs);
            for (var at = 0; at < guessed.Length; at++)
            {
                if (sentence.Labels[at] == "punct")
                    continue;
                all++;
                if (guessed[at] + 1 != sentence.Heads[at])
                    continue;
                heads++;
                both += taggers.LabelName(arcs[at]) == sentence.Labels[at] ? 1 : 0;
            }
        }

        Console.WriteLine($"parser {name}: heads {heads / (double)all:P1}, heads and labels {both / (double)all:P1} (marks apart)");
    }

    private static string Share(List<TreeSentence> test, Func<TreeSentence, int> right) =>
        (test.Sum(right) / (double)test.Sum(sentence => sentence.Tokens.Length)).ToString("P2", System.Globalization.CultureInfo.InvariantCulture);

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var at = 1; at < scores.Length; at++)
        {
            if (scores[at] > scores[best])
                best = at;
        }

        return best;
    }
}
