namespace Wireroom.Wire;

/// <summary>The lists of an item while its document is read.</summary>
internal abstract class WireDraft
{
    internal List<string> Sources { get; } = [];

    internal List<WireSubject> Genres { get; } = [];

    internal List<WireSubject> Services { get; } = [];

    internal List<WireAltId> AltIds { get; } = [];

    internal List<WireSubject> Subjects { get; } = [];

    internal List<WireSubject> People { get; } = [];

    internal List<WireSubject> Organisations { get; } = [];

    internal List<WirePlace> Places { get; } = [];

    internal List<WireMedia> Media { get; } = [];

    internal List<WireLink> Links { get; } = [];

    internal List<string> Guessed { get; } = [];

    /// <summary>The item with what the lists hold.</summary>
    private protected WireItem Listed(WireItem item) => item with
    {
        Sources = Sources,
        Genres = Genres,
        Services = Services,
        AltIds = AltIds,
        Subjects = Subjects,
        People = People,
        Organisations = Organisations,
        Places = Places,
        Media = Media,
        Links = Links,
        Guessed = Guessed,
    };
}
