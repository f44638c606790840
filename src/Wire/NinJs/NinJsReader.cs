using System.Text.Json;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Reads ninjs of every edition: one object, a list of objects, objects behind each other, or objects under <c>items</c>. Lists of any length are read as they go by.</summary>
internal static class NinJsReader
{
    internal static void Read(WireInput input, IWireSink sink)
    {
        var faults = new FaultLog(sink);
        var (count, documents) = (0, 0);
        foreach (var (root, isListed) in JsonText.Each(input, sink))
        {
            documents++;
            foreach (var value in isListed ? [root] : Items(root))
            {
                if (value.ValueKind == JsonValueKind.Object)
                {
                    sink.Take(NinJsItem.Read(value, sink));
                    count++;
                }
                else
                {
                    faults.Take(new WireFault(WireFaultKind.Lost, "not-an-item", "The list holds a value that is no object; it was passed over."));
                }
            }
        }

        faults.Finish();
        if (count == 0 && documents > 0)
        {
            sink.Take(new WireFault(WireFaultKind.Unreadable, "no-item", "The document holds no news item."));
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.Of("uri").ValueKind == JsonValueKind.String)
        {
            return root.Each();
        }

        foreach (var name in (string[])["items", "_items", "item", "newsItems", "data"])
        {
            if (root.Of(name) is { ValueKind: JsonValueKind.Array } list)
            {
                return list.Each();
            }
        }

        return [root];
    }
}
