using System.Collections.Frozen;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Access;

/// <summary>A role: its name in the store, what people call it, what it is for, and its rights.</summary>
public sealed record Role(string Name, string Title, string Does, IReadOnlySet<Right> Rights);

/// <summary>The table of roles. A person has one role or several, and the rights of all of them.</summary>
public static class Roles
{
    /// <summary>Writes.</summary>
    public const string Reporter = "reporter";

    /// <summary>Everything with copy.</summary>
    public const string Editor = "editor";

    /// <summary>Everything but keys for programs.</summary>
    public const string Chief = "chief";

    /// <summary>Pictures and their captions.</summary>
    public const string Pictures = "pictures";

    /// <summary>Runs the program; does not touch copy.</summary>
    public const string Operator = "operator";

    /// <summary>Reads what was done.</summary>
    public const string LogReader = "log";

    /// <summary>What the first person of a newsroom is.</summary>
    public const string First = $"{Chief} {Operator}";

    private static readonly Right[] Everybody = [Right.Own, Right.Read];

    /// <summary>Every role.</summary>
    public static IReadOnlyList<Role> All { get; } =
    [
        Of(Reporter, "Reporter", "takes stories, writes, asks for checks, plans; releases nothing", Right.Write, Right.Plan, Right.Comment, Right.Pictures),
        Of(Editor, "Editor", "everything with copy: clears the queue, approves, releases, withdraws", Right.Write, Right.WriteOthers, Right.Plan, Right.Comment, Right.Pictures, Right.Triage, Right.Approve, Right.ApprovePictures, Right.Release, Right.Withdraw, Right.Import, Right.Sources),
        Of(Chief, "Chief", "everything an editor may, the house's settings, people and the log", [.. Enum.GetValues<Right>().Except([Right.ApiKeys, Right.SignIn, Right.Own, Right.Read])]),
        Of(Pictures, "Picture desk", "pictures, captions and their check, in everybody's stories", Right.Write, Right.WriteOthers, Right.Plan, Right.Comment, Right.Pictures, Right.ApprovePictures),
        Of(Operator, "Operator", "runs the program: sources, settings, people, keys for programs, how people sign in, the log; touches no copy", Right.Import, Right.Sources, Right.Settings, Right.People, Right.Log, Right.ApiKeys, Right.SignIn),
        Of(LogReader, "Reader of the log", "reads the desk and the log; changes nothing", Right.Log),
    ];

    /// <summary>The role of that name, or null.</summary>
    public static Role? Find(string name) => All.FirstOrDefault(role => role.Name == name);

    /// <summary>True where one of the person's roles gives the right.</summary>
    public static bool May(this Person person, Right right) => person.Roles.Any(name => Find(name)?.Rights.Contains(right) == true);

    /// <summary>A person's roles in words.</summary>
    public static string Words(string roles) => string.Join(" and ", roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Find(name)?.Title ?? name));

    private static Role Of(string name, string title, string does, params Right[] rights) => new(name, title, does, rights.Concat(Everybody).ToFrozenSet());
}
