using System.Globalization;
using MimeKit;
using Wireroom.Wire.Dates;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Mail;

/// <summary>The fields that the writer here puts into a mail for what mail has no field for; a reader at a desk sees the same in words.</summary>
internal sealed class MailOwn(HeaderList headers, Action<WireFault> fault)
{
    internal const string Prefix = "X-Wire-";

    internal bool IsSaid => Said("Signal") is not null;

    /// <summary>Signal, embargo and headline as they were, whatever the words of the headline look like.</summary>
    internal MailMarks Marks(string? subject)
    {
        var signal = Enum.TryParse<WireSignal>(Said("Signal"), ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : WireSignal.New;
        var embargo = Said("Embargo") is { } words ? new WireEmbargo(words, WireDates.Instant(Said("Embargo-Until"))) : null;
        var start = Start(signal, embargo);
        return MailMarks.Of(subject is null ? null : subject.StartsWith(start, StringComparison.Ordinal) ? subject[start.Length..] : subject, signal, embargo, Said("Dateline") is not null);
    }

    internal WireItem Read(WireItem item) => !IsSaid ? item : item with
    {
        Guid = Said("Guid") ?? item.Guid,
        Version = long.TryParse(Said("Version"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version) ? version : null,
        PubStatus = Said("Status") ?? item.PubStatus,
        Urgency = int.TryParse(Said("Urgency"), NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) ? urgency : null,
        Priority = Said("Priority"),
        Slugline = Said("Slugline"),
        Sequence = Said("Sequence"),
        TakeKey = Said("Take-Key"),
        Genres = WireSubject.Only(Said("Genre")),
        Credit = item.Credit ?? Said("Credit"),
    };

    internal static void Write(HeaderList headers, WireItem item)
    {
        Add("Signal", item.Signal.ToString().ToLowerInvariant());
        Add("Embargo", item.Embargo?.AsSent);
        Add("Embargo-Until", item.Embargo?.Until?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
        Add("Version", item.Version?.ToString(CultureInfo.InvariantCulture));
        Add("Status", item.PubStatus);
        Add("Urgency", item.Urgency?.ToString(CultureInfo.InvariantCulture));
        Add("Priority", item.Priority);
        Add("Slugline", item.Slugline);
        Add("Sequence", item.Sequence);
        Add("Take-Key", item.TakeKey);
        Add("Genre", item.Genre);
        Add("Credit", item.Credit);
        Add("Dateline", item.Dateline);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                headers.Add(Prefix + name, MailWriter.Line(value));
            }
        }
    }

    /// <summary>What stands before the headline in the subject.</summary>
    internal static string Start(WireSignal signal, WireEmbargo? embargo)
    {
        var word = SignalWords.Of(signal);
        return (word.Length > 0 ? word + ": " : "") + (embargo is null ? "" : MailWriter.Line(LineEmbargo.Write(embargo)) + ": ");
    }

    private string? Said(string name) => MailHeaderText.Of(headers, Prefix + name, fault);
}
