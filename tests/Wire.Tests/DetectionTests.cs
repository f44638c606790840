namespace Wireroom.Wire.Tests;

public sealed class DetectionTests
{
    [Fact]
    public void Nothing_is_recognised_in_no_bytes() => Assert.Null(WireFormats.Recognise([], whole: true));
}
