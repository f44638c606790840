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
        using (new Acting(person.Name, http.CameFrom(), needed.Does.Length > 0 ? needed.Does : http.Request.Path.Value ?? "", story, Detail(http, needed)).Begin())
            return await next(context);
    }

    /// <summary>Why the person may not do it with what the address and the form name, or null.</summary>
    private async Task<string?> WhyNotAsync(HttpContext http, Person person, Needed needed, Right right, StoryId? story)
    {
        if (story is { } asked && await WhyNotInAsync(http, person, right, asked) is { } why)
            return why;
        if (needed.StoryField.Length > 0 && StoryAddress.Find(http.Request.Form[needed.StoryField].ToString()) is { } named)
            return await WhyNotInAsync(http, person, right, named);
        if (needed.SectionField.Length == 0 || person.Sections.Count == 0 || http.Request.Form[needed.SectionField].ToString() is var section && person.Sections.Contains(section))
            return null;
        return $"That is {(section.Length > 0 ? $"the front of the section {section}" : "the front page, which is everybody's")}; you work in {string.Join(", ", person.Sections)}.";
    }

    /// <summary>Why the person may not do it with that story, or null: it lies in another section, or somebody else has it.</summary>
    private async Task<string?> WhyNotInAsync(HttpContext http, Person person, Right right, StoryId story)
    {
        var others = http.May(Right.WriteOthers);
        if (person.Sections.Count == 0 && (others || right is not Right.Write))
            return null;
        if (await store.FindRowAsync(story, http.RequestAborted) is not { } row)
            return null; // the address itself says so
        if (person.Sections.Count > 0 && row.Section.Length > 0 && !person.Sections.Contains(row.Section))
            return $"The story is in the section {row.Section}; you work in {string.Join(", ", person.Sections)}.";
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
