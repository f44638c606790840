namespace Wireroom.Wire.Tests;

/// <summary>An item that says all that an item can say.</summary>
internal static class FullItem
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 3, 12, 0, 0, TimeSpan.FromHours(1));

    internal static WireItem All { get; } = new()
    {
        Format = "test",
        Guid = "urn:example:full",
        Version = 3,
        Signal = WireSignal.Correction,
        PubStatus = "usable",
        Kind = "text",
        Urgency = 3,
        Priority = "r",
        Slugline = "DAM/DRINA",
        Headlines = [new WireText("Dam holds"), new WireText("Holds", "short")],
        Standfirst = "It held.",
        Dateline = "VIŠEGRAD, 3 March",
        Located = new WirePlace("Višegrad"),
        Byline = "Goran Tadić",
        Credit = "Lumen",
        Sources = ["Drina Power"],
        Provider = "LUM",
        Sequence = "0041",
        TakeKey = "DAM",
        EdNote = "Second lead follows.",
        Created = WireTime.Of(Noon),
        VersionCreated = WireTime.Of(Noon.AddHours(1)),
        Published = WireTime.Of(Noon.AddHours(2)),
        Language = "en",
        Genres = [new WireSubject("Current", "genre", "Current"), new WireSubject("Feature")],
        Services = [new WireSubject("Domestic", "lumen-desk", "dom")],
        AltIds = [new WireAltId("slug-number", "K-17")],
        Descriptions = [new WireText("What the dam is for.", "background")],
        ContentCreated = WireTime.Of(Noon.AddHours(-1)),
        Subjects = [new WireSubject("flood", "medtop", "20000154") { Rel = "about", Creator = "desk", Confidence = 90 }],
        People = [new WireSubject("Ana Bulat")],
        Organisations = [new WireSubject("Drina Power")],
        Places = [new WirePlace("Višegrad")],
        Keywords = ["dam"],
        Rights = new WireRights("No archive use.", "Lumen", "© Lumen 2026"),
        WordCount = 4,
        Link = "https://lumen.example/dam",
        Body = [new WireParagraph([new WireRun("The dam at Višegrad held.")])],
        Media = [new WireMedia("main", "https://lumen.example/dam.jpg", "image/jpeg") { Kind = "picture", Caption = "The dam." }],
        Event = new WireEvent(WireTime.Of(Noon), null),
        Links = [new WireLink("follows", "urn:example:earlier")],
    };
}
