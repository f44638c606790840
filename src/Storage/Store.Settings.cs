using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>The newsroom's public face; defaults where nothing is set.</summary>
    public Task<Masthead> MastheadAsync(CancellationToken cancel) => ReadAsync(House.MastheadAsync, cancel);

    /// <summary>Sets the newsroom's public face.</summary>
    public Task SaveMastheadAsync(Masthead masthead, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await House.SaveMastheadAsync(writing, masthead);
            writing.Ring(RingKind.Settings);
        },
        cancel);

    /// <summary>Which concerns about sources the house has.</summary>
    public Task<LedgerChecks> LedgerChecksAsync(CancellationToken cancel) => ReadAsync(House.LedgerChecksAsync, cancel);

    /// <summary>Sets which concerns about sources the house has.</summary>
    public Task SaveLedgerChecksAsync(LedgerChecks checks, CancellationToken cancel) => WriteAsync(writing => House.SaveLedgerChecksAsync(writing, checks), cancel);

    /// <summary>True where nothing goes out that only its writer has seen.</summary>
    public Task<bool> FourEyesAsync(CancellationToken cancel) => ReadAsync(House.FourEyesAsync, cancel);

    /// <summary>Sets whether a second pair of eyes is needed for a release.</summary>
    public Task SaveFourEyesAsync(bool fourEyes, CancellationToken cancel) => WriteAsync(writing => House.SaveFourEyesAsync(writing, fourEyes), cancel);

    /// <summary>The house's word list, as it was written.</summary>
    public Task<string> WordListTextAsync(CancellationToken cancel) => ReadAsync(House.WordListAsync, cancel);

    /// <summary>How the house writes.</summary>
    public async Task<WordList> WordListAsync(CancellationToken cancel) => WordList.Parse(await WordListTextAsync(cancel));

    /// <summary>Sets the house's word list.</summary>
    /// <exception cref="MoveRefusedException">A line is no entry; says which.</exception>
    public Task SaveWordListAsync(string text, CancellationToken cancel)
    {
        WordList.Parse(text);
        return WriteAsync(writing => House.SaveWordListAsync(writing, text), cancel);
    }

    /// <summary>The sections in their order.</summary>
    public Task<IReadOnlyList<Section>> SectionsAsync(CancellationToken cancel) => ReadAsync(House.SectionsAsync, cancel);

    /// <summary>Sets the sections; stories of a section that is gone keep its slug.</summary>
    public Task SaveSectionsAsync(IReadOnlyList<Section> sections, CancellationToken cancel) => WriteAsync(writing => House.SaveSectionsAsync(writing, sections), cancel);

    /// <summary>True where the sample newsroom was laid.</summary>
    public Task<bool> IsSampleAsync(CancellationToken cancel) => ReadAsync(House.IsSampleAsync, cancel);

    /// <summary>Says that this is the sample newsroom.</summary>
    public Task MarkSampleAsync(CancellationToken cancel) => WriteAsync(House.MarkSampleAsync, cancel);

    /// <summary>True on a data folder that has never held a story, a source or a person: the sample newsroom may be laid in it.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken cancel) => ReadAsync(
        async reading => await reading.FirstAsync<int>(
            "select count(*) from (select 1 from stories union all select 1 from sources union all select 1 from people union all select 1 from arrivals) held") == 0,
        cancel);
}
