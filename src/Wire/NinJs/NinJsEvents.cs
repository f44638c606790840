using System.Globalization;
using System.Text;
using System.Text.Json;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Reads <c>eventDetails</c> and <c>plannedCoverage</c> (ninjs 3.0). What an event has no place for is dropped visibly.</summary>
internal static class NinJsEvents
{
    /// <summary>IPTC's vocabulary of the status of an event.</summary>
    internal const string Statuses = "http://cv.iptc.org/newscodes/eventstatus/";

    internal static WireEvent Details(JsonElement value, WireEvent? known, NinJsDraft draft)
    {
        var dates = value.Of("dates");
        var organiser = value.Of("organiser");
        draft.DropRest("eventDetails", value, "dates", "organiser", "eventStatus");
        draft.DropRest("eventDetails.dates", dates, "startDate", "endDate", "expectedStartDate", "expectedEndDate", "recurrence");
        draft.DropRest("eventDetails.organiser", organiser, "name", "contactInfo");
        draft.DropRest("eventDetails.dates.recurrence", dates.Of("recurrence"), "recurrenceRules");
        var start = Date(dates, "Start");
        return (known ?? new WireEvent(null, null)) with
        {
            Start = start,
            End = Date(dates, "End"),
            AllDay = start is { Instant: null, AsSent.Length: <= 10 },
            Status = value.TextOf("eventStatus") is { } status ? Code(status) : null,
            Organiser = organiser.ValueKind == JsonValueKind.Object ? organiser.TextOf("name") : organiser.Text(),
            Contacts = [.. organiser.Of("contactInfo").Each().Select(each => Contact(each, draft)).OfType<string>()],
            Recurrence = Recurrence(dates.Of("recurrence").Of("recurrenceRules"), draft),
        };
    }

    internal static WireEvent Coverage(JsonElement value, WireEvent? known, NinJsDraft draft) => (known ?? new WireEvent(null, null)) with
    {
        Coverage = [.. value.Each().Where(each => each.ValueKind == JsonValueKind.Object).Select(each => One(each, draft))],
    };

    private static WireCoverage One(JsonElement each, NinJsDraft draft)
    {
        draft.DropRest("plannedCoverage", each, "type", "dates", "title", "edNote", "commissioned");
        draft.DropRest("plannedCoverage.commissioned", each.Of("commissioned"), "by");
        draft.DropRest("plannedCoverage.dates", each.Of("dates"), "startDate", "expectedStartDate");
        return new WireCoverage(each.TextOf("type")?.ToLowerInvariant() ?? "text", Date(each.Of("dates"), "Start"), each.TextOf("title") is { } title ? each.TextOf("edNote") is { } note ? $"{title}\n\n{note}" : title : each.TextOf("edNote"), each.Of("commissioned").TextOf("by"));
    }

    private static WireTime? Date(JsonElement dates, string which) =>
        WireDates.Read(dates.TextOf(which.ToLowerInvariant() + "Date") ?? dates.TextOf($"expected{which}Date") ?? dates.TextOf($"estimated{which}Date"));

    private static string Code(string status)
    {
        var stroke = status.LastIndexOfAny(['/', ':', '#']) + 1;
        return (stroke < status.Length ? status[stroke..] : status).ToLowerInvariant();
    }

    private static string? Contact(JsonElement each, NinJsDraft draft)
    {
        draft.DropRest("contactInfo", each, "value", "address");
        draft.DropRest("contactInfo.address", each.Of("address"), "lines", "locality", "area", "postalCode", "country");
        var address = each.Of("address");
        return each.Text() ?? each.TextOf("value") ?? (address.ValueKind == JsonValueKind.Object
            ? string.Join(", ", address.Of("lines").Each().Append(address.Of("area")).Append(address.Of("postalCode")).Append(address.Of("locality")).Append(address.Of("country")).Select(JsonValues.Text).OfType<string>())
            : null);
    }

    /// <summary>The rule as RFC 5545 writes it (section 3.3.10); rules behind the first are dropped visibly.</summary>
    private static string? Recurrence(JsonElement rules, NinJsDraft draft)
    {
        StringBuilder? rule = null;
        foreach (var each in rules.Each())
        {
            if (rule is not null || each.TextOf("frequency") is not { } frequency)
            {
                draft.Drop("eventDetails.dates.recurrence", each);
                continue;
            }

            rule = new StringBuilder("FREQ=").Append(frequency.ToUpperInvariant());
            rule.Append(each.Of("interval").Whole() is { } interval ? FormattableString.Invariant($";INTERVAL={interval}") : "");
            rule.Append(each.Of("count").Whole() is { } count ? FormattableString.Invariant($";COUNT={count}") : "");
            rule.Append(WireDates.Instant(each.TextOf("until")) is { } until ? ";UNTIL=" + until.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) : "");
        }

        return rule?.ToString();
    }
}
