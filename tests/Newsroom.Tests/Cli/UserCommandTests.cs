using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Cli;

public sealed class UserCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wireroom-user-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_limited_to_sections_and_desks_and_what_the_newsroom_does_not_have_is_refused()
    {
        await using (var store = await OpenAsync())
        {
            await store.SaveSectionsAsync([new Section("region", "Region", 0), new Section("sport", "Sport", 1)], Cancel);
            await store.SaveDesksAsync([new NewsDesk("news", "News", 0), new NewsDesk("sport", "Sport", 1)], Cancel);
            await store.InviteAsync("ana", new Invitation("chief operator", [], ""), TimeProvider.System.GetUtcNow().AddDays(1), Cancel);
            await store.AcceptInvitationAsync("ana", "Ana Marić", "ana@courier.example", "hash", Cancel);
        }

        var (code, _, complained) = await WireroomProcess.RunAsync(folder, "user", "invite", "ivo@courier.example", "--desk", "night");
        Assert.Equal(2, code);
        Assert.Contains("--desk: this newsroom has news, sport; or write \"all\"", complained, StringComparison.Ordinal);
        var (_, link, _) = await WireroomProcess.RunAsync(folder, "user", "invite", "ivo@courier.example", "--section", "/sport", "--desk", "sport,news");
        await using (var store = await OpenAsync())
        {
            var token = link.Trim()[(link.Trim().LastIndexOf('/') + 1)..];
            var ivo = await store.AcceptInvitationAsync(Wireroom.Newsroom.Desk.SignIn.Invitations.HashOf(token), "Ivo Babić", "ivo@courier.example", "hash", Cancel);
            Assert.Equivalent(new Reach(["sport"], ["news", "sport"]), ivo!.Reach);
        }

        Assert.Contains("ivo@courier.example\tIvo Babić\treporter\tall sections\tdesks: news, sport", (await WireroomProcess.RunAsync(folder, "user", "set", "ivo@courier.example", "--role", "reporter", "--section", "all")).Said, StringComparison.Ordinal);
        Assert.Contains("is the last who can invite people", (await WireroomProcess.RunAsync(folder, "user", "set", "ana@courier.example", "--role", "reporter")).Complained, StringComparison.Ordinal);
        Assert.Contains("Nobody here has the address", (await WireroomProcess.RunAsync(folder, "user", "set", "eve@courier.example")).Complained, StringComparison.Ordinal);
        Assert.Contains("ana@courier.example\tAna Marić\tchief operator\tall sections\tall desks", (await WireroomProcess.RunAsync(folder, "user", "list")).Said, StringComparison.Ordinal);
    }

    private Task<Store> OpenAsync() => Store.OpenAsync(new StoreOptions(Path.Combine(folder, "data")), TimeProvider.System, Cancel);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
