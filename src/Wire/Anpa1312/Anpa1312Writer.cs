using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Anpa1312;

/// <summary>Writes messages one behind the other, in UTF-8, in the manner of the Associated Press: caret lines, then the copy.</summary>
internal static partial class Anpa1312Writer
{
    internal static readonly string[] Carried =
    [
        "signal", "priority", "slugline", "headlines", "standfirst", "dateline", "located", "byline", "credit", "sources", "provider", "sequence", "take-key", "ed-note",
        "embargo", "created", "version-created", "published", "subjects", "body", "version", "links",
    ];

    private const int Width = 69;

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, Stream destination)
    {
        var losses = new WireLosses("ANPA 1312", Carried);
        for (var at = 0; at < items.Count; at++)
        {
            losses.Note(items[at]);
            destination.Write(Encoding.UTF8.GetBytes(Message(items[at], at + 1, losses)));
        }

        return losses.Faults;
    }

    private static string Message(WireItem item, int number, WireLosses losses)
    {
        var text = new StringBuilder("\x16\x16\x01");
        Header(text, item, number, losses);
        text.Append(Control.StartOfText);
        Carets(text, item, losses);
        var copy = LineOut.Write(item.Body, Dateline(item, losses), Width, what => losses.Lose(item, "body", what));
        text.Append(Anpa1312Signs.Write(copy)).Append(Control.EndOfText).Append("\r\n");
        if ((item.VersionCreated ?? item.Published ?? item.Created) is { } time)
        {
            var agency = item.Provider is { } provider && Agency().IsMatch(provider) ? provider : null;
            if (agency is null && item.Provider is not null)
            {
                losses.Lose(item, "provider", "the provider's name, which is two to eight letters there");
            }

            text.Append(Anpa1312Time.Write(agency ?? "WRM", time)).Append("\r\n");
        }
        else if (item.Provider is not null)
        {
            losses.Lose(item, "provider", "a provider without a time");
        }

        return text.Append(Control.EndOfTransmission).Append("\r\n").ToString();
    }

    private static void Header(StringBuilder text, WireItem item, int number, WireLosses losses)
    {
        var sequence = item.Sequence is { } sent && Number().IsMatch(sent) ? sent : null;
        if (sequence is null && item.Sequence is not null)
        {
            losses.Lose(item, "sequence", "a running number that is not four figures");
        }

        var priority = item.Priority is { Length: 1 } said && char.IsAsciiLetterLower(said[0]) ? said : null;
        if (priority is null && item.Priority is not null)
        {
            losses.Lose(item, "priority", "a priority that is no letter");
        }

        priority ??= item.Urgency switch { 1 => "f", 2 => "b", 3 => "u", >= 6 => "d", _ => "r" };
        var category = item.Subjects.FirstOrDefault(subject => subject.Scheme == Anpa1312Reader.Categories && subject.Code is { Length: 1 } code && char.IsAsciiLetterLower(code[0]))?.Code;
        if (item.Subjects.Count > (category is null ? 0 : 1))
        {
            losses.Lose(item, "subjects", "subjects beside the one category");
        }

        var words = item.WordCount ?? PlainText.Write(item.Body).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
        var keyword = string.Concat(Slug(item).Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.').Take(24));
        var date = (item.VersionCreated ?? item.Published ?? item.Created) is { } time ? (time.Instant?.DateTime ?? time.Local) : null;
        text.Append(CultureInfo.InvariantCulture, $"a{sequence ?? number.ToString("0000", CultureInfo.InvariantCulture)}\x1f-----\r\n{priority} {category ?? "a"}\x13\x11 {(keyword.Length > 0 ? keyword : "BC-Story")}   {date ?? default:MM-dd} {Math.Clamp(words, 0, 9999):0000}\r\n");
    }

    private static void Carets(StringBuilder text, WireItem item, WireLosses losses)
    {
        var signal = item.Signal != WireSignal.New ? item.Signal : item.PubStatus switch { "canceled" => WireSignal.Withdrawal, "withheld" => WireSignal.Hold, _ => WireSignal.New };
        var version = LineVersion.Words(item, signal, words => !words.All(char.IsDigit) && Line(words) == words, losses);
        var slug = Slug(item);
        text.Append('^').Append(slug).Append(version is null ? "" : ", " + version).Append("<\r\n");
        if (signal != WireSignal.New && (version is null || !version.Split(',', StringSplitOptions.TrimEntries).Any(part => SignalWords.OfLine(part) == signal)))
        {
            Caret(text, SignalWords.Of(signal));
        }

        if (item.Embargo is not null)
        {
            Caret(text, LineEmbargo.Write(item.Embargo));
        }

        var headline = item.Guessed.Contains("headline") ? null : item.Headline;
        if (headline is not null)
        {
            Caret(text, headline);
        }

        if (item.Headlines.Count > 1)
        {
            losses.Lose(item, "headlines", "more than one headline");
        }

        if (item.Standfirst is { } standfirst)
        {
            if (headline is not null)
            {
                Caret(text, standfirst);
            }
            else
            {
                losses.Lose(item, "standfirst", "a standfirst without a headline");
            }
        }

        foreach (var note in item.EdNote?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            Caret(text, Anpa1312Copy.IsNote(Line(note)) ? note : "Eds: " + note);
        }

        if (item.Byline is { } byline)
        {
            if (LineByline.Of("By " + Line(byline)) == byline)
            {
                Caret(text, "By " + byline);
            }
            else
            {
                losses.Lose(item, "byline");
            }
        }
    }

    private static void Caret(StringBuilder text, string line) => text.Append('^').Append(Anpa1312Signs.Write(Line(line))).Append("<\r\n");

    private static string Slug(WireItem item) => Line(item.Slugline ?? item.Headline ?? "BC-Story").Replace(',', ' ').Replace('^', ' ').Trim();

    private static string? Dateline(WireItem item, WireLosses losses)
    {
        var written = item.Dateline is null ? null : LineDateline.Write(item.Dateline, item.Credit);
        var read = written is null ? null : LineDateline.Of(written + "X");
        if (written is null && item.Dateline is not null)
        {
            losses.Lose(item, "dateline");
        }

        if (item.Credit is not null && written is null)
        {
            losses.Lose(item, "credit");
        }

        if (item.Located is not null && item.Located != (read is null ? null : new WirePlace(read.Place)))
        {
            losses.Lose(item, "located");
        }

        if (item.Sources.Count > 0 && !item.Sources.SequenceEqual(read?.Sources ?? []))
        {
            losses.Lose(item, "sources");
        }

        return written;
    }

    private static string Line(string text) => Spaces.Collapse(Control.Clean(text)).TrimEnd('=', '<', ' ');

    [GeneratedRegex("^[A-Za-z]{2,8}$")]
    private static partial Regex Agency();

    [GeneratedRegex("^[0-9]{4}$")]
    private static partial Regex Number();
}
