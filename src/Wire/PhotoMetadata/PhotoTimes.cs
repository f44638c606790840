using Wireroom.Wire.Dates;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>Times of a picture. A zone that nobody says stays unsaid.</summary>
internal static class PhotoTimes
{
    /// <summary>When the picture was taken: Date Created of the IPTC standard, or what the camera wrote. Where they agree, the fuller one counts.</summary>
    internal static WireTime? Created(PhotoSays says)
    {
        var candidates = new[]
        {
            WireDates.Read(says.Xmp.Text("photoshop:DateCreated")),
            OfIim(says.Iim, 55, 60, 2),
            says.Exif?.Time(0x9003, 0x9011),
            WireDates.Read(says.Xmp.Text("exif:DateTimeOriginal")),
            OfIim(says.Iim, 62, 63, 2),
            says.Exif?.Time(0x9004, 0x9012),
            WireDates.Read(says.Xmp.Text("xmp:CreateDate")),
        }.OfType<WireTime>().ToList();
        var read = candidates.FindAll(time => Clock(time) is not null);
        if (read.Count == 0)
        {
            return candidates.FirstOrDefault();
        }

        var first = read[0];
        return read.Find(time => IsFuller(time, first)) ?? first;
    }

    /// <summary>A date and a time of IIM (sections 2:55 and 2:60): CCYYMMDD and HHMMSS±HHMM.</summary>
    internal static WireTime? OfIim(Iim iim, int date, int time, int record)
    {
        var (day, clock) = (iim.First(date, record), iim.First(time, record));
        if (day is null || day.Trim('0', '-', ':').Length == 0)
        {
            return null;
        }

        var figures = day.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        var sent = clock is null ? day : $"{day} {clock}";
        var read = WireDates.Read(clock is null ? figures : $"{figures}T{clock.Replace(":", "", StringComparison.Ordinal)}");
        return read is null or { Instant: null, Local: null } ? new WireTime(sent, null, WireDates.Read(figures)?.Local) : read with { AsSent = sent };
    }

    /// <summary>The date and time of release (IIM, 2:30 and 2:35) as an embargo, unless it was over when the picture was sent or taken.</summary>
    internal static WireEmbargo? Release(PhotoSays says, WireTime? sent)
    {
        if (OfIim(says.Iim, 30, 35, 2) is not { } release || (sent is not null && Nitf.NitfEmbargo.IsPast(release, sent)))
        {
            return null;
        }

        return new WireEmbargo(release.AsSent, release.Instant);
    }

    private static DateTime? Clock(WireTime time) => time.Instant?.DateTime ?? time.Local;

    private static bool IsFuller(WireTime time, WireTime first)
    {
        var (clock, known) = (Clock(time)!.Value, Clock(first)!.Value);
        return first.Instant is null && (
            (time.Instant is not null && (clock == known || (known.TimeOfDay == TimeSpan.Zero && clock.Date == known.Date)))
            || (known.TimeOfDay == TimeSpan.Zero && clock.Date == known.Date && clock != known));
    }
}
