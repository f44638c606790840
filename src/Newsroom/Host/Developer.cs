using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Host;

/// <summary>
/// Makes the renditions of every picture soon after it was kept, one at a time and behind whatever else the machine has to do. A picture that cannot be decoded
/// is noted as refused, with the reason: from then on it goes out nowhere.
/// </summary>
internal sealed class Developer(Store store, Bell bell, Renditions renditions, TimeProvider clock, ILogger<Developer> log) : BackgroundService
{
    private const int Together = 20;
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    /// <summary>The newsroom opens its doors first.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ring = new NextRing(bell, static ring => ring.Kind is RingKind.Pictures);
        try
        {
            await Task.Delay(AfterStart, stoppingToken).ConfigureAwait(false);
            while (true)
            {
                while (await DevelopSomeAsync(stoppingToken).ConfigureAwait(false))
                {
                }

                await ring.WaitAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; what is not made is made after the next start.
        }
    }

    /// <summary>True where there may be more.</summary>
    private async Task<bool> DevelopSomeAsync(CancellationToken cancel)
    {
        try
        {
            var waiting = await store.UndevelopedPicturesAsync(Together, cancel).ConfigureAwait(false);
            foreach (var picture in waiting)
            {
                if (await DevelopAsync(picture, cancel).ConfigureAwait(false) is not { Length: > 0 } trouble)
                    continue;
                log.LogError("{Trouble} Pictures wait, and are tried again in a minute.", trouble);
                await Task.Delay(AfterTrouble, clock, cancel).ConfigureAwait(false);
                return true;
            }

            return waiting.Count > 0;
        }
        catch (StoreException fault)
        {
            log.LogError("Pictures are not made ready: {Fault}", fault.Message);
            await Task.Delay(AfterTrouble, clock, cancel).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Looks for the focal point where nobody has set one, makes the renditions, notes what became of it. Returns what kept it from working, or empty.</summary>
    private async Task<string> DevelopAsync(LibraryPicture picture, CancellationToken cancel)
    {
        var file = picture.Stored.File;
        var focus = picture.Focus;
        if (picture.FocusBy.Length == 0)
        {
            var look = await renditions.LookAsync(picture.Stored, cancel).ConfigureAwait(false);
            if (look.Trouble.Length > 0)
                return look.Trouble;
            if (look.Fault.Length > 0)
                return await RefuseAsync(look.Fault).ConfigureAwait(false);
            focus = await store.FoundFocusAsync(file, new(look.X, look.Y), cancel).ConfigureAwait(false);
        }

        var made = await renditions.MakeAllAsync(picture.Stored, focus, cancel).ConfigureAwait(false);
        if (made.Trouble.Length > 0)
            return made.Trouble;
        if (made.Fault.Length > 0)
            return await RefuseAsync(made.Fault).ConfigureAwait(false);
        await store.DevelopedAsync(file, focus, refused: "", cancel).ConfigureAwait(false);
        return "";

        async Task<string> RefuseAsync(string why)
        {
            log.LogWarning("The picture {File} is refused: {Why}", file, why);
            await store.DevelopedAsync(file, focus, why, cancel).ConfigureAwait(false);
            return "";
        }
    }
}
