using System.CommandLine;
using System.Text;
using System.Text.Json;
using Wireroom.Language;
using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Intake;
using Wireroom.Wire;
using Wireroom.Wire.Html;
using Wireroom.Wire.NinJs;

namespace Wireroom.Newsroom.Cli.Ledger;

/// <summary>
/// <c>wireroom ledger FILE…|-</c>: who says so, as one JSON object a line (<see cref="LedgerJson"/>). Reads wires of every format, plain text, and with
/// <c>--jsonl</c> lines of <c>{"id": …, "text": …}</c>; <c>--ninjs</c> prints the items themselves, with their speakers as <c>infoSources</c>. Ends with 0 where all was read, 1 where some was not, 2 where it was asked wrongly.
/// </summary>
internal static class LedgerCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Wires of any format, or plain text; - for standard input.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<bool> Lines = new("--jsonl") { Description = "Read lines of {\"id\": …, \"text\": …}, and print one line for each." };

    private static readonly Option<bool> AllCues = new("--all-cues") { Description = "Belief, intention and judgement of every kind, too; not only what was reported." };

    private static readonly Option<bool> ForPeople = new("--text") { Description = "Print for people instead of machines." };

    private static readonly Option<bool> AsNinJs = new("--ninjs") { Description = "Print each item in ninjs 3.1, its infoSources with all who speak in it." };

    public static Command Make()
    {
        var command = new Command("ledger", "Prints who says so: each statement with its source, by offsets in code points.") { Files, Lines, AllCues, ForPeople, AsNinJs };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var asked = new LedgerOrder(parsed.GetValue(Lines), parsed.GetValue(AllCues), parsed.GetValue(ForPeople), parsed.GetValue(AsNinJs));
        if (asked.NinJs && (asked.Lines || asked.ForPeople))
            throw new UsageException("--ninjs prints items, and goes with neither --jsonl nor --text.");
        var output = Console.OpenStandardOutput();
        await using (output.ConfigureAwait(false))
        {
            var failed = false;
            foreach (var file in parsed.GetValue(Files)!)
                failed |= !await ReadAsync(file, asked, output, cancel).ConfigureAwait(false);
            return failed ? 1 : 0;
        }
    }

    private static async Task<bool> ReadAsync(string file, LedgerOrder asked, Stream output, CancellationToken cancel)
    {
        var input = Open(file);
        await using (input.ConfigureAwait(false))
        {
            if (asked.Lines)
                return await ReadLinesAsync(file, input, asked, output, cancel).ConfigureAwait(false);
            using var bytes = new MemoryStream();
            await input.CopyToAsync(bytes, cancel).ConfigureAwait(false);
            var document = ReadDocument.Of(new Delivery { Source = "ledger", Name = file, Bytes = bytes.ToArray() });
            if (document.Items.Count == 0)
            {
                // Text that is no wire is copy without a form.
                if (!IsText(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) || document.Format.Length > 0)
                    return await ComplainAsync(file, document.WhyUnreadable ?? "There is nothing in it.").ConfigureAwait(false);
                var text = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF').ReplaceLineEndings("\n");
                if (asked.NinJs)
                    return await ComplainAsync(file, "This is text without a form, and no item that ninjs could carry; leave out --ninjs.").ConfigureAwait(false);
                await WriteAsync(file, new Passage(text), asked, output, cancel).ConfigureAwait(false);
                return true;
            }

            for (var index = 0; index < document.Items.Count; index++)
            {
                var item = document.Items[index];
                var paragraphs = PlainText.Write(item.Body).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var passage = Passage.Of(item.Headline, paragraphs, item.Language);
                if (asked.NinJs)
                    WriteItem(item, LedgerReader.Read(passage, asked.AllCues), new NinJsOrigin([], file, index), output);
                else
                    await WriteAsync(item.Guid ?? $"{file}#{index}", passage, asked, output, cancel).ConfigureAwait(false);
            }

            return true;
        }
    }

    private static async Task<bool> ReadLinesAsync(string file, Stream input, LedgerOrder asked, Stream output, CancellationToken cancel)
    {
        using var lines = new StreamReader(input);
        var right = true;
        for (var number = 1; await lines.ReadLineAsync(cancel).ConfigureAwait(false) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var gold = JsonDocument.Parse(line);
                var id = gold.RootElement.TryGetProperty("id", out var named) ? named.ToString() : $"{file}#{number}";
                if (gold.RootElement.TryGetProperty("text", out var text) && text.ValueKind is JsonValueKind.String)
                {
                    await WriteAsync(id, new Passage(text.GetString()!), asked, output, cancel).ConfigureAwait(false);
                    continue;
                }
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException)
            {
                // Said below: what is no object has no text either.
            }

            right = await ComplainAsync(file, $"line {number} is no JSON object with a \"text\".").ConfigureAwait(false);
        }

        return right;
    }

    private static async Task WriteAsync(string id, Passage passage, LedgerOrder asked, Stream output, CancellationToken cancel)
    {
        var ledger = LedgerReader.Read(passage, asked.AllCues);
        var line = asked.ForPeople ? LedgerText.Of(id, passage, ledger) : LedgerJson.Of(id, passage, ledger, withText: !asked.Lines);
        await output.WriteAsync(line, cancel).ConfigureAwait(false);
    }

    /// <summary>The item in ninjs: to the sources that its sender named come those who speak in it.</summary>
    private static void WriteItem(WireItem item, Language.Attribution.Ledger ledger, NinJsOrigin origin, Stream output) =>
        NinJsFormat.WriteExtended(item with { Sources = [.. item.Sources.Concat(ledger.Speakers).Distinct(StringComparer.OrdinalIgnoreCase)] }, output, origin);

    private static Stream Open(string file)
    {
        if (file == "-")
            return Console.OpenStandardInput();
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read: {fault.Message}");
        }
    }

    private static bool IsText(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && !bytes.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(bytes);

    private static async Task<bool> ComplainAsync(string file, string why)
    {
        await Console.Error.WriteLineAsync($"{file}: {why}").ConfigureAwait(false);
        return false;
    }
}

/// <summary>What the command was asked for.</summary>
internal sealed record LedgerOrder(bool Lines, bool AllCues, bool ForPeople, bool NinJs);
