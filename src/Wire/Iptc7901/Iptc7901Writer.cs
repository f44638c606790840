using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Iptc7901;

/// <summary>Writes messages one behind the other, in UTF-8, in lines of at most 69 characters.</summary>
internal static partial class Iptc7901Writer
{
    internal static readonly string[] Carried =
    [
        "signal", "urgency", "priority", "slugline", "headlines", "dateline", "located", "byline", "credit", "sources", "provider", "sequence", "take-key", "ed-note",
        "embargo", "created", "version-created", "published", "subjects", "keywords", "body", "version", "links",
    ];

    private const int Width = 69;

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, Stream destination)
    {
        var losses = new WireLosses("IPTC 7901", Carried);
        for (var at = 0; at < items.Count; at++)
        {
            losses.Note(items[at]);
            destination.Write(Encoding.UTF8.GetBytes(Message(items[at], at + 1, losses)));
        }

        return losses.Faults;
    }

    private static string Message(WireItem item, int number, WireLosses losses)
    {
        var text = new StringBuilder();
        text.Append(Control.StartOfHeader);
        Header(text, item, number, losses);
        text.Append("\r\n");
        var slugline = item.Slugline ?? (item.Keywords.Count > 0 ? string.Join('/', item.Keywords) : null);
        if (slugline is not null)
        {
            text.Append(Line(slugline)).Append("\r\n");
            if (item.Keywords.Count > 0 && !item.Keywords.SequenceEqual(slugline.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            {
                losses.Lose(item, "keywords");
            }
        }

        text.Append(Control.StartOfText);
        Opening(text, item, losses);
        text.Append(LineOut.Write(item.Body, Dateline(item, losses), Width, what => losses.Lose(item, "body", what)));
        if (item.EdNote is not null)
        {
            text.Append("* * * *\r\n").Append(Control.Clean(item.EdNote.ReplaceLineEndings("\n")).Replace("\n", "\r\n", StringComparison.Ordinal)).Append("\r\n");
        }

        text.Append(Control.EndOfText).Append("\r\n");
        if ((item.VersionCreated ?? item.Published ?? item.Created) is { } time && Iptc7901Time.Write(time) is { Length: > 0 } end)
        {
            text.Append(end).Append("\r\n");
        }

        Times(item, losses);
        return text.Append(Control.EndOfTransmission).Append("\r\n").ToString();
    }

    private static void Header(StringBuilder text, WireItem item, int number, WireLosses losses)
    {
        var source = item.Provider is { } provider && Source().IsMatch(provider) ? provider : null;
        if (source is null && item.Provider is not null)
        {
            losses.Lose(item, "provider", "the provider's name, which is two to six letters there");
        }

        var sequence = item.Sequence is { } sent && Number().IsMatch(sent) ? sent : null;
        if (sequence is null && item.Sequence is not null)
        {
            losses.Lose(item, "sequence", "a running number that is not three to six figures");
        }

        var priority = item.Priority is [>= '0' and <= '9'] ? item.Priority : item.Urgency is >= 1 and <= 9 ? item.Urgency.Value.ToString(CultureInfo.InvariantCulture) : null;
        if ((item.Priority is not null && item.Priority != priority) || (item.Urgency is { } urgency && urgency.ToString(CultureInfo.InvariantCulture) != priority))
        {
            losses.Lose(item, item.Priority != priority ? "priority" : "urgency", "a priority that differs from the urgency");
        }

        var category = item.Subjects.FirstOrDefault(subject => subject.Scheme == Iptc7901Reader.Categories && Category().IsMatch(subject.Code ?? ""))?.Code;
        if (item.Subjects.Count > (category is null ? 0 : 1))
        {
            losses.Lose(item, "subjects", "subjects beside the one category");
        }

        var words = item.WordCount ?? PlainText.Write(item.Body).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
        text.Append(CultureInfo.InvariantCulture, $"{source ?? Letters(item.Provider)}{sequence ?? number.ToString("0000", CultureInfo.InvariantCulture)} {priority ?? "4"} {category ?? "vm"} {Math.Clamp(words, 0, 99999)}");
    }

    /// <summary>Signal, version, embargo, headline and byline: the lines to the equals sign.</summary>
    private static void Opening(StringBuilder text, WireItem item, WireLosses losses)
    {
        var signal = item.Signal != WireSignal.New ? item.Signal : item.PubStatus switch { "canceled" => WireSignal.Withdrawal, "withheld" => WireSignal.Hold, _ => WireSignal.New };
        var version = LineVersion.Words(item, signal, words => SignalWords.OfLine(words) is not null && Line(words) == words, losses);
        var saidByVersion = version is null ? (WireSignal?)null : SignalWords.OfLine(version);
        if (signal != WireSignal.New && signal != saidByVersion)
        {
            text.Append(SignalWords.Of(signal)).Append("\r\n");
        }

        text.Append(version is null ? "" : version + "\r\n");
        text.Append(item.Embargo is null ? "" : LineEmbargo.Write(item.Embargo) + "\r\n");
        var headline = item.Guessed.Contains("headline") ? null : item.Headline is { } main ? Line(main) : null;
        text.Append(headline);
        foreach (var sub in item.Headlines.Skip(1))
        {
            if (sub.Role == "sub" && headline is not null)
            {
                text.Append("\r\n- ").Append(Line(sub.Text));
            }
            else
            {
                losses.Lose(item, "headlines", $"the headline of role {sub.Role}");
            }
        }

        if (item.Byline is { } byline)
        {
            if (headline is not null && LineByline.Of("By " + Line(byline)) == byline)
            {
                text.Append("\r\nBy ").Append(byline);
            }
            else
            {
                losses.Lose(item, "byline");
            }
        }

        text.Append(headline is null ? "" : "=\r\n").Append("\r\n");
    }

    private static string? Dateline(WireItem item, WireLosses losses)
    {
        var agency = item.Credit;
        var written = item.Dateline is null ? null : LineDateline.Write(item.Dateline, agency);
        if (written is null && item.Dateline is not null)
        {
            losses.Lose(item, "dateline");
        }

        var read = written is null ? null : LineDateline.Of(written + "X");
        if (agency is not null && written is null)
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

    private static void Times(WireItem item, WireLosses losses)
    {
        if (item.VersionCreated is not null && item.Published is not null && item.Published != item.VersionCreated)
        {
            losses.Lose(item, "published");
        }

        if (item.Created is not null && (item.VersionCreated ?? item.Published ?? item.Created) != item.Created)
        {
            losses.Lose(item, "created");
        }
    }

    private static string Line(string text) => Spaces.Collapse(Control.Clean(text)).TrimEnd('=', '<', '/', ' ');

    private static string Letters(string? provider) => string.Concat((provider ?? "").Where(char.IsAsciiLetter).Take(3)).ToLowerInvariant() is { Length: 3 } letters ? letters : "wrm";

    [GeneratedRegex("^[A-Za-z]{2,6}$")]
    private static partial Regex Source();

    [GeneratedRegex("^[0-9]{3,6}[A-Za-z]?$")]
    private static partial Regex Number();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,5}$")]
    private static partial Regex Category();
}
