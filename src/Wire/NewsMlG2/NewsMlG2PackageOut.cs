using System.Globalization;
using System.Xml;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Writes the groups of a package: one for each role, in the order in which the roles come, all within the first.</summary>
internal sealed class NewsMlG2PackageOut(XmlWriter xml, WireLosses losses, NewsMlG2MediaOut media)
{
    internal void Write(WireItem item)
    {
        var links = item.Links.Where(link => !NewsMlG2MediaOut.IsOwn(link)).ToList();
        var roles = links.Select(link => link.Relation).Concat(item.Media.Select(file => file.Role)).Distinct(StringComparer.Ordinal).ToList();
        if (roles.Count > 0)
        {
            xml.Start("groupSet");
            xml.WriteAttributeString("root", "G1");
            foreach (var (at, role) in roles.Index())
            {
                Group(at, role, roles.Count, links, item);
            }

            xml.WriteEndElement();
        }

        if (!item.Links.Where(NewsMlG2MediaOut.IsOwn).Concat(roles.SelectMany(role => links.Where(link => link.Relation == role))).SequenceEqual(item.Links))
        {
            losses.Lose(item, "links", "the order of links across groups");
        }

        if (!roles.SelectMany(role => item.Media.Where(file => file.Role == role)).SequenceEqual(item.Media))
        {
            losses.Lose(item, "media", "the order of files across groups");
        }
    }

    private void Group(int at, string role, int count, List<WireLink> links, WireItem item)
    {
        xml.Start("group");
        xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"G{at + 1}"));
        xml.Attribute("role", NewsMlG2Out.Own(role));
        if (NewsMlG2Out.Own(role) is null)
        {
            losses.Lose(item, links.Exists(link => link.Relation == role) ? "links" : "media", $"the role {role}");
        }

        foreach (var link in links.Where(link => link.Relation == role))
        {
            media.Link("itemRef", link, null, item);
        }

        foreach (var file in item.Media.Where(file => file.Role == role))
        {
            media.File("itemRef", file, role, item);
        }

        for (var other = 2; at == 0 && other <= count; other++)
        {
            xml.Start("groupRef");
            xml.WriteAttributeString("idref", string.Create(CultureInfo.InvariantCulture, $"G{other}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
