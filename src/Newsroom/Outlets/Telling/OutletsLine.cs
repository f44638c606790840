namespace Wireroom.Newsroom.Outlets.Telling;

/// <summary>The line to machines elsewhere, given by the host: it goes where the operator lets the newsroom go, and nowhere else.</summary>
/// <param name="SendAsync">Sends a request and returns when the answer's head is there.</param>
public sealed record OutletsLine(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> SendAsync);
