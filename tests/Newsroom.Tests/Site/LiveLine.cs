namespace Wireroom.Newsroom.Tests.Site;

/// <summary>An open page's line to the site: the versions of the rail as they come.</summary>
internal sealed class LiveLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage answer;
    private readonly StreamReader reader;
    private Task<string?>? line;

    private LiveLine(HttpResponseMessage answer, StreamReader reader) => (this.answer, this.reader) = (answer, reader);

    public static async Task<LiveLine> OpenAsync(RunningNewsroom newsroom, string address = "/live/events")
    {
        var cancel = TestContext.Current.CancellationToken;
        var answer = await newsroom.Http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancel);
        return new LiveLine(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(cancel)));
    }

    /// <summary>The next version that comes; while none does, the clock is moved on.</summary>
    public Task<string> NextAsync(Action? meanwhile = null) => EventAsync("rail", meanwhile);

    /// <summary>What the next event of that name carries.</summary>
    public async Task<string> EventAsync(string name, Action? meanwhile = null)
    {
        var isIt = false;
        var cancel = TestContext.Current.CancellationToken;
        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromMilliseconds(100))
        {
            line ??= reader.ReadLineAsync(cancel).AsTask();
            if (await Task.WhenAny(line, Task.Delay(100, cancel)) != line)
            {
                meanwhile?.Invoke();
                continue;
            }

            var said = await line;
            line = null;
            if (said?.StartsWith("event: ", StringComparison.Ordinal) == true)
                isIt = said[7..] == name;
            if (isIt && said?.StartsWith("data: ", StringComparison.Ordinal) == true)
                return said[6..];
        }

        throw new TimeoutException($"No event {name} came.");
    }

    public void Dispose()
    {
        reader.Dispose();
        answer.Dispose();
    }
}
