using System.Globalization;
using Wireroom.Wire.Dates;

namespace Wireroom.Wire.Tests.Dates;

public sealed class WireDatesTests
{
    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21+00:00")]
    [InlineData("Thu, 1 Jan 04 19:48 EST", "2004-01-01T19:48:00-05:00")]
    [InlineData("01 Jan 2004 19:48:21 +0130", "2004-01-01T19:48:21+01:30")]
    [InlineData("Sun, 22 November 2026 08:05:00 CET", "2026-11-22T08:05:00+01:00")]
    [InlineData("Thursday, 01-Jan-04 19:48:21 GMT", "2004-01-01T19:48:21+00:00")]
    [InlineData("Thu Jan  1 19:48:21 PST 2004", "2004-01-01T19:48:21-08:00")]
    [InlineData("Thu, Jan 1 2004 19:48:21 GMT", "2004-01-01T19:48:21+00:00")]
    [InlineData("January 1st, 2004 at 7:48 PM GMT", "2004-01-01T19:48:00+00:00")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT+2", "2004-01-01T19:48:21+02:00")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 +0200 (EET)", "2004-01-01T19:48:21+02:00")]
    [InlineData("01 janvier 2004 19:48 Z", "2004-01-01T19:48:00+00:00")]
    [InlineData("3. ožujka 2026 19:48 CET", "2026-03-03T19:48:00+01:00")]
    [InlineData("2004-01-01T19:48:21Z", "2004-01-01T19:48:21+00:00")]
    [InlineData("2004-01-01T19:48:21.125+02:00", "2004-01-01T19:48:21.125+02:00")]
    [InlineData("2004-01-01T19:48Z", "2004-01-01T19:48:00+00:00")]
    [InlineData("20040101T194821Z", "2004-01-01T19:48:21+00:00")]
    [InlineData("20040101T194821+0100", "2004-01-01T19:48:21+01:00")]
    [InlineData("20040101194821Z", "2004-01-01T19:48:21+00:00")]
    [InlineData("2004-01-01 19:48:21 GMT", "2004-01-01T19:48:21+00:00")]
    [InlineData("2004-01-01t19:48:21z", "2004-01-01T19:48:21+00:00")]
    [InlineData("2003-12-31T24:00:00Z", "2004-01-01T00:00:00+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00")]
    [InlineData("31.12.2025 23:59 MEZ", "2025-12-31T23:59:00+01:00")]
    [InlineData("1072986501", "2004-01-01T19:48:21+00:00")]
    [InlineData("Jan. 15, 2026 12:01 a.m. ET", "2026-01-15T00:01:00-05:00")]
    [InlineData("July 15, 2026 12:01 a.m. ET", "2026-07-15T00:01:00-04:00")]
    [InlineData("July 15, 2026 12:01 a.m. EST", "2026-07-15T00:01:00-05:00")]
    [InlineData("2026-03-08 01:59 ET", "2026-03-08T01:59:00-05:00")]
    [InlineData("2026-03-08 03:00 ET", "2026-03-08T03:00:00-04:00")]
    [InlineData("2026-11-01 02:00 ET", "2026-11-01T02:00:00-05:00")]
    [InlineData("2003-10-25 12:00 CT", "2003-10-25T12:00:00-05:00")]
    [InlineData("6 p.m. PT Nov. 27, 2026", "2026-11-27T18:00:00-08:00")]
    [InlineData("6pm MT July 3, 2026", "2026-07-03T18:00:00-06:00")]
    [InlineData("noon EDT July 3, 2026", "2026-07-03T12:00:00-04:00")]
    [InlineData("2026-07-03 12:00 GMT/BST", "2026-07-03T12:00:00+01:00")]
    [InlineData("2026-07-03 12:00 CET", "2026-07-03T12:00:00+01:00")]
    [InlineData("2026-07-03 12:00 MESZ", "2026-07-03T12:00:00+02:00")]
    [InlineData("2026-07-03 12:00 Europe/Zagreb", "2026-07-03T12:00:00+02:00")]
    [InlineData("2026-12-03 12:00 Europe/Zagreb", "2026-12-03T12:00:00+01:00")]
    public void A_date_with_a_zone_is_an_instant(string sent, string instant)
    {
        var time = WireDates.Read(sent);
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), time?.Instant);
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).Offset, time?.Instant?.Offset);
        Assert.Equal(sent, time?.AsSent);
    }

    [Theory]
    [InlineData("2004", "2004-01-01T00:00:00")]
    [InlineData("2004-02", "2004-02-01T00:00:00")]
    [InlineData("2004-02-03", "2004-02-03T00:00:00")]
    [InlineData("2004-034", "2004-02-03T00:00:00")]
    [InlineData("2004-W06-2", "2004-02-03T00:00:00")]
    [InlineData("20040203", "2004-02-03T00:00:00")]
    [InlineData("2004-02-03T04:05:06", "2004-02-03T04:05:06")]
    [InlineData("Tue, 03 Feb 2004 04:05:06", "2004-02-03T04:05:06")]
    [InlineData("Tue, 03 Feb 2004 04:05:06 XYZT", "2004-02-03T04:05:06")]
    [InlineData("3/21/2004 16:05", "2004-03-21T16:05:00")]
    [InlineData("3 mars 2026 16:05 et", "2026-03-03T16:05:00")]
    public void A_date_without_a_zone_stays_local(string sent, string local)
    {
        var time = WireDates.Read(sent);
        Assert.Null(time?.Instant);
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), time?.Local);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("3/4/2004")]
    [InlineData("30 Feb 2004 10:00 GMT")]
    [InlineData("2004-13-01T00:00:00Z")]
    [InlineData("2004-01-01T25:00:00Z")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("99999999999999")]
    [InlineData("-")]
    [InlineData("2004-W")]
    [InlineData("::::")]
    public void What_cannot_be_read_keeps_its_words_only(string sent) => Assert.Equal(new WireTime(sent, null), WireDates.Read(sent));

    [Fact]
    public void No_date_and_no_letter_of_one_throws()
    {
        const string Date = "Thu, 01 Jan 2004 19:48:21.5 +0100 (CET) 2004-W06-2T12:00:00Z";
        for (var from = 0; from < Date.Length; from++)
        {
            for (var to = from; to <= Date.Length; to++)
            {
                var piece = Date[from..to];
                Assert.Equal(piece.Trim().Length == 0, WireDates.Read(piece) is null);
            }
        }
    }
}
