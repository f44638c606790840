using Wireroom.Newsroom.Cli.Import;
using Wireroom.Newsroom.Intake;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Cli.Read;

/// <summary>A document of the command line: a file, or what comes over standard input. <see cref="IsNamed"/> says that the operator named it.</summary>
internal sealed record WireSource(string Name, Func<Stream> Open, bool IsNamed)
{
    private const string StandardInput = "-";

    /// <summary>The documents that paths mean, in order.</summary>
    /// <exception cref="UsageException">A path that is not there, or no files at all.</exception>
    public static IReadOnlyList<WireSource> Find(IReadOnlyList<string> paths)
    {
        var found = new List<WireSource>();
        foreach (var path in paths)
        {
            if (path == StandardInput)
                found.Add(new WireSource("standard input", Console.OpenStandardInput, IsNamed: true));
            else
                found.AddRange(ImportFiles.Find([path]).Select(file => new WireSource(file.Name, () => Opened(file.File.FullName), file.IsNamed)));
        }

        return found.Count > 0 ? found : throw new UsageException($"There are no files in {string.Join(", ", paths)}.");
    }

    /// <summary>The format of that name; null for <c>auto</c>, by which the document's content decides.</summary>
    /// <exception cref="UsageException">A name that is none.</exception>
    public static WireFormat? Format(string name) => name.Equals("auto", StringComparison.OrdinalIgnoreCase)
        ? null
        : WireFormats.Named(name) ?? throw new UsageException($"There is no format \"{name}\"; there are auto, {string.Join(", ", WireFormats.All.Select(format => format.Name))}.");

    /// <summary>
    /// Reads the document into the sink, as its bytes go by. Never throws for bad copy or for a file that cannot be opened: both are faults.
    /// A picture that the operator did not name lies beside its wire and is passed over.
    /// </summary>
    public void Read(WireFormat? format, IWireSink sink)
    {
        try
        {
            using var stream = Open();
            var head = new byte[WireFormats.HeadLength];
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            format ??= WireFormats.Recognise(head.AsSpan(0, length), length < head.Length);
            if (format is not null)
            {
                using var whole = new HeadStream(head.AsMemory(0, length), stream);
                format.Read(new WireInput(whole) { Name = Name }, sink);
            }
            else if (IsNamed || !FileKind.IsPicture(head.AsSpan(0, length), out _))
            {
                sink.Take(ReadDocument.WhyUnknown(head.AsSpan(0, length)));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            sink.Take(new WireFault(WireFaultKind.Unreadable, "not-opened", fault.Message));
        }
    }

    private static FileStream Opened(string path) => new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete });
}
