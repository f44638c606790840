using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>A way in by which numbered items come while the program is killed: a real server or sender, and what must be true at its end when all is over.</summary>
/// <param name="name">What it is called in the parameters, and in each item's headline.</param>
internal abstract class WayIn(string name) : IAsyncDisposable
{
    private static readonly string[] Syllables = ["ba", "ko", "li", "mu", "ne", "po", "ra", "se", "ti", "vu"];

    public string Name => name;

    /// <summary>Its sources.</summary>
    public abstract IReadOnlyList<Source> Sources { get; }

    /// <summary>True where each document is one item, and its very bytes must have been kept.</summary>
    public virtual bool IsOneADocument => true;

    /// <summary>Comes back when items can be handed over to the program, which runs for the first time.</summary>
    public virtual Task ReadyAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Hands items over; comes back when the sender believes that each has been, however often the program is killed meanwhile.</summary>
    public abstract Task SendAsync(int first, int count, SeparateProgram program, CancellationToken cancel);

    /// <summary>What is not, or not yet, as it should be at the sender's end, in words; null where all is.</summary>
    public virtual Task<string?> WrongAsync(int items, CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <summary>The document of one item.</summary>
    public virtual byte[] Document(int number) => Encoding.UTF8.GetBytes(Wires.Rss(RssItem(number)));

    public abstract ValueTask DisposeAsync();

    public string Headline(int number) => string.Create(CultureInfo.InvariantCulture, $"Item {name} {number}");

    protected string RssItem(int number) =>
        $"""<item><guid isPermaLink="false">tag:adria:{name}:{number}</guid><title>{Headline(number)}</title><description>{Text(number)}</description></item>""";

    /// <summary>Copy of its own for each item; every tenth is nearly the same as the others of its kind, as agencies' copy is.</summary>
    protected string Text(int number)
    {
        if (number % 10 == 0)
            return $"The text of {name} item {number}, as it was sent.";
        var words = new Random(number);
        return string.Join(' ', Enumerable.Range(0, 40).Select(_ => string.Concat(Enumerable.Range(0, words.Next(2, 5)).Select(_ => Syllables[words.Next(Syllables.Length)])))) + ".";
    }

    /// <summary>Three at once deliver each number again and again until it is taken.</summary>
    public static Task UntilTakenAsync(int first, int count, Func<int, Task<bool>> deliver, CancellationToken cancel)
    {
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(first, count));
        return Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            while (waiting.TryDequeue(out var number))
            {
                while (!await deliver(number))
                    await Task.Delay(100, cancel);
            }
        }));
    }

    /// <summary>Lays each item as a file into a folder. Some senders write aside and move into place, some write where it is seen.</summary>
    protected async Task DropAsync(string folder, int first, int count, CancellationToken cancel)
    {
        for (var number = first; number < first + count; number++)
        {
            var (aside, there) = (Path.Combine(folder, $".{number}.part"), Path.Combine(folder, FileName(number)));
            await File.WriteAllBytesAsync(number % 2 == 0 ? aside : there, Document(number), cancel);
            if (number % 2 == 0)
                File.Move(aside, there);
            if (number % 20 == 19)
                await Task.Delay(100, cancel);
        }
    }

    protected static string FileName(int number) => string.Create(CultureInfo.InvariantCulture, $"item-{number}.xml");

    protected Source Source(SourceKind kind, string address = "", string more = "", string? secret = null) => new()
    {
        Slug = name + more, Name = name + more, Kind = kind, Address = address, Section = "world", IntervalSeconds = 10, Secret = secret,
    };
}
