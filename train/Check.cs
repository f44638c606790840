using Wireroom.Newsroom.Tests.WhoSays;

namespace Wireroom.Train;

/// <summary>Measures kind and hand on statements of the project's own: stories parted by ---, a paragraph, then a line a statement: = source &gt; cue &gt; kind hand.</summary>
internal static class Check
{
    public static void Run(string file, bool quiet, TextWriter into)
    {
        int right = 0, gold = 0, guessed = 0;
        foreach (var story in File.ReadAllText(file).Split("\n---\n"))
        {
            var score = OwnStatements.Score(story);
            right += score.Right;
            gold += score.Gold;
            guessed += score.Guessed;
            if (!quiet)
                score.Errors.ForEach(into.WriteLine);
        }

        into.WriteLine($"{Path.GetFileName(file)}: P {right / (double)guessed:F3} R {right / (double)gold:F3} of {gold} statements, {guessed} found");
    }
}
