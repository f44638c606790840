namespace Wireroom.Newsroom.Tests.WhoSays;

public sealed class OwnStatementsTests
{
    [Fact]
    public void Kind_and_hand_are_right_over_all()
    {
        var (right, gold, guessed) = Score("looked-at.txt", "kept-apart.txt");
        Assert.InRange(gold, 1_140, int.MaxValue);
        Assert.True(right >= 0.93 * guessed, $"precision {right / (double)guessed:F3}");
        Assert.True(right >= 0.90 * gold, $"recall {right / (double)gold:F3}");
    }

    [Fact]
    public void Those_that_were_kept_apart_are_reported_apart()
    {
        var (right, gold, guessed) = Score("kept-apart.txt");
        Assert.True(right >= 0.90 * guessed, $"precision {right / (double)guessed:F3}");
        Assert.True(right >= 0.87 * gold, $"recall {right / (double)gold:F3}");
    }

    private static (int Right, int Gold, int Guessed) Score(params string[] files)
    {
        int right = 0, gold = 0, guessed = 0;
        foreach (var story in files.SelectMany(file => File.ReadAllText(Path.Combine(Repository.Root, "tests/Newsroom.Tests/Language/Statements", file)).Split("\n---\n")))
        {
            var score = OwnStatements.Score(story);
            right += score.Right;
            gold += score.Gold;
            guessed += score.Guessed;
        }

        return (right, gold, guessed);
    }
}
