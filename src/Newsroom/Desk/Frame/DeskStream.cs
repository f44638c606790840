using System.Globalization;

namespace Wireroom.Newsroom.Desk.Frame;

/// <summary>Server-sent events of the desk: each carries a piece of a page as its very HTML (WHATWG HTML, section "Server-sent events").</summary>
internal sealed class DeskStream
{
    /// <summary>A line is sent at least this often, so that nobody between takes the connection for dead.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    private readonly HttpResponse answer;
    private readonly CancellationToken cancel;

    /// <param name="answer">The answer, of which nothing has been sent.</param>
    /// <param name="cancel">Ends the stream.</param>
    public DeskStream(HttpResponse answer, CancellationToken cancel)
    {
        (this.answer, this.cancel) = (answer, cancel);
        answer.ContentType = "text/event-stream; charset=utf-8";
        answer.Headers["X-Accel-Buffering"] = "no"; // nginx holds answers back otherwise
    }

    /// <summary>Says that a browser whose line breaks comes again after two seconds.</summary>
    public Task BeginAsync() => answer.WriteAsync("retry: 2000\n\n", cancel);

    /// <summary>An event; with an identity, the browser names it when it comes again.</summary>
    public async Task SendAsync(string name, long? id, string html)
    {
        await answer.WriteAsync(id is { } known ? string.Create(CultureInfo.InvariantCulture, $"event: {name}\nid: {known}\n") : $"event: {name}\n", cancel);
        foreach (var line in html.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            await answer.WriteAsync($"data: {line}\n", cancel);
        await answer.WriteAsync("\n", cancel);
    }

    /// <summary>Says that the line still stands.</summary>
    public async Task BeatAsync()
    {
        await answer.WriteAsync(": still here\n\n", cancel);
        await FlushAsync();
    }

    /// <summary>Sends what was said.</summary>
    public Task FlushAsync() => answer.Body.FlushAsync(cancel);
}
