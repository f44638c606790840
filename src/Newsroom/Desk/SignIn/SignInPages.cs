using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>The page on which people sign in, with the house's provider where it has one.</summary>
public sealed class SignInPages(DeskPages pages, Store store)
{
    /// <summary>The page, with what was typed, where to go, and what went wrong.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string email, string back, string fault = "", int status = StatusCodes.Status200OK)
    {
        var openId = await store.OpenIdAsync(context.RequestAborted);
        return DeskPages.Show(SignInPage.Create(new SignInModel(await pages.FrameAsync(context, "Sign in"), email, back, fault) { Provider = openId.IsOn ? openId.Name : "" }), status);
    }

    /// <summary>Why somebody may not sign in by what the newsroom itself keeps of them, as a sentence, or null: the house's provider is the only way for those whom it lets in.</summary>
    public async Task<string?> WhyOnlyThereAsync(Person person, CancellationToken cancel) =>
        await store.OpenIdAsync(cancel) is { IsOn: true, Alone: true } openId && await store.IsTiedAsync(person.Id, cancel) ? $"You sign in through {openId.Name}; passwords and passkeys are switched off for you here." : null;
}
