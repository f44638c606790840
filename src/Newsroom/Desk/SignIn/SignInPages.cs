using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>The page on which people sign in, with the house's provider where it has one.</summary>
public sealed class SignInPages(DeskPages pages, Store store)
{
    /// <summary>The page, with what was typed, where to go, and what went wrong.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string email, string back, string fault = "", int status = StatusCodes.Status200OK) =>
        DeskPages.Show(SignInPage.Create(new SignInModel(await pages.FrameAsync(context, "Sign in"), email, back, fault) { Provider = await ProviderAsync(context) }), status);

    /// <summary>What a one-time link opens, with what was typed and what went wrong.</summary>
    public async Task<IResult> InviteAsync(HttpContext context, string token, Invitation invitation, string name, string email, string fault = "") => DeskPages.Show(
        InvitationPage.Create(new InvitationModel(await pages.FrameAsync(context, "Welcome to the desk"), token, invitation.Email, name, email, fault) { Provider = await ProviderAsync(context) }),
        fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    /// <summary>Why somebody may not sign in by what the newsroom itself keeps of them, as a sentence, or null: the house's provider is the only way for those whom it lets in.</summary>
    public async Task<string?> WhyOnlyThereAsync(Person person, CancellationToken cancel) =>
        await store.OpenIdAsync(cancel) is { IsOn: true, Alone: true } openId && await store.IsTiedAsync(person.Id, cancel) ? $"You sign in through {openId.Name}; passwords and passkeys are switched off for you here." : null;

    /// <summary>What the house's provider is called, or empty.</summary>
    private async Task<string> ProviderAsync(HttpContext context) => await store.OpenIdAsync(context.RequestAborted) is { IsOn: true } openId ? openId.Name : "";
}
