namespace Wireroom.Newsroom.Desk.SignIn.OpenId;

/// <summary>The way out that the host gives the desk: the newsroom's one guarded client, which leads to the inner network only where the operator opens it.</summary>
public sealed record DeskLine(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> SendAsync);

/// <summary>Lets the library that speaks with the provider use that line for all that it asks: discovery, keys, tokens, claims.</summary>
internal sealed class DeskLineHandler(DeskLine line) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        // A request is sent by one client once, so the line is given one of its own.
        var own = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
        foreach (var (name, values) in request.Headers)
            own.Headers.TryAddWithoutValidation(name, values);
        return await line.SendAsync(own, cancel);
    }
}
