using Microsoft.AspNetCore.Http;
using Wireroom.Newsroom.Desk.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>A login that is kept goes to the server that it was given for, and to no other.</summary>
public sealed class SourceLoginTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://wire.example/feed", "https://wire.example/other?desk=3", true)]
    [InlineData("https://wire.example/feed", "https://WIRE.example:443/feed", true)]
    [InlineData("https://wire.example/feed", "https://wire.example.elsewhere.example/feed", false)]
    [InlineData("https://wire.example/feed", "http://wire.example/feed", false)]
    [InlineData("https://wire.example/feed", "https://wire.example:8443/feed", false)]
    [InlineData("https://wire.example/feed", "nonsense", false)]
    [InlineData("sftp://wire.example/out", "sftp://wire.example/in", true)]
    [InlineData("sftp://wire.example/out", "sftp://elsewhere.example/out", false)]
    [InlineData("sftp://wire.example/out", "sftp://wire.example:2222/out", false)]
    public void A_login_stays_with_its_server(string before, string after, bool stays)
    {
        var kind = before.StartsWith("sftp", StringComparison.Ordinal) ? SourceKind.Sftp : SourceKind.Feed;
        var basis = new Source { Slug = "wire", Name = "Wire", Kind = kind, Address = before, Secret = "sealed" };
        var typed = SourceForm.Read(new FormCollection(new() { ["name"] = "Wire", ["address"] = after }), basis, mayTrust: false);
        Assert.Equal(stays ? "sealed" : null, typed.Source.Secret);
        Assert.Equal(!stays, typed.LosesLogin);
    }

    [Fact]
    public async Task The_form_says_that_the_login_is_not_sent_and_then_that_it_is_forgotten()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (here, there) = ($"http://127.0.0.1:{Loopback.FreePort()}/feed", $"http://127.0.0.1:{Loopback.FreePort()}/feed");
        await ana.SayAsync("/desk/sources", "/desk/sources/new", ("name", "Wire"), ("kind", "feed"), ("address", here), ("user", "ana"), ("password", "secret"), ("do", "save"));
        var secret = (await newsroom.Store.FindSourceAsync("wire", Cancel))!.Secret;
        Assert.NotNull(secret);
        Assert.Contains("was not sent there", await SaveAsync(there, "try"), StringComparison.Ordinal);
        Assert.Equal(secret, (await newsroom.Store.FindSourceAsync("wire", Cancel))!.Secret);
        await SaveAsync(there, "save");
        Assert.Null((await newsroom.Store.FindSourceAsync("wire", Cancel))!.Secret);
        Assert.Contains("the login for the old one is forgotten", await ana.PageAsync("/desk/source/wire?login=gone"), StringComparison.Ordinal);
        Assert.Contains(await newsroom.Store.TrailAsync(new TrailFilter { Words = "change a source" }, 5, Cancel), line => line.Detail.Contains("do: save", StringComparison.Ordinal));

        async Task<string> SaveAsync(string address, string press) => (await ana.SayAsync("/desk/source/wire", "/desk/source/wire", ("name", "Wire"), ("address", address), ("do", press))).Body;
    }
}
