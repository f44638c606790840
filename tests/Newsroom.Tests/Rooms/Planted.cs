#pragma warning disable CA1852

// A house that breaks the rule in every way that RoomRule looks for, so that a rule which finds nothing is found out.
namespace Wireroom.Newsroom.Tests.Rooms.Planted.Host
{
    internal static class Settings
    {
        public static int Port => 5080;
    }
}

namespace Wireroom.Newsroom.Tests.Rooms.Planted.Outlets
{
    internal sealed class Feed;
}

namespace Wireroom.Newsroom.Tests.Rooms.Planted.Desk
{
    internal sealed class Queue
    {
        public static int Named() => Host.Settings.Port;
    }
}

namespace Wireroom.Newsroom.Tests.Rooms.Planted.Intake
{
    internal sealed class Arrive
    {
        public Task<IReadOnlyList<Outlets.Feed[]>>? Named { get; }
    }
}

namespace Wireroom.Newsroom.Tests.Rooms.Planted.Site
{
    internal sealed class Front
    {
        public static object Named() => new Func<object>(() => new Desk.Queue());
    }

    internal sealed class Article
    {
        public static async Task<bool> Named(Wireroom.Storage.Store store) => await store.IsEmptyAsync(CancellationToken.None);
    }
}

namespace Wireroom.Newsroom.Tests.Rooms.Planted.Paper
{
    internal sealed class Page(Site.Front front)
    {
        public override string ToString() => front.ToString()!;
    }
}
