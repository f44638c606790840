using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>A watched folder: each file must lie in <c>taken</c> in the end, once.</summary>
internal sealed class FolderWay(string folder) : WayIn("folder")
{
    public override IReadOnlyList<Source> Sources => [Source(SourceKind.Folder, folder)];

    public override Task SendAsync(int first, int count, SeparateProgram program, CancellationToken cancel) => DropAsync(folder, first, count, cancel);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override Task<string?> WrongAsync(int items, CancellationToken cancel)
    {
        var taken = Directory.Exists(Path.Combine(folder, "taken")) ? Directory.GetFiles(Path.Combine(folder, "taken")).Select(Path.GetFileName).ToHashSet() : [];
        var still = Directory.GetFiles(folder).Length;
        return Task.FromResult(
            still > 0 ? $"{still} files still lie in the watched folder."
            : Directory.Exists(Path.Combine(folder, "unreadable")) ? "Some files were put aside as unreadable."
            : taken.SetEquals(Enumerable.Range(0, items).Select(FileName)) ? null : $"{taken.Count} files lie in \"taken\", not those {items} that were sent.");
    }
}
