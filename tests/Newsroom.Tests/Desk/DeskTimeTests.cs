using Wireroom.Newsroom.Desk.Frame;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskTimeTests
{
    private static readonly TimeZoneInfo Zagreb = DeskTime.ZoneOf("Europe/Zagreb");
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 15, 46, 0, TimeSpan.Zero);

    [Fact]
    public void An_embargo_is_told_in_both_zones_and_from_now()
    {
        var time = new DeskTime(Zagreb, Now);
        Assert.Equal("18:00 GMT, 19:00 Zagreb", time.BothZones(new DateTimeOffset(2026, 3, 5, 18, 0, 0, TimeSpan.Zero)));
        Assert.Equal("in 2 h 14", time.In(new DateTimeOffset(2026, 3, 5, 18, 0, 0, TimeSpan.Zero)));
        Assert.Equal("now", time.In(Now));
        Assert.Equal("in 14 min", time.In(Now.AddMinutes(14)));
    }

    [Fact]
    public void A_field_is_read_in_the_newsrooms_zone()
    {
        var time = new DeskTime(Zagreb, Now);
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 18, 0, 0, TimeSpan.Zero), time.FromField("2026-03-05T19:00"));
        Assert.Equal(new DateTimeOffset(2026, 7, 5, 17, 0, 0, TimeSpan.Zero), time.FromField("2026-07-05T19:00"));
        Assert.Null(time.FromField("19:00"));
        Assert.Null(time.FromField(null));
    }

    [Fact]
    public void Where_clocks_go_back_the_later_hour_is_meant_so_that_nothing_goes_out_early() =>
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero), new DeskTime(Zagreb, Now).FromField("2026-10-25T02:30"));

    [Fact]
    public void Where_clocks_go_forward_the_missing_hour_is_still_an_instant() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), new DeskTime(Zagreb, Now).FromField("2026-03-29T02:30"));
}
