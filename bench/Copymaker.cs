using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Bench;

/// <summary>Makes stories whose words are as unevenly spread as those of real copy (Zipf's law), the same ones at every run.</summary>
internal sealed class Copymaker(int seed)
{
    private const int Vocabulary = 60_000;
    public static readonly string[] Sections = ["world", "region", "europe", "economy", "culture", "science", "sport", "weather"];
    private static readonly string[] Places = ["Split", "Mostar", "Trieste", "Graz", "Pécs", "Novi Sad", "Bari", "Koper", "Zadar", "Tirana"];
    private readonly Random random = new(seed);

    public Copy Next(int number) => new()
    {
        Headline = Sentence(8),
        Standfirst = Sentence(20),
        Byline = $"{Word(random.Next(5_000, 9_000))} {Word(random.Next(5_000, 9_000))}",
        Place = Places[number % Places.Length],
        Section = Sections[random.Next(Sections.Length)],
        Body = [.. Enumerable.Range(0, 8).Select(_ => new Paragraph(RichText.Of(string.Join(' ', Enumerable.Range(0, 3).Select(_ => Sentence(14))))))],
    };

    /// <summary>A story of a headline and a standfirst.</summary>
    public Copy Short() => new() { Headline = Sentence(8), Standfirst = Sentence(20), Section = Sections[random.Next(Sections.Length)] };

    /// <summary>When the story of that number was published.</summary>
    public static DateTimeOffset PublishedAt(int number) => DateTimeOffset.UnixEpoch.AddYears(55).AddMinutes(number);

    /// <summary>Writes and releases that many stories, a minute apart.</summary>
    public static async Task FillAsync(Store store, int stories)
    {
        var copy = new Copymaker(1);
        for (var from = 0; from < stories; from += 1000)
        {
            await store.InOneGoAsync(
                async cancel =>
                {
                    for (var at = from; at < Math.Min(stories, from + 1000); at++)
                    {
                        var story = await store.WriteStoryAsync(copy.Next(at), "bench", cancel);
                        await store.ReleaseAsync(story, new ReleaseOrder { PublishedAt = PublishedAt(at) }, "bench", cancel);
                    }
                },
                CancellationToken.None);
        }
    }

    /// <summary>A word of that rank, 0 the most frequent.</summary>
    public static string Word(int rank)
    {
        const string Consonants = "bcdfghjklmnprstvz";
        const string Vowels = "aeiou";
        var word = new System.Text.StringBuilder();
        for (var rest = rank + 7; rest > 0; rest /= Consonants.Length * Vowels.Length)
        {
            var pair = rest % (Consonants.Length * Vowels.Length);
            word.Append(Consonants[pair / Vowels.Length]).Append(Vowels[pair % Vowels.Length]);
        }

        return word.ToString();
    }

    /// <summary>A rank by Zipf's law: rank r with a chance of about 1/r.</summary>
    public int Rank() => (int)Math.Pow(Vocabulary, random.NextDouble()) - 1;

    private string Sentence(int words)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(Rank())));
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }
}
