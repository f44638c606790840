using System.Globalization;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Access;

/// <summary>
/// Asks before every address of the desk whether the person may. An address without a rule is closed to everybody. Whoever may acts under their name:
/// the store notes each change with it. What is refused is noted too.
/// </summary>
public sealed class RightsGuard(DeskPages pages, Store store) : IEndpointFilter
{
    private const int LongestNoted = 200;

    /// <summary>The right in words.</summary>
    public static string Words(Right right) => right switch
    {
        Right.WriteOthers => "write in others' stories",
        Right.ApprovePictures => "approve pictures",
        Right.ApiKeys => "keys for programs",
        Right.SignIn => "how people sign in",
        _ => right.ToString().ToLowerInvariant(),
    };

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null)
            return await next(context);
        var person = http.Person();
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (http.GetEndpoint()?.Metadata.GetMetadata<Needed>() is not { } needed)
            return await RefuseAsync(http, person, "", "No rule says who may do this, so nobody may.");

        var right = needed.Right;
        var action = needed.Field.Length > 0 ? http.Request.Form[needed.Field].ToString() : "";
        if (needed.Field.Length > 0 && !needed.Actions.TryGetValue(action, out right))
            return await pages.MessageAsync(http, StatusCodes.Status400BadRequest, "Not done", $"There is no such action: \"{action}\".");
        if (!http.May(right))
            return await RefuseAsync(http, person, needed.Does, $"This needs the right “{Words(right)}”, which {Roles.Words(person.Role)} does not have. A chief can change your role under People.");
        var story = http.Request.RouteValues["id"] is string id && StoryId.TryParse(id, out var parsed) ? parsed : (StoryId?)null;
        if (Needed.IsOverCopy(right) && await WhyNotAsync(http, person, needed, right, story) is { } why)
            return await RefuseAsync(http, person, needed.Does, why);
        if (reads)
            return await next(context);

        if (needed.IsUnlogged)
            return await next(context);
        using (new Acting(person.Name, http.CameFrom(), needed.Does.Length > 0 ? needed.Does : http.Request.Path.Value ?? "", story, Detail(http, needed)) { Reach = person.Reach }.Begin())
            return await next(context);
    }

    /// <summary>Why the person may not do it with what the address and the form name, or null.</summary>
    private async Task<string?> WhyNotAsync(HttpContext http, Person person, Needed needed, Right right, StoryId? story)
    {
        if (story is { } asked && await WhyNotInAsync(http, person, right, asked) is { } why)
            return why;
        if (needed.StoryField.Length > 0 && StoryAddress.Find(http.Request.Form[needed.StoryField].ToString()) is { } named)
            return await WhyNotInAsync(http, person, right, named);
        if (!person.Reach.IsLimited)
            return null;
        if (needed.SectionField.Length > 0 && person.Reach.WhyNotLay(Field(needed.SectionField)) is { } front)
            return front;
        var metadata = http.GetEndpoint()!.Metadata;
        if (metadata.GetMetadata<Files>() is { } files && http.Request.HasFormContentType
            && (person.Reach.WhyNotFile(Field(files.SectionField)) ?? person.Reach.WhyNotPut(Field(files.DeskField))) is { } filed)
            return filed;
        return metadata.GetMetadata<Planned>() is { } planned && long.TryParse(http.Request.RouteValues["key"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await WhyNotPlanAsync(http, person, right, planned, number)
            : null;

        string Field(string name) => name.Length > 0 ? http.Request.Form[name].ToString() : "";
    }

    /// <summary>Why the person may not do it with what is planned, or null. Events stand in sections and on no desk; what somebody was asked to deliver is theirs to settle.</summary>
    private async Task<string?> WhyNotPlanAsync(HttpContext http, Person person, Right right, Planned planned, long number)
    {
        var cancel = http.RequestAborted;
        var given = planned.IsAssignment ? await store.FindAssignmentAsync(number, cancel) : null;
        if (planned.IsAssignment && (given is null || (right is Right.Plan && given.Person == person.Id)))
            return null;
        if (given?.Story is { } story)
            return await store.FindRowAsync(story, cancel) is { } row ? person.Reach.WhyNot(row) : null;
        return await store.FindEventAsync(given?.Event ?? number, cancel) is { } found ? person.Reach.WhyNotAbout("event", found.Section) : null;
    }

    /// <summary>Why the person may not do it with that story, or null: it lies in another section or on another desk, or somebody else has it.</summary>
    private async Task<string?> WhyNotInAsync(HttpContext http, Person person, Right right, StoryId story)
    {
        var others = http.May(Right.WriteOthers);
        if (!person.Reach.IsLimited && (others || right is not Right.Write))
            return null;
        if (await store.FindRowAsync(story, http.RequestAborted) is not { } row)
            return null; // the address itself says so
        var fetches = http.GetEndpoint()!.Metadata.GetMetadata<Files>() is { DeskField: { Length: > 0 } desk } && http.Request.HasFormContentType && person.Reach.CanFetch(row, http.Request.Form[desk].ToString());
        if ((fetches ? person.Reach.WhyNotAbout("story", row.Section) : person.Reach.WhyNot(row)) is { } outside)
            return outside;
        return right is Right.Write && !others && row.TakenBy.Length > 0 && row.TakenBy != person.Name
            ? $"{row.TakenBy} has this story. Ask for it, or let an editor write in it."
            : null;
    }

    private async Task<object?> RefuseAsync(HttpContext http, Person person, string does, string why)
    {
        await store.NoteAsync(person.Name, http.CameFrom(), "refused", null, $"{(does.Length > 0 ? does : http.Request.Path.Value)}: {why}", http.RequestAborted);
        return await pages.MessageAsync(http, StatusCodes.Status403Forbidden, "Not allowed", why);
    }

    private static string Detail(HttpContext http, Needed needed)
    {
        var parts = http.Request.RouteValues.Where(value => value.Key != "id").Select(value => $"{value.Value}");
        if (http.Request.HasFormContentType)
            parts = parts.Concat(needed.Noted.Select(name => (name, Value: http.Request.Form[name].ToString())).Where(pair => pair.Value.Length > 0).Select(pair => $"{pair.name}: {Short(pair.Value)}"));
        return string.Join(", ", parts);
    }

    private static string Short(string value) => value.Length <= LongestNoted ? value : value[..LongestNoted] + "…";
}
