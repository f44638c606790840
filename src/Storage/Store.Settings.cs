namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>The newsroom's public face; defaults where nothing is set.</summary>
    public Task<Masthead> MastheadAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Sets the newsroom's public face.</summary>
    public Task SaveMastheadAsync(Masthead masthead, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The sections in their order.</summary>
    public Task<IReadOnlyList<Section>> SectionsAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Sets the sections; stories of a section that is gone keep its slug.</summary>
    public Task SaveSectionsAsync(IReadOnlyList<Section> sections, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>True on a data folder that has never held a story, a source or a person: the sample newsroom may be laid in it.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken cancel) => throw new NotImplementedException();
}
