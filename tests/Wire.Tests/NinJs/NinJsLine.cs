using System.Text;
using Wireroom.Wire.NinJs;

namespace Wireroom.Wire.Tests.NinJs;

/// <summary>What is owed to the line that <c>wireroom read</c> prints of an item: read again it is the item, and but for the <c>wireroom</c> object the schema accepts it.</summary>
internal static class NinJsLine
{
    internal static void AssertSaysAll(WireItem item, string file)
    {
        var written = new MemoryStream();
        NinJsFormat.WriteExtended(item, written, new NinJsOrigin([]));
        var line = written.ToArray();
        var again = Assert.Single(AssertWire.Read(line, "ninjs").Items);
        Assert.True(AssertWire.Outline(item) == AssertWire.Outline(again), $"{file}\n{AssertWire.Outline(item)}\n---\n{AssertWire.Outline(again)}\n{Encoding.UTF8.GetString(line)}");
        Assert.Equal(item.Dropped, again.Dropped);
        Assert.Equal(item.Guessed, again.Guessed);
        Assert.Equal((item.PubStatus, item.Embargo, item.Language), (again.PubStatus, again.Embargo, again.Language));
        Assert.Equal((item.Created, item.VersionCreated, item.Published), (again.Created, again.VersionCreated, again.Published));

        // Names and addresses stand as the sender wrote them, also where they are no URIs.
        NinJsSchema.AssertAcceptsBut(line, "3.1", "$.wireroom is not allowed", "format \"uri\"");
    }
}
