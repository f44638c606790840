using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Wireroom.Newsroom.Tests.Rooms;

/// <summary>
/// The one rule of the house, read from the compiled program: Intake, Desk, Site and Outlets never name each other; nobody names Host or Cli; Paper names no
/// room; Site and Outlets reach the store only through its public door.
/// </summary>
internal static class RoomRule
{
    private static readonly string[] Rooms = ["Intake", "Desk", "Site", "Outlets"];
    private static readonly string[] Everybodys = ["Host", "Cli"];

    // Outlets will keep its deliveries in the store itself; until there are any, it has no business with it either.
    private static readonly string[] PublicRooms = ["Site", "Outlets", "Paper"];
    private static readonly string[] PrivateStorage = ["Wireroom.Storage.Store", "Wireroom.Storage.QueueRow", "Wireroom.Storage.DeskStory", "Wireroom.Storage.StoredWireItem", "Wireroom.Storage.Person"];

    /// <summary>Each breach as a sentence: which type names what it must not.</summary>
    public static IReadOnlyList<string> Breaches(string assembly, string root)
    {
        var breaches = new SortedSet<string>(StringComparer.Ordinal);
        using var module = ModuleDefinition.ReadModule(assembly);
        foreach (var type in module.GetTypes())
        {
            if (RoomOf(type, root) is not { } room)
                continue;
            foreach (var named in Named(type).Where(named => named is not null))
            {
                if (RoomOf(named, root) is { } other && other != room && Forbidden(room, other))
                    breaches.Add($"{room} names {other}: {Outer(type)} uses {Outer(named)}");
                if (PublicRooms.Contains(room) && PrivateStorage.Contains(Outer(named)))
                    breaches.Add($"{room} goes past ReleasedStore: {Outer(type)} uses {Outer(named)}");
            }
        }

        return [.. breaches];
    }

    private static bool Forbidden(string room, string other) => !Everybodys.Contains(room) && (Rooms.Contains(other) || Everybodys.Contains(other));

    private static string? RoomOf(TypeReference type, string root)
    {
        var full = Outer(type);
        return full.StartsWith(root + ".", StringComparison.Ordinal) ? full[(root.Length + 1)..].Split('.')[0] : null;
    }

    private static string Outer(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace.Length > 0 ? $"{type.Namespace}.{type.Name}" : type.Name;
    }

    private static IEnumerable<TypeReference> Named(TypeDefinition type)
    {
        var named = new List<TypeReference?> { type.BaseType };
        named.AddRange(type.Interfaces.Select(implemented => implemented.InterfaceType));
        named.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        named.AddRange(type.Fields.Select(field => field.FieldType));
        named.AddRange(type.Properties.Select(property => property.PropertyType));
        foreach (var method in type.Methods)
        {
            named.Add(method.ReturnType);
            named.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (!method.HasBody)
                continue;
            named.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
            foreach (var instruction in method.Body.Instructions)
            {
                if (instruction.OpCode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                {
                    named.AddRange(instruction.Operand switch
                    {
                        GenericInstanceMethod method1 => [.. method1.GenericArguments, method1.DeclaringType],
                        MethodReference called => [called.DeclaringType, called.ReturnType],
                        FieldReference field => [field.DeclaringType, field.FieldType],
                        TypeReference used => [used],
                        _ => (IEnumerable<TypeReference>)[],
                    });
                }
            }
        }

        return named.Where(reference => reference is not null).SelectMany(reference => Parts(reference!));
    }

    /// <summary>The type itself and what it is made of: <c>Task&lt;Desk.Row[]&gt;</c> names Task and Desk.Row.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
