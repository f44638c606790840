using Wireroom.Newsroom.Host.Sample;

namespace Wireroom.Newsroom.Tests.Host;

public sealed class SampleTimesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 23, 14, 30, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("@{iso -20d06:15}", "2026-03-03T06:15:00Z")]
    [InlineData("@{iso -20d06:15 +01:00}", "2026-03-03T07:15:00+01:00")]
    [InlineData("@{rfc822 -20d06:15}", "Tue, 03 Mar 2026 06:15:00 GMT")]
    [InlineData("@{rfc822 -20d06:15 +0100}", "Tue, 03 Mar 2026 07:15:00 +0100")]
    [InlineData("@{weekday -3h}", "Monday")]
    [InlineData("on @{day -20d06:15}, at", "on 3 March, at")]
    [InlineData("@{date -20d06:15}", "3 March 2026")]
    [InlineData("@{time -35m}", "13:55")]
    [InlineData("@{iso +1m}", "2026-03-23T14:31:05Z")]
    public void Every_token_is_a_time_counted_from_the_start(string token, string text) => Assert.Equal(text, SampleTimes.Fill(token, Start));

    [Fact]
    public void What_is_no_token_is_an_error() => Assert.Throws<FormatException>(() => SampleTimes.Fill("@{iso -20}", Start));
}
