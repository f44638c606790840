namespace Wireroom.Wire.ICalendar;

/// <summary>Reads the components of one calendar or of several behind each other (RFC 5545, section 3.4).</summary>
internal static class ICalendarReader
{
    private const int Deepest = 16;

    internal static void Read(WireInput input, IWireSink sink)
    {
        var faults = new FaultLog(sink);
        var bytes = WholeBytes.Of(input.Bytes, faults.Take);
        var root = Tree(ContentLines.Read(bytes, input.Charset, faults.Take), faults);
        var count = 0;
        WireFeed? feed = null;
        foreach (var calendar in root.Components.Where(component => component.Name == "VCALENDAR").Append(root))
        {
            // What stands outside of every calendar is read too.
            var said = Feed(calendar);
            feed ??= said;
            var method = calendar["METHOD"]?.Text?.ToUpperInvariant();
            var zones = new CalendarZones(calendar.Components.Where(component => component.Name == "VTIMEZONE"));
            foreach (var component in calendar.Components)
            {
                if (component.Name is "VEVENT" or "VTODO" or "VJOURNAL")
                {
                    count++;
                    sink.Take(new CalendarItem(component, method, said, zones, faults.Take).Read());
                }
                else if (component.Name is not ("VTIMEZONE" or "VCALENDAR"))
                {
                    faults.Take(new WireFault(WireFaultKind.Lost, "component-passed-over", $"A {component.Name} is neither an event nor a task; it was passed over.", -1, component.Line, 1));
                }
            }
        }

        if (feed is not null)
        {
            sink.Take(feed);
        }

        if (count == 0)
        {
            faults.Take(new WireFault(WireFaultKind.Unreadable, "no-item", "The calendar holds neither an event nor a task."));
        }

        faults.Finish();
    }

    /// <summary>What the calendar says of itself (RFC 7986, section 5, and the older X-WR properties).</summary>
    private static WireFeed Feed(CalendarComponent calendar)
    {
        string? Said(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (calendar[name]?.Text is { } text)
                {
                    return text;
                }
            }

            return null;
        }

        var feed = new WireFeed(Said("NAME", "X-WR-CALNAME") ?? "", Said("URL", "X-ORIGINAL-URL") ?? "", Said("SOURCE"), Said("DESCRIPTION", "X-WR-CALDESC"))
        {
            Guid = Said("UID", "X-WR-RELCALID"),
            Picture = Said("IMAGE"),
            Updated = Dates.WireDates.Instant(Said("LAST-MODIFIED")),
        };
        string[] read = ["NAME", "X-WR-CALNAME", "URL", "X-ORIGINAL-URL", "SOURCE", "DESCRIPTION", "X-WR-CALDESC", "UID", "X-WR-RELCALID", "IMAGE", "LAST-MODIFIED", "VERSION", "METHOD"];
        return feed with { Dropped = [.. calendar.Properties.Where(line => !read.Contains(line.Name)).Select(line => new WireDropped(line.Name, line.Text))] };
    }

    private static CalendarComponent Tree(List<ContentLine> lines, FaultLog faults)
    {
        var root = new CalendarComponent("", 1);
        var open = new Stack<CalendarComponent>([root]);
        foreach (var line in lines)
        {
            var name = line.Value.Trim().ToUpperInvariant();
            switch (line.Name)
            {
                case "BEGIN" when open.Count < Deepest:
                    // An event within an event: the end of the first was lost.
                    if (name is "VEVENT" or "VTODO" or "VJOURNAL" && open.Peek().Name is "VEVENT" or "VTODO" or "VJOURNAL")
                    {
                        faults.Take(new WireFault(WireFaultKind.Repaired, "end-missing", $"A {open.Peek().Name} has no end; it ends where the next begins.", -1, line.Line, 1));
                        open.Pop();
                    }

                    var component = new CalendarComponent(name, line.Line);
                    open.Peek().Components.Add(component);
                    open.Push(component);
                    break;
                case "END" when open.Any(other => other.Name == name && other != root):
                    while (open.Peek().Name != name)
                    {
                        faults.Take(new WireFault(WireFaultKind.Repaired, "end-missing", $"A {open.Peek().Name} has no end; it ends with the {name} around it.", -1, line.Line, 1));
                        open.Pop();
                    }

                    open.Pop();
                    break;
                case "BEGIN" or "END":
                    faults.Take(new WireFault(WireFaultKind.Repaired, "end-without-begin", $"{line.Name}:{name} has nothing to stand for; it was passed over.", -1, line.Line, 1));
                    break;
                default:
                    open.Peek().Properties.Add(line);
                    break;
            }
        }

        if (open.Count > 1)
        {
            faults.Take(new WireFault(WireFaultKind.Lost, "truncated", $"The calendar ends within a {open.Peek().Name}; what stood before was read. Ask the sender to send it again.", -1, lines.Count > 0 ? lines[^1].Line : 1, 1));
        }

        return root;
    }
}
