using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Folders;

/// <summary>Looks into every watched folder, over and over: what the file system tells by itself does not reach through every network disk.</summary>
internal sealed class FolderWatch(Store store, TakeFolder take, TimeProvider clock, ILogger<FolderWatch> log)
    : Loop(TimeSpan.FromSeconds(1), "Folders are not watched", clock, log)
{
    protected override async Task LookAsync(CancellationToken cancel)
    {
        foreach (var source in await store.SourcesAsync(cancel).ConfigureAwait(false))
        {
            if (source is { Kind: SourceKind.Folder, Paused: false })
                await take.LookAsync(source, cancel).ConfigureAwait(false);
        }
    }
}
