using System.Xml;
using System.Xml.Schema;

namespace Wireroom.Wire.Tests;

/// <summary>Checks documents against an official schema among the shared data; skips where it is absent.</summary>
internal sealed class XmlSchemas
{
    private readonly XmlSchemaSet set = new() { XmlResolver = new XmlUrlResolver() };
    private readonly XmlSchemaValidationFlags flags;

    /// <summary>The schema of that path within the shared data. <paramref name="isWhole"/>: everything in a document is in the schema, and what is not is a complaint.</summary>
    internal XmlSchemas(string folder, string file, bool isWhole)
    {
        using var reader = XmlReader.Create(Path.Combine(Shared.Folder(folder), file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        set.Add(null, reader);
        set.Compile();
        flags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.AllowXmlAttributes | (isWhole ? XmlSchemaValidationFlags.ReportValidationWarnings : XmlSchemaValidationFlags.None);
    }

    internal List<string> Complaints(byte[] document)
    {
        var complaints = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = set, ValidationFlags = flags };
        settings.ValidationEventHandler += (_, complaint) => complaints.Add(complaint.Message);
        using var reader = XmlReader.Create(new MemoryStream(document), settings);
        while (reader.Read())
        {
        }

        return complaints;
    }

    /// <summary>Every item of every fixture that names its format by what it holds.</summary>
    internal static IEnumerable<(string File, WireItem Item)> FixtureItems()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            if (WireFormats.Recognise(bytes, whole: true) is { Name: not ("page" or "capture") } format)
            {
                foreach (var item in AssertWire.Read(bytes, format.Name).Items)
                {
                    yield return (Path.GetFileName(file), item);
                }
            }
        }
    }
}
