using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Stories;

public sealed class WordListTests
{
    [Theory]
    [InlineData("kmh => km/h", "A gust of 152 kmh, kmhx, 90 KMH.", "152 [kmh>km/h]|90 [KMH>km/h]")]
    [InlineData("Kiev => Kyiv # as it writes itself", "Kiev and kiev, Kiev's mayor", "[Kiev>Kyiv]|[Kiev>Kyiv]")]
    [InlineData("amongst => among", "Amongst them, amongst us", "[Amongst>Among]|[amongst>among]")]
    [InlineData("Bosnia => Bosnia and Herzegovina", "Bosnia and Herzegovina, then Bosnia.", "[Bosnia>Bosnia and Herzegovina]")]
    [InlineData("due => owed\ndue to => because of", "due to rain, due today", "[due to>because of]|[due>owed]")]
    [InlineData("e-mail => email", "An e-mail, e-mails", "[e-mail>email]")]
    [InlineData("čaša => kupa", "Čaša čaše čaša", "[Čaša>Kupa]|[čaša>kupa]")]
    [InlineData("# nothing", "anything", "")]
    public void What_the_house_writes_otherwise_is_found_as_whole_words(string list, string text, string expected)
    {
        var found = WordList.Parse(list).Find(text);
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(part => part[part.IndexOf('[', StringComparison.Ordinal)..]), found.Select(one => $"[{one.Written}>{one.Instead}]"));
        Assert.All(found, one => Assert.Equal(one.Written, text.Substring(one.At, one.Written.Length)));
    }

    [Theory]
    [InlineData("good => fine\nnonsense", "Line 2 of the word list is no entry: “nonsense”")]
    [InlineData("a => b\na => c", "Line 2 of the word list: “a” stands there twice")]
    [InlineData("=> b", "Line 1")]
    [InlineData("a => b => c", "Line 1")]
    public void A_line_that_is_no_entry_is_named(string list, string expected) =>
        Assert.Contains(expected, Assert.Throws<MoveRefusedException>(() => WordList.Parse(list)).Message, StringComparison.Ordinal);
}
