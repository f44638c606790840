using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Storage;

/// <summary>What is read by hand says the same as what the serializer wrote.</summary>
public sealed class StoredCopyTests
{
    private static readonly RichText Rich = new([
        new Run("The “quay” of Đurđevac\n\t\\ "), new Run("opened", RunStyle.Bold | RunStyle.Italic), new Run("ahead", Href: "https://harbour.example/?a=1&b=2"), new Run(""), new Run("😀 مرفأ")]);

    private static readonly Copy Full = new()
    {
        Headline = "Harbour \"opens\"",
        HeadlineIsWorkingTitle = true,
        Slugline = "HARBOUR",
        Standfirst = "A standfirst.",
        Dateline = "SPLIT, 3 March",
        Byline = "Ana Perić",
        Credit = "Maestral",
        Section = "region",
        Language = "hr",
        Urgency = 2,
        Place = "Split",
        Topics = ["Harbours", "Ferries"],
        Advisory = "Adds the master's words",
        EdNote = "Check the name",
        Embargo = new Embargo(new DateTimeOffset(2026, 3, 4, 6, 0, 0, TimeSpan.FromHours(1)), "until 6"),
        Rights = new Rights("Once", "Maestral", "© Maestral", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        Guessed = ["date"],
        Body =
        [
            new Paragraph(RichText.Of("A plain paragraph.")),
            new Paragraph(Rich),
            new Paragraph(new RichText([])),
            new Heading(Rich, 3),
            new Quote([Rich, RichText.Of("Second.")], "The master"),
            new BulletList(true, [Rich]),
            new Table([[new Cell("Boat", true, 2), new Cell("Tons")]], "Boats"),
            new Preformatted("A  1\nB  2"),
            new PictureBlock(new Picture("a.jpg", "Caption", "Alt", "Photo: M", 10, 20, new Rights("Once"))),
            new Embed("https://harbour.example/", "Title"),
        ],
    };

    [Fact]
    public void Every_field_and_every_kind_of_block_is_read_as_it_was_written()
    {
        Assert.Equal(
            typeof(Block).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).ToHashSet(),
            Full.Body.Select(block => block.GetType()).ToHashSet());
        foreach (var copy in (Copy[])[Full, new() { Headline = "" }, new() { Headline = "Only a headline", Embargo = new Embargo(null) }])
        {
            var stored = StoredJson.Write(copy);
            Assert.Equal(stored, StoredJson.Write(StoredCopy.Read(Encoding.UTF8.GetBytes(stored))));
        }
    }

    [Fact]
    public void What_is_not_known_is_passed_over_and_what_is_cut_off_is_refused()
    {
        var stored = StoredJson.Write(Full);
        var more = stored.Replace("\"headline\":", "\"later\":{\"a\":[1,{\"b\":null}]},\"headline\":", StringComparison.Ordinal)
            .Replace("{\"kind\":\"paragraph\",\"text\":{", "{\"kind\":\"paragraph\",\"later\":[[]],\"text\":{\"later\":{},", StringComparison.Ordinal)
            .Replace("{\"text\":\"A plain", "{\"later\":1,\"text\":\"A plain", StringComparison.Ordinal);
        Assert.Equal(stored, StoredJson.Write(StoredCopy.Read(Encoding.UTF8.GetBytes(more))));

        var bytes = Encoding.UTF8.GetBytes(stored);
        for (var length = 0; length < bytes.Length; length++)
            Assert.ThrowsAny<JsonException>(() => StoredCopy.Read(bytes.AsSpan(0, length)));
    }
}
