namespace Wireroom.Newsroom.Site.Frame;

/// <summary>The way to the first page and to the one after; either may be missing.</summary>
public sealed record Turner(Words Words, string? Newest, string? Older);
