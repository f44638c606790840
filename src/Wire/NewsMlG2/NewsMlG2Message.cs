using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>What the header of a message says of the items in it (NewsML-G2 2.35, newsMessage, header).</summary>
internal sealed class NewsMlG2Message
{
    private readonly List<XmlElement> signals = [];
    private readonly List<XmlElement> rest = [];
    private string? sender;
    private string? priority;
    private bool said;

    internal NewsMlG2Codes Codes { get; } = new();

    internal void Read(XmlElement header)
    {
        foreach (var element in header.Children)
        {
            switch (element.Name)
            {
                case "catalog":
                    Codes.Declare(element);
                    break;
                case "catalogref":
                    break;
                case "sender" when sender is null:
                    sender = element.TextOrNull;
                    break;
                case "priority" when priority is null:
                    priority = element.TextOrNull;
                    break;
                case "signal":
                    signals.Add(element);
                    break;
                default:
                    rest.Add(element);
                    break;
            }
        }
    }

    /// <summary>The sender provides what names no provider, the message's priority is that of its items, and its signals concern all of them. What has no place is dropped at the first item.</summary>
    internal void Apply(NewsMlG2Draft draft)
    {
        draft.Item = draft.Item with { Priority = draft.Item.Priority ?? priority };
        if (draft.Item.Provider is null)
        {
            draft.Item = draft.Item with { Provider = sender };
        }
        else if (!said)
        {
            draft.Drop("header.sender", sender == draft.Item.Provider ? null : sender);
        }

        foreach (var signal in signals)
        {
            if (!said || draft.Codes.Of(signal) is (var scheme, { } code) && NewsMlG2Signals.Of(scheme, code) is not null)
            {
                NewsMlG2ItemMeta.Signal(signal, draft);
            }
        }

        foreach (var element in said ? [] : rest)
        {
            draft.Drop($"header.{element.LocalName}", element.TextOrNull);
        }

        said = true;
    }
}
