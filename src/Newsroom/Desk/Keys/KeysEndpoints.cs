using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;

namespace Wireroom.Newsroom.Desk.Keys;

/// <summary>The page of keys, for those whose browser runs no script or who want it open beside their work.</summary>
public static class KeysEndpoints
{
    /// <summary><c>/desk/keys</c>.</summary>
    public static void MapKeys(this RouteGroupBuilder desk) =>
        desk.MapGet("/keys", async (HttpContext context, DeskPages pages) => DeskPages.Show(KeysPage.Create(await pages.FrameAsync(context, "Keys")))).Needs(Right.Own);
}
