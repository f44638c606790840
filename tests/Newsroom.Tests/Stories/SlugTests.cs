using Microsoft.Extensions.Time.Testing;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Stories;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Dam gives way above Mostar", "dam-gives-way-above-mostar")]
    [InlineData("  PM: \"no comment\" — 3% rise!  ", "pm-no-comment-3-rise")]
    [InlineData("Đurđevac's Straße, Gov’t & Æsir", "durdevacs-strasse-govt-aesir")]
    [InlineData("الفيضان يصل", "الفيضان-يصل")]
    [InlineData("!!!", "story")]
    [InlineData("", "story")]
    public void A_slug_is_the_words_of_the_headline(string headline, string slug) => Assert.Equal(slug, Slug.Of(headline));

    [Fact]
    public void A_long_headline_is_cut_between_words()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("seventeen", 20)));
        Assert.InRange(slug.Length, 60, 80);
        Assert.EndsWith("-seventeen", slug, StringComparison.Ordinal);
        Assert.Equal(80, Slug.Of(new string('x', 200)).Length);
    }

    [Fact]
    public void Identities_of_one_millisecond_are_all_different()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
        var made = new HashSet<StoryId>();
        var last = default(StoryId);
        for (var count = 0; count < 10_000; count++)
            Assert.True(made.Add(last = StoryId.New(clock, last)));
        Assert.All(made, id => Assert.InRange(id.Value, StoryId.FirstAt(clock.GetUtcNow()).Value, StoryId.FirstAt(clock.GetUtcNow().AddMilliseconds(2)).Value));
    }

    [Fact]
    public void An_identity_reads_back_from_its_text_and_nothing_else_does()
    {
        for (var count = 0; count < 1000; count++)
        {
            var id = StoryId.New(TimeProvider.System, default);
            Assert.True(StoryId.TryParse(id.ToString(), out var read));
            Assert.Equal(id, read);
        }

        foreach (var text in new[] { "", "0", "000000000000i", "ZZZZZZZZZZZZZ", "zzzzzzzzzzzzz", "00000000000000" })
            Assert.False(StoryId.TryParse(text, out _), text);
    }
}
