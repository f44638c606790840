using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class IdentityTests
{
    [Fact]
    public void The_guid_names_an_item_then_the_link_then_the_content() => Assert.Equal(
        ["g1", "link:https://a.example/2", "content:h3"],
        Identity.Decide([Item("g1", "https://a.example/1"), Item(null, "https://a.example/2"), Item(null, null)], ["h1", "h2", "h3"]));

    [Fact]
    public void A_guid_that_every_item_of_a_feed_shares_names_none_of_them() => Assert.Equal(
        ["link:https://a.example/1", "link:https://a.example/2"],
        Identity.Decide([Item("feed", "https://a.example/1"), Item("feed", "https://a.example/2")], ["h1", "h2"]));

    [Fact]
    public void Versions_of_one_item_in_one_document_share_its_guid() => Assert.Equal(
        ["g", "g"],
        Identity.Decide([Item("g", "https://a.example/1") with { Version = 1 }, Item("g", "https://a.example/1b") with { Version = 2 }], ["h1", "h2"]));

    [Fact]
    public void Dates_keywords_and_picture_addresses_are_no_content()
    {
        var item = Item("g", null) with { Headlines = [new WireText("Dam holds")], Media = [new WireMedia("main", "https://a.example/p.jpg?sig=1") { Caption = "The dam" }] };
        var again = item with
        {
            Keywords = ["dam"], Published = WireTime.Of(DateTimeOffset.UnixEpoch), Media = [new WireMedia("main", "https://b.example/p.jpg?sig=2") { Caption = "The dam" }],
        };
        Assert.Equal(ContentHash.Of(item), ContentHash.Of(again));
        Assert.NotEqual(ContentHash.Of(item), ContentHash.Of(item with { Headlines = [new WireText("Dam fails")] }));
        Assert.NotEqual(ContentHash.Of(item), ContentHash.Of(item with { Body = [new WireParagraph([new WireRun("More.")])] }));
        Assert.NotEqual(ContentHash.Of(item), ContentHash.Of(item with { Signal = WireSignal.Hold }));
    }

    private static WireItem Item(string? guid, string? link) => new() { Format = "rss", Guid = guid, Link = link };
}
