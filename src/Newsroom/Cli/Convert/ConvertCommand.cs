using System.CommandLine;
using Wireroom.Newsroom.Cli.Read;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Cli.Convert;

/// <summary>
/// <c>wireroom convert FILE --to FORMAT</c>: writes the items of a document in another format. What was lost stands on standard error. Ends with
/// 0 where all was read and written, 1 where some was unreadable or refused, 2 where it was asked wrongly.
/// </summary>
internal static class ConvertCommand
{
    private static readonly Argument<string> Path = new("FILE") { Description = "The document; - for standard input." };

    private static readonly Option<string> To = new("--to") { Description = "Format to write (see wireroom formats).", HelpName = "FORMAT", Required = true };

    private static readonly Option<string> From = new("--format") { Description = "Format of the document; auto tells it by its content.", HelpName = "F", DefaultValueFactory = _ => "auto" };

    private static readonly Option<string?> Output = new("--output", "-o") { Description = "File to write; standard output without it.", HelpName = "FILE" };

    public static Command Make()
    {
        var command = new Command("convert", "Writes a document in another format, and says what was lost.") { Path, To, From, Output };
        command.SetAction((parsed, cancel) => Task.FromResult(Convert(parsed, cancel)));
        return command;
    }

    private static int Convert(ParseResult parsed, CancellationToken cancel)
    {
        var to = Writable(parsed.GetValue(To)!);
        var from = WireSource.Format(parsed.GetValue(From)!);
        var path = parsed.GetValue(Path)!;
        if (Directory.Exists(path))
            throw new UsageException($"{path} is a folder; name one file.");
        var source = WireSource.Find([path])[0];
        var complaints = new Complaints(Console.Error);
        var items = new List<WireItem>();
        WireFeed? feed = null;
        var sink = new ItemSink(
            source.Name,
            complaints,
            (item, origin) =>
            {
                items.Add(item);
                feed = origin.Feed ?? feed;
                foreach (var fault in origin.Faults.Where(fault => fault.Kind == WireFaultKind.Lost))
                    complaints.Say(source.Name, fault);
            },
            cancel);
        source.Read(from, sink);
        sink.Finish();
        if (items.Count == 0)
            return complaints.None ? Write(to, items, feed, source, complaints, parsed.GetValue(Output)) : 1;
        foreach (var item in items.Where(item => item.Dropped.Count > 0))
            complaints.Say(source.Name, new WireFault(WireFaultKind.Lost, "dropped", $"\u201C{item.Headline ?? item.Slugline ?? item.Guid}\u201D: {string.Join(", ", item.Dropped.Select(dropped => dropped.Name).Distinct())} could not be carried."));
        return Write(to, items, feed, source, complaints, parsed.GetValue(Output));
    }

    private static WireFormat Writable(string name) => WireFormats.Named(name) is { CanWrite: true } format
        ? format
        : throw new UsageException($"\"{name}\" is no format that is written; there are {string.Join(", ", WireFormats.All.Where(format => format.CanWrite).Select(format => format.Name))}.");

    private static int Write(WireFormat to, List<WireItem> items, WireFeed? feed, WireSource source, Complaints complaints, string? path)
    {
        // An embargo that is over by now is no hindrance: the time of writing is the feed's where the document has none.
        feed ??= new WireFeed(items.Select(item => item.Provider).FirstOrDefault(provider => provider is not null) ?? System.IO.Path.GetFileName(source.Name), "");
        feed = feed with { Updated = feed.Updated ?? TimeProvider.System.GetUtcNow() };
        using var written = new MemoryStream();
        foreach (var fault in to.Write(items, feed, written))
            complaints.Say(source.Name, fault);
        written.Position = 0;
        try
        {
            using var destination = path is null ? Console.OpenStandardOutput() : File.Create(path);
            written.CopyTo(destination);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {fault.Message}");
        }

        return complaints.None ? 0 : 1;
    }
}
