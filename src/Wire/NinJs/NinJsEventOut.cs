using System.Globalization;
using System.Text.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Writes <c>eventDetails</c> and <c>plannedCoverage</c> of ninjs 3.1, and says where they hold less than the event.</summary>
internal sealed class NinJsEventOut(Utf8JsonWriter json, WireLosses losses)
{
    private static readonly string[] Frequencies = ["secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly"];

    internal void Write(WireItem item, WireEvent happening)
    {
        var whole = true;
        json.WriteStartObject("eventDetails");
        if (happening.Status is { } status)
        {
            whole &= status.All(letter => letter is (>= 'a' and <= 'z') or '-');
            json.WriteString("eventStatus", NinJsEvents.Statuses + Uri.EscapeDataString(status));
        }

        whole &= Dates(happening);
        Organiser(happening);
        json.WriteEndObject();
        whole &= Coverage(happening.Coverage);
        if (!whole)
        {
            losses.Lose(item, "event", "all that is said of when and how it takes place");
        }
    }

    /// <summary>The schema wants a start or an end; a time without a zone may stand only as an expected one.</summary>
    private bool Dates(WireEvent happening)
    {
        var recurrence = Rule(happening.Recurrence);
        var whole = (recurrence is not null || happening.Recurrence is null) && (happening.Start is null || Sayable(happening.Start)) && (happening.End is null || Sayable(happening.End));
        if (!Sayable(happening.Start) && !Sayable(happening.End))
        {
            return happening.Recurrence is null && happening.Start is null && happening.End is null;
        }

        json.WriteStartObject("dates");
        Date("Start", happening.Start, happening.AllDay);
        Date("End", happening.End, happening.AllDay);
        if (recurrence is not null)
        {
            json.WriteStartObject("recurrence");
            json.WriteStartArray("recurrenceRules");
            json.WriteStartObject();
            foreach (var (name, value) in recurrence)
            {
                Part(name, value);
            }

            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        return whole;
    }

    private void Part(string name, string value)
    {
        switch (name)
        {
            case "FREQ":
                json.WriteString("frequency", value.ToLowerInvariant());
                break;
            case "UNTIL":
                json.WriteString("until", Until(value)!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteNumber(name.ToLowerInvariant(), int.Parse(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>The parts of a rule of which ninjs can say each; null where it cannot, or where there is none.</summary>
    private static List<(string Name, string Value)>? Rule(string? rule)
    {
        var parts = rule?.Split(';').Select(part => part.Split('=')).Where(part => part.Length == 2).Select(part => (Name: part[0].ToUpperInvariant(), Value: part[1])).ToList();
        return parts is not null && parts.All(part => part.Name switch
        {
            "FREQ" => Frequencies.Contains(part.Value.ToLowerInvariant()),
            "UNTIL" => Until(part.Value) is not null,
            "INTERVAL" or "COUNT" => int.TryParse(part.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            _ => false,
        })
            ? parts
            : null;
    }

    private static DateTime? Until(string value) =>
        DateTime.TryParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var until) ? until : null;

    private void Date(string which, WireTime? time, bool allDay)
    {
        if (time?.Instant is { } instant)
        {
            json.WriteString(which.ToLowerInvariant() + "Date", NinJsBody.Stamp(instant));
        }
        else if (time?.Local is { } local)
        {
            json.WriteString($"expected{which}Date", local.ToString(allDay || time.AsSent.Length <= 10 ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        }
    }

    private static bool Sayable(WireTime? time) => time is { Instant: not null } or { Local: not null };

    private void Organiser(WireEvent happening)
    {
        if (happening.Organiser is null && happening.Contacts.Count == 0)
        {
            return;
        }

        json.WriteStartObject("organiser");
        NinJsOwn.Text(json, "name", happening.Organiser);
        if (happening.Contacts.Count > 0)
        {
            json.WriteStartArray("contactInfo");
            foreach (var contact in happening.Contacts)
            {
                json.WriteStartObject();
                json.WriteString("value", contact);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private bool Coverage(IReadOnlyList<WireCoverage> coverage)
    {
        if (coverage.Count == 0)
        {
            return true;
        }

        var whole = true;
        json.WriteStartArray("plannedCoverage");
        foreach (var planned in coverage)
        {
            var type = NinJsBody.TypeOf(planned.Kind, NinJsEdition.Three);
            whole &= type == planned.Kind && planned.Status is null && (planned.Due is null || Sayable(planned.Due));
            json.WriteStartObject();
            var cut = planned.Note?.IndexOf("\n\n", StringComparison.Ordinal) ?? -1;
            NinJsOwn.Text(json, "title", cut < 0 ? planned.Note : planned.Note![..cut]);
            NinJsOwn.Text(json, "edNote", cut < 0 ? null : planned.Note![(cut + 2)..]);
            NinJsOwn.Text(json, "type", type);
            if (planned.AssignedTo is not null)
            {
                json.WriteStartObject("commissioned");
                json.WriteString("by", planned.AssignedTo);
                json.WriteEndObject();
            }

            if (Sayable(planned.Due))
            {
                json.WriteStartObject("dates");
                Date("Start", planned.Due, allDay: false);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        return whole;
    }
}
