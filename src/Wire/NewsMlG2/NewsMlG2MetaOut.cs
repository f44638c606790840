using System.Xml;
using Wireroom.Wire.Html;
using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Writes rightsInfo and itemMeta in the order of the schema.</summary>
internal sealed class NewsMlG2MetaOut(XmlWriter xml, WireLosses losses, NewsMlG2MediaOut media, NewsMlG2ConceptsOut concepts)
{
    internal static void Rights(XmlWriter xml, WireRights? rights)
    {
        if ((rights?.Holder ?? rights?.Notice ?? rights?.UsageTerms) is null)
        {
            return;
        }

        xml.Start("rightsInfo");
        xml.Named("copyrightHolder", rights!.Holder);
        xml.Block("copyrightNotice", rights.Notice);
        xml.Block("usageTerms", rights.UsageTerms);
        xml.WriteEndElement();
    }

    internal void Write(WireItem item, WireFeed feed, bool isNews, string? messagePriority)
    {
        xml.Start("itemMeta");
        xml.Coded("itemClass", Class(item));
        if (item.Provider is null)
        {
            losses.Lose(item, "provider", "an item without a provider; the feed's name stands in its place");
        }

        xml.Named("provider", item.Provider ?? (string.IsNullOrWhiteSpace(feed.Title) ? "unknown" : feed.Title));
        Times(item, feed);
        Status(item);
        concepts.Plain("service", item.Services, item, "services");
        foreach (var title in item.Headlines.Where(headline => headline.Role == "title"))
        {
            xml.Text("title", Spaces.Collapse(title.Text), null, NewsMlG2Reader.Namespace);
        }

        Notes(item);
        xml.Coded("signal", NewsMlG2Signals.QCode(item.Signal));
        Page(item);
        xml.Line("expires", item.Rights?.Expires is { } expires ? NewsMlG2Out.Norm(expires) : null);
        media.Links(item, isNews);
        Own("priority", item.Priority == messagePriority ? null : item.Priority);
        Own("sequence", item.Sequence);
        Own("take-key", item.TakeKey);
        Own("published", NewsMlG2Out.Norm(item.Published) ?? item.Published?.AsSent);
        xml.WriteEndElement();
    }

    private static string Class(WireItem item) => item.Kind switch
    {
        "event" or NewsMlG2Knowledge.Concept => "cinat:concept",
        NewsMlG2Knowledge.Vocabulary => "cinat:scheme",
        "planning" => "plinat:newscoverage",
        "package" => "ninat:composite",
        "text" or "picture" or "graphic" or "video" or "audio" => $"ninat:{item.Kind}",
        _ => NewsMlG2Out.Own(item.Kind) ?? "ninat:text",
    };

    private void Times(WireItem item, WireFeed feed)
    {
        var version = NewsMlG2Out.Norm(item.VersionCreated);
        if (version is null)
        {
            losses.Lose(item, "version-created", "an item that does not say when this version was made; the next best of its times stands in its place");
        }

        xml.Line("versionCreated", version ?? NewsMlG2Out.Norm(NewsMlG2Writer.Made(item)) ?? NewsMlG2Out.Norm(feed.Updated ?? DateTimeOffset.UnixEpoch));
        xml.Line("firstCreated", NewsMlG2Out.Norm(item.Created));
        if (item.Created is not null && NewsMlG2Out.Norm(item.Created) is null)
        {
            losses.Lose(item, "created", "a time that could not be read");
        }

        if (item.Embargo is { } embargo)
        {
            // Nothing in it: under embargo, and no one can say until when.
            xml.Start("embargoed");
            xml.WriteString(embargo.Until is { } until ? NewsMlG2Out.Norm(until) : "");
            xml.WriteEndElement();
            if (embargo.Until is null && embargo.AsSent != NewsMlG2Draft.Embargoed)
            {
                losses.Lose(item, "embargo", $"an embargo that is no time ({embargo.AsSent}); it was written as one without an end");
            }
        }
        else if (item.EdNote is not null && NitfEmbargo.IsSaidIn(item.EdNote))
        {
            losses.Lose(item, "embargo", "a note that speaks of an embargo where there is none; who reads it will keep the item closed");
        }
    }

    private void Status(WireItem item)
    {
        var status = item.Signal == WireSignal.Withdrawal ? "canceled" : item.Signal == WireSignal.Hold ? "withheld" : item.PubStatus ?? "usable";
        if (status != (item.PubStatus ?? "usable"))
        {
            losses.Lose(item, "pub-status", "a status that is not that of its signal");
        }
        else if (status is "canceled" or "withheld" && item.Signal is not (WireSignal.Withdrawal or WireSignal.Hold))
        {
            losses.Lose(item, "signal", "a signal that is not that of its status");
        }

        xml.Coded("pubStatus", status is "usable" or "canceled" or "withheld" ? $"stat:{status}" : NewsMlG2Out.Own(status));
    }

    private void Notes(WireItem item)
    {
        var notes = item.EdNote is null ? [] : NewsMlG2Out.Normal(item.EdNote).Split("\n\n");
        foreach (var note in notes)
        {
            xml.Block("edNote", note);
        }

        if (item.EdNote is not null && string.Join("\n\n", notes.Distinct()) != item.EdNote)
        {
            losses.Lose(item, "ed-note", "the spacing of the note to editors");
        }
    }

    private void Page(WireItem item)
    {
        if (item.Link is null)
        {
            return;
        }

        if (SafeAddress.Link(item.Link, null) != item.Link)
        {
            losses.Lose(item, "link", "an address that is none");
            return;
        }

        xml.Start("altRep");
        xml.WriteAttributeString("contenttype", "text/html");
        xml.WriteString(XmlOut.Clean(item.Link));
        xml.WriteEndElement();
    }

    private void Own(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            xml.Start("itemMetaExtProperty");
            xml.WriteAttributeString("rel", $"{NewsMlG2Codes.Own}:{name}");
            xml.WriteAttributeString("value", XmlOut.Clean(value));
            xml.WriteEndElement();
        }
    }
}
