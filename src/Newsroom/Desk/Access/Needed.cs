namespace Wireroom.Newsroom.Desk.Access;

/// <summary>
/// The rule of an address: the right it needs, what the log calls what it does, and which fields of its form the log repeats.
/// Where one address does several things, <see cref="Field"/> is the form's field that says which, and <see cref="Actions"/> the right for each.
/// </summary>
public sealed record Needed(Right Right, string Does, IReadOnlyList<string> Noted)
{
    /// <summary>The field that names the action, or empty.</summary>
    public string Field { get; init; } = "";

    /// <summary>The form's field that names a story which is changed, besides the one of the address, or empty.</summary>
    public string StoryField { get; init; } = "";

    /// <summary>The form's field that names a section whose pages are changed, or empty.</summary>
    public string SectionField { get; init; } = "";

    /// <summary>The right for each action.</summary>
    public IReadOnlyDictionary<string, Right> Actions { get; init; } = new Dictionary<string, Right>();

    /// <summary>True for what comes every second and is no change of its own: the log does not note it.</summary>
    public bool IsUnlogged { get; init; }

    /// <summary>True for rights over copy and over what is planned, which a person's sections and desks limit.</summary>
    public static bool IsOverCopy(Right right) => right is Right.Plan or Right.Write or Right.WriteOthers or Right.Triage or Right.Approve or Right.ApprovePictures or Right.Release or Right.Withdraw;
}

/// <summary>The form says in which section and on which desk something is filed: outside of where somebody works it is refused. Empty for what the form does not say.</summary>
public sealed record Files(string SectionField, string DeskField);

/// <summary>The address names by its number something that is planned.</summary>
public sealed record Planned(bool IsAssignment);

/// <summary>How addresses declare their rules.</summary>
public static class NeededRights
{
    /// <summary>The address needs that right. For a post: what the log says was done, and the fields that it repeats; never name a field that holds a secret.</summary>
    public static TRoute Needs<TRoute>(this TRoute route, Right right, string does = "", params string[] noted)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new Needed(right, does, noted));

    /// <summary>The address needs that right over the story, too, that the form's field names by its address or number; the log repeats the field.</summary>
    public static TRoute NeedsInStory<TRoute>(this TRoute route, Right right, string does, string field, params string[] noted)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new Needed(right, does, [field, .. noted]) { StoryField = field });

    /// <summary>The address needs that right over the section that the form's field names; the log repeats the field.</summary>
    public static TRoute NeedsInSection<TRoute>(this TRoute route, Right right, string does, string field)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new Needed(right, does, [field]) { SectionField = field });

    /// <summary>The form also says in which section, or on which desk, copy is filed from then on.</summary>
    public static TRoute Files<TRoute>(this TRoute route, string section, string desk = "")
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new Files(section, desk));

    /// <summary>The address names an event by its number, and the right is needed in its section.</summary>
    public static TRoute OfEvent<TRoute>(this TRoute route)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new Planned(IsAssignment: false));

    /// <summary>The address names an assignment by its number, and the right is needed over its story or in its event's section.</summary>
    public static TRoute OfAssignment<TRoute>(this TRoute route)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new Planned(IsAssignment: true));

    /// <summary>The address does several things; the field says which, and each has its own right. Whatever else the field holds is refused.</summary>
    public static TRoute NeedsByAction<TRoute>(this TRoute route, string does, string field, params (string Action, Right Right)[] actions)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new Needed(Right.Read, does, [field])
        {
            Field = field,
            Actions = actions.ToDictionary(pair => pair.Action, pair => pair.Right, StringComparer.Ordinal),
        });

    /// <summary>The address needs that right, and is called so often that the log does not note it.</summary>
    public static TRoute NeedsUnlogged<TRoute>(this TRoute route, Right right)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new Needed(right, "", []) { IsUnlogged = true });
}
