namespace Wireroom.Wire.Topics;

/// <summary>A topic of IPTC's MediaTopics: eight digits, the English name, its parent; null for one of the seventeen at the top.</summary>
public sealed record MediaTopic(string Code, string Name, MediaTopic? Parent, bool IsRetired)
{
    /// <summary>The names of its parents, nearest first.</summary>
    public IReadOnlyList<string> Parents { get; } = Parent is null ? [] : [Parent.Name, .. Parent.Parents];
}
