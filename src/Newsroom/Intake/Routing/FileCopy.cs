using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Routing;

/// <summary>Makes copy of a wire item once more, as on arrival: translated, in the section and with the topics that the rules give it.</summary>
public static class FileCopy
{
    /// <summary>The copy of an item of that source.</summary>
    public static Copy Of(WireItem item, string from, HouseFacts house)
    {
        var source = house.Source(from);
        var copy = Translate.Of(item, new TranslationContext(source, house.Sections, house.Language));
        return AskRules.Decide(house.Routing, new RoutingFacts(source.Slug, item, copy), source, house.Names).Of(copy);
    }
}
