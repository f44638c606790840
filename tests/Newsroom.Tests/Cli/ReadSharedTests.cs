using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wireroom.Wire.Tests;
using Wireroom.Wire.Tests.NinJs;

namespace Wireroom.Newsroom.Tests.Cli;

/// <summary>Everything that stands in the folder <c>shared</c> beside the repository, read by the program as it is started.</summary>
public sealed class ReadSharedTests
{
    // Several of IPTC's listings of NewsML-G2 are pieces of a document; these are whole.
    private static readonly string[] Whole = ["iptc/ninjs/examples", "feeds/feedparser/wellformed"];

    [Theory]
    [InlineData("iptc", 70)]
    [InlineData("feeds", 400)]
    [InlineData("pages", 90)]
    [InlineData("gold", 1)]
    [InlineData("seed", 1)]
    public async Task Every_line_that_is_printed_of_it_is_as_the_schema_of_ninjs_wants_it(string part, int least)
    {
        var folder = Shared.Folder(part);
        var elsewhere = Directory.CreateTempSubdirectory("wireroom-read-").FullName; // below it, addresses of files would be said without their start
        var (code, said, complained) = await WireroomProcess.RunAsync(elsewhere, "read", folder);
        Directory.Delete(elsewhere);

        // Licences, schemas and lists of expected values lie among the documents: each is named with a reason, and the program says that not all was read.
        var unreadable = complained.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(unreadable, line => Assert.StartsWith(folder, line, StringComparison.Ordinal));
        Assert.Equal(unreadable.Any(line => !line.Contains("entity", StringComparison.Ordinal)) ? 1 : 0, code);
        var complaints = new List<string>();
        var lines = 0;
        foreach (var line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var item = JsonNode.Parse(line)!.AsObject();
            var own = item["wireroom"]!;
            item.Remove("wireroom");

            // What a sender wrote as a name or an address stands as it was sent; "format" is a note and no rule (JSON Schema 2020-12, section 7.2.1).
            complaints.AddRange(NinJsSchema.Complaints(Encoding.UTF8.GetBytes(item.ToJsonString()), "3.1").Where(complaint => !complaint.EndsWith("format \"uri\"", StringComparison.Ordinal)).Select(complaint => $"{own["source"]!["file"]}: {complaint}"));
            lines++;
        }

        Assert.Empty(complaints);
        Assert.InRange(lines, least, int.MaxValue);
    }

    [Fact]
    public async Task Documents_that_nothing_is_wrong_with_end_well()
    {
        foreach (var part in Whole)
        {
            var documents = Directory.GetFiles(Shared.Folder(part), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".xml" or ".json" && !file.Contains("schema", StringComparison.Ordinal)).ToArray();
            var (code, said, complained) = await WireroomProcess.RunAsync(Path.GetTempPath(), ["read", .. documents]);
            Assert.True(code == 0, complained);
            Assert.True(said.Count(c => c == '\n') >= documents.Length / 2, part);
            Assert.All(said.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        }
    }
}
