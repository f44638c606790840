using System.Threading.Channels;
using Wireroom.Newsroom.Intake;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Cli.Import;

/// <summary>Imports files: some are read while others are stored, and many stand in one transaction.</summary>
internal sealed class ImportRun(Store store, Arrive arrive, ImportOrder order)
{
    private const int DocumentsInOneGo = 200;
    private const int ItemsInOneGo = 1000;
    private const long BytesInOneGo = 16 * 1024 * 1024;

    /// <summary>Imports the files in order, and tells <paramref name="progress"/> after each transaction.</summary>
    /// <exception cref="StoreException">The store gave up; what was summed up before is stored.</exception>
    public async Task RunAsync(IReadOnlyList<ImportFile> files, ImportSummary summary, Action<ImportSummary> progress, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var channel = Channel.CreateBounded<Task<ReadFile>>(Environment.ProcessorCount * 2);
        var reading = ReadAllAsync(files, channel.Writer, stop.Token);
        try
        {
            var together = new List<ReadFile>();
            await foreach (var next in channel.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                together.Add(await next.ConfigureAwait(false));
                if (together.Count < DocumentsInOneGo && together.Sum(file => file.Items) < ItemsInOneGo && together.Sum(file => file.Length) < BytesInOneGo)
                    continue;
                await StoreAsync(together, summary, cancel).ConfigureAwait(false);
                progress(summary);
                together.Clear();
            }

            await StoreAsync(together, summary, cancel).ConfigureAwait(false);
            progress(summary);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAllAsync(IReadOnlyList<ImportFile> files, ChannelWriter<Task<ReadFile>> writer, CancellationToken cancel)
    {
        foreach (var file in files)
        {
            // The channel holds a place before the work begins: never more in memory than it is wide.
            if (!await writer.WaitToWriteAsync(cancel).ConfigureAwait(false))
                return;
            await writer.WriteAsync(Task.Run(() => ReadAsync(file, cancel), cancel), cancel).ConfigureAwait(false);
        }

        writer.Complete();
    }

    private async Task<ReadFile> ReadAsync(ImportFile file, CancellationToken cancel)
    {
        try
        {
            if (file.File.Length > ReadDocument.LargestDocument)
                return ReadFile.Unreadable(file, $"It has {file.File.Length / 1024 / 1024} MB, and documents of up to {ReadDocument.LargestDocument / 1024 / 1024} MB are read; split it.");
            var bytes = await File.ReadAllBytesAsync(file.File.FullName, cancel).ConfigureAwait(false);
            if (!file.IsNamed && FileKind.IsPicture(bytes, out _))
                return ReadFile.Picture(file);
            var delivery = new Delivery
            {
                Source = order.Source,
                Name = file.Name,
                Bytes = bytes,
                Date = order.Date ?? file.File.LastWriteTimeUtc,
                DateIsGuessed = order.Date is null,
                Section = order.Section,
                Release = order.Release,
                PictureFolders = [file.File.DirectoryName!, file.Folder],
            };
            return new ReadFile(file, await ReadyDocument.OfAsync(delivery, ReadDocument.Of(delivery), store, cancel).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ReadFile.Unreadable(file, fault.Message);
        }
    }

    private async Task StoreAsync(List<ReadFile> together, ImportSummary summary, CancellationToken cancel)
    {
        var reports = new List<(ReadFile File, ArrivalReport Report)>();
        var wires = together.Where(file => file.Ready is not null).ToList();
        try
        {
            if (wires.Count > 0)
                await store.InOneGoAsync(TakeAllAsync, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not StoreException && !cancel.IsCancellationRequested)
        {
            // One that is refused must not take the others with it.
            await TakeAllAsync(cancel).ConfigureAwait(false);
        }

        // Only what is stored is summed up.
        foreach (var (file, report) in reports)
            summary.Add(file.File.Name, report);
        foreach (var file in together.Where(file => file.Ready is null))
            summary.AddUnread(file.File.Name, file.Why);

        async Task TakeAllAsync(CancellationToken go)
        {
            reports.Clear();
            foreach (var file in wires)
                reports.Add((file, await arrive.TakeAsync(file.Ready!, go).ConfigureAwait(false)));
        }
    }
}

/// <summary>A file that was read and made ready, or why it was not; <see cref="Why"/> is null for a picture that lies beside the wires.</summary>
internal sealed record ReadFile(ImportFile File, ReadyDocument? Ready, string? Why = null)
{
    public int Items => Ready?.Document.Items.Count ?? 0;

    public long Length => Ready?.Delivery.Bytes.Length ?? 0;

    public static ReadFile Unreadable(ImportFile file, string why) => new(file, null, why);

    public static ReadFile Picture(ImportFile file) => new(file, null);
}
