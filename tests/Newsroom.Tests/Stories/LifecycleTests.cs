using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Stories;

public sealed class LifecycleTests
{
    [Fact]
    public void No_state_has_the_same_move_twice() =>
        Assert.Empty(Lifecycle.Moves.GroupBy(row => (row.From, row.Move)).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_state_can_be_reached_from_the_wire_and_all_but_withdrawn_can_be_left()
    {
        var reached = new HashSet<StoryState> { StoryState.Received };
        while (Lifecycle.Moves.Any(row => reached.Contains(row.From) && reached.Add(row.To)))
        {
        }

        Assert.Equal(Enum.GetValues<StoryState>(), reached.Order());
        Assert.Equal([StoryState.Withdrawn], Enum.GetValues<StoryState>().Where(state => !Lifecycle.From(state).Any()));
    }

    [Fact]
    public void Whatever_is_not_withdrawn_can_be_withdrawn() =>
        Assert.All(Enum.GetValues<StoryState>().Except([StoryState.Withdrawn]), state => Assert.Equal(StoryState.Withdrawn, Lifecycle.After(state, Move.Withdraw)));

    [Fact]
    public void Readers_see_a_story_only_after_a_release_or_the_hour_of_one()
    {
        Move[] opening = [Move.Release, Move.ComeDue];
        Assert.All(Lifecycle.Moves.Where(row => !Lifecycle.IsOut(row.From) && Lifecycle.IsOut(row.To)), row => Assert.Contains(row.Move, opening));
        Assert.All(Lifecycle.Moves.Where(row => Lifecycle.IsOut(row.From) && !Lifecycle.IsOut(row.To)), row => Assert.Equal(Move.Withdraw, row.Move));
    }

    [Fact]
    public void The_page_in_the_documentation_is_the_table() =>
        Assert.Equal(LifecycleTable.Markdown(), File.ReadAllText(Path.Combine(Repository.Root, "docs", "lifecycle.md")));
}
