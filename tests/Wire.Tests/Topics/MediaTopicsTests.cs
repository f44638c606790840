using Wireroom.Wire.Topics;

namespace Wireroom.Wire.Tests.Topics;

public sealed class MediaTopicsTests
{
    [Theory]
    [InlineData("medtop", "20000154", "", "flood", "natural disaster")]
    [InlineData("medtop", "20000154", "20000154", "flood", "natural disaster")]
    [InlineData("medtop", "20000154", "Poplava", "Poplava", "natural disaster")]
    [InlineData("subj", "03005000", "subj:03005000", "flood", "disaster, accident and emergency incident")]
    [InlineData("subj", "04000000", "", "economy, business and finance", null)]
    public void A_code_gets_its_name_and_its_parents_nearest_first(string scheme, string code, string name, string expected, string? parent)
    {
        var item = new WireItem { Format = "test", Subjects = [new WireSubject(name, scheme, code)] };
        var subject = Assert.Single(MediaTopics.Complete(item).Subjects);
        Assert.Equal(expected, subject.Name);
        Assert.Equal(name != expected, subject.Added.HasFlag(WireAdded.Name));
        if (parent is null)
        {
            Assert.Null(subject.Parents);
            return;
        }

        Assert.True(subject.Added.HasFlag(WireAdded.Parents));
        Assert.Null(subject.SaidParents);
        Assert.Contains(parent, subject.Parents!);
        Assert.Equal("disaster, accident and emergency incident", subject.Parents![^1]);
    }

    [Fact]
    public void What_the_document_said_stays()
    {
        var item = new WireItem { Format = "test", Subjects = [new WireSubject("Flut", "medtop", "20000154", null, ["Katastrophen"]), new WireSubject("Bezirk", "house", "20000154"), new WireSubject("x", "medtop", "99999999")] };
        Assert.Same(item, MediaTopics.Complete(item));
    }

    [Fact]
    public void An_older_code_is_found_among_the_topics_of_today()
    {
        Assert.Equal("20000154", MediaTopics.OfSubjectCode("03005000")?.Code);
        Assert.Equal("20000154", MediaTopics.Today(new WireSubject("", "subj", "03005000"))?.Code);
        Assert.Null(MediaTopics.Today(new WireSubject("", "medtop", "20000154")));
    }

    [Fact]
    public void The_vocabulary_is_all_of_IPTCs()
    {
        var file = Path.Combine(Shared.Folder("iptc/mediatopics"), "cptall-en-GB.json");
        using var official = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var concept in official.RootElement.GetProperty("conceptSet").EnumerateArray())
        {
            var topic = MediaTopics.Find(concept.GetProperty("qcode").GetString()!["medtop:".Length..]);
            Assert.Equal(concept.GetProperty("prefLabel").GetProperty("en-GB").GetString(), topic?.Name);
            Assert.Equal(concept.TryGetProperty("broader", out var broader) ? broader[0].GetString()!.Split('/')[^1] : null, topic!.Parent?.Code);
            Assert.Equal(concept.TryGetProperty("retired", out _), topic.IsRetired);
        }
    }
}
