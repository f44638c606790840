using System.CommandLine;
using System.Text;
using Wireroom.Wire;
using Wireroom.Wire.NinJs;

namespace Wireroom.Newsroom.Cli.Read;

/// <summary>
/// <c>wireroom read PATH…</c>: prints what documents say, one item a line in ninjs 3.1 with a <c>wireroom</c> object. Ends with 0 where all was
/// read, 1 where some was not, 2 where it was asked wrongly. Each item is written as it is read, so that a document may be of any length.
/// </summary>
internal static class ReadCommand
{
    private static readonly Argument<string[]> Paths = new("PATH") { Description = "Files, folders with all that lies in them, and - for standard input.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "Format of the documents; auto tells it by their content (see wireroom formats).", HelpName = "F", DefaultValueFactory = _ => "auto",
    };

    private static readonly Option<bool> Text = new("--text") { Description = "Print for people instead." };

    public static Command Make()
    {
        var command = new Command("read", "Prints what documents say: one JSON object a line, an item in ninjs 3.1.") { Paths, Format, Text };
        command.SetAction((parsed, cancel) => Task.FromResult(Read(parsed, cancel)));
        return command;
    }

    private static int Read(ParseResult parsed, CancellationToken cancel)
    {
        var format = WireSource.Format(parsed.GetValue(Format)!);
        var sources = WireSource.Find(parsed.GetValue(Paths)!);
        var complaints = new Complaints(Console.Error);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Action<WireItem, NinJsOrigin> write = parsed.GetValue(Text) ? (item, origin) => ItemText.Write(text, item, origin) : (item, origin) => NinJsFormat.WriteExtended(item, output, origin);
        foreach (var source in sources)
        {
            var sink = new ItemSink(source.Name, complaints, write, cancel);
            source.Read(format, sink);
            sink.Finish();
            text.Flush();
            output.Flush();
        }

        return complaints.None ? 0 : 1;
    }
}
