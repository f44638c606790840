using System.Text.Json;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Other names of the item; those of the trade's line are known by their role. ninjs 1.x has one object, 2.x a list.</summary>
internal static class NinJsAltIds
{
    internal static WireItem Read(JsonElement value, WireItem item, NinJsDraft draft)
    {
        if (value.ValueKind == JsonValueKind.Object && value.Of("value").ValueKind == JsonValueKind.Undefined)
        {
            foreach (var property in value.EnumerateObject())
            {
                item = One(property.Name, property.Value, item, draft);
            }

            return item;
        }

        foreach (var each in value.Each())
        {
            item = One(each.TextOf("role") ?? "", each.Of("value"), item, draft);
        }

        return item;
    }

    private static WireItem One(string role, JsonElement value, WireItem item, NinJsDraft draft)
    {
        switch (role.ToLowerInvariant())
        {
            case "sequence":
                return item with { Sequence = value.Text() };
            case "takekey":
                return item with { TakeKey = value.Text() };
            default:
                if (value.Text() is { } text)
                {
                    draft.AltIds.Add(new WireAltId(role, text));
                }
                else
                {
                    draft.Drop(role.Length == 0 ? "altIds" : $"altIds.{role}", value);
                }

                return item;
        }
    }
}
