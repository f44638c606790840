using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Folders;

/// <summary>Looks into every watched folder, over and over: what the file system tells by itself does not reach through every network disk.</summary>
internal sealed class FolderWatch(Store store, TakeFolder take, TimeProvider clock, ILogger<FolderWatch> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var said = "";
        while (true)
        {
            try
            {
                foreach (var source in await store.SourcesAsync(stoppingToken).ConfigureAwait(false))
                {
                    if (source is { Kind: SourceKind.Folder, Paused: false })
                        await take.LookAsync(source, stoppingToken).ConfigureAwait(false);
                }
            }
            catch (StoreException fault)
            {
                if (fault.Message != said) // once, not at every look
                    log.LogError("Folders are not watched: {Fault}", fault.Message);
                said = fault.Message;
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(false);
        }
    }
}
