using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>The wire's newest version as copy that could become ours.</summary>
public static class WireCopy
{
    /// <summary>The copy, with the pictures that we hold where the wire's own are not stored again; null where the story has no wire or nobody translates.</summary>
    public static async Task<Copy?> NewestAsync(IReadOnlyList<StoredWireItem> wires, Copy ours, DeskIntake? intake, CancellationToken cancel)
    {
        if (wires.Count == 0 || intake is null)
            return null;
        var sent = await intake.Translate(wires[^1], cancel);
        var held = ours.Body.OfType<PictureBlock>().Where(block => block.Picture.File.Length > 0).ToList();
        return sent.Body.OfType<PictureBlock>().Any(block => block.Picture.File.Length > 0)
            ? sent
            : sent with { Body = [.. held, .. sent.Body.Where(block => block is not PictureBlock { Picture.File: "" } || held.Count == 0)] };
    }
}
