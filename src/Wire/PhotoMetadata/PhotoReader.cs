using System.Globalization;
using System.Security.Cryptography;
using Wireroom.Wire.Html;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>Reads a picture as one item (IPTC Photo Metadata Standard 2024.1, with its mapping to IIM and EXIF).</summary>
internal static class PhotoReader
{
    internal static void Read(WireInput input, IWireSink sink)
    {
        var faults = new FaultLog(sink);
        var bytes = WholeBytes.Of(input.Bytes, faults.Take);
        if (PictureKind.Of(bytes.Span) is not { } type)
        {
            faults.Take(new WireFault(WireFaultKind.Unreadable, "no-picture", "The document is no picture of a kind that is read (JPEG, PNG, WebP, TIFF, GIF, HEIF, AVIF)."));
            faults.Finish();
            return;
        }

        var item = Item(bytes, type, input.Name, new Faults(faults));
        faults.Finish();
        if (item.Media[0].Href is { } href)
        {
            sink.Take(new WireFile(href, bytes));
        }

        sink.Take(item);
    }

    /// <summary>The item of a picture.</summary>
    internal static WireItem Item(ReadOnlyMemory<byte> bytes, string type, string? name, IWireSink sink)
    {
        var blocks = PictureBlocks.Of(bytes, type);
        var says = Says(blocks, sink);
        if (blocks.IsCutShort)
        {
            sink.Take(new WireFault(WireFaultKind.Lost, "truncated", "The picture's file ends before its end; what stood before was read. Ask the sender to send it again.", bytes.Length));
        }

        if (says.IsEmpty && says.Exif is null)
        {
            sink.Take(new WireFault(WireFaultKind.Lost, "no-metadata", "The picture says nothing of itself; its caption and credit have to come from elsewhere."));
        }

        return Item(blocks, says, name, bytes.Length, sink);
    }

    private static PhotoSays Says(PictureBlocks blocks, IWireSink sink)
    {
        // ISO 16684-1: where a packet stands in several places, the first that the format names counts.
        var xmp = Xmp.Read(blocks.Xmp, sink);
        var iim = Iim.Read(blocks.Iim, sink.Take);
        var isNewer = blocks.IimDigest.Length == 16 && !iim.IsEmpty && !xmp.IsEmpty && !IsDigest(blocks.IimDigest.Span, blocks.Iim);
        if (isNewer)
        {
            sink.Take(new WireFault(WireFaultKind.Repaired, "iim-newer", "The IPTC IIM data was changed after the XMP by a program that knows no XMP; IIM counts where the two differ."));
        }

        return new PhotoSays(xmp, iim, blocks.Exif.IsEmpty ? null : new ExifTags(blocks.Exif), isNewer);
    }

    // The digest is what Photoshop defined, and no secret hangs on it.
#pragma warning disable CA5351
    private static bool IsDigest(ReadOnlySpan<byte> digest, List<ReadOnlyMemory<byte>> iim) => iim.Exists(MatchesFirst(digest.ToArray()));

    private static Predicate<ReadOnlyMemory<byte>> MatchesFirst(byte[] digest) => block => MD5.HashData(block.Span).AsSpan().SequenceEqual(digest);
#pragma warning restore CA5351

    private static WireItem Item(PictureBlocks blocks, PhotoSays says, string? name, long length, IWireSink sink)
    {
        var text = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (keyword, value) in blocks.Texts)
        {
            text.TryAdd(keyword, PhotoSays.Clean(value) ?? "");
        }

        string? Own(string keyword) => text.Remove(keyword, out var value) && value.Length > 0 ? value : null;

        var keywords = says.Several("dc:subject", 25);
        var (located, places) = PhotoPlaces.Read(says);
        var headline = says.One("photoshop:Headline", 105);
        var caption = says.One("dc:description", 120, ExifTags.Description) ?? Own("Description");
        var notice = says.One("dc:rights", 116, ExifTags.Copyright) ?? Own("Copyright");
        var created = PhotoTimes.Created(says);
        var published = PhotoTimes.OfIim(says.Iim, 70, 80, 1);
        var instructions = says.One("photoshop:Instructions", 40);
        var item = new WireItem
        {
            Format = "photo",
            Kind = "picture",
            Guid = says.Xmp.Text("Iptc4xmpExt:DigImageGUID") ?? says.Iim.First(100, 1) ?? says.Xmp.Text("plus:ImageSupplierImageID"),
            Headlines = Headlines(says, headline, Own("Title")),
            Standfirst = caption,
            Byline = Creators(says) ?? Own("Author"),
            Credit = says.One("photoshop:Credit", 110),
            Sources = says.One("photoshop:Source", 115) is { } source ? [source] : [],
            Provider = says.Iim.First(30, 1) ?? Supplier(says),
            Sequence = says.Iim.First(40, 1),
            Priority = says.Iim.First(60, 1),
            Urgency = Urgency(says),
            TakeKey = says.One("photoshop:TransmissionReference", 103),
            EdNote = instructions,
            ContentCreated = created ?? Dates.WireDates.Read(Own("Creation Time")),
            VersionCreated = Dates.WireDates.Read(says.Xmp.Text("xmp:ModifyDate")) ?? says.Exif?.Time(0x0132, 0x9010),
            Published = published,
            Embargo = Embargo(says, instructions, published ?? created, sink),
            Language = says.Iim.First(135) ?? says.Xmp.Text("dc:language") ?? says.LanguageOf("dc:description") ?? says.LanguageOf("dc:title"),
            Genres = PhotoConcepts.Genres(says),
            Subjects = PhotoConcepts.Subjects(says, keywords),
            People = PhotoConcepts.People(says),
            Organisations = PhotoConcepts.Organisations(says),
            Located = located,
            Places = places,
            Keywords = [.. keywords.Where(keyword => !PhotoConcepts.IsCode(keyword))],
            Rights = Rights(says, notice),
            Links = Links(says),
            Media = [File(blocks, says, name, length)],
        };
        var extended = says.One("Iptc4xmpCore:ExtDescrAccessibility", 0);
        foreach (var (keyword, value) in text)
        {
            says.Drop($"{blocks.MediaType["image/".Length..]}:{keyword}", value);
        }

        return item with
        {
            // A description for who cannot see the picture, longer than the alternative text has room for.
            Body = extended is null ? [] : PlainText.Read(extended),
            Dropped = [.. says.Dropped, .. says.Xmp.Rest(), .. says.Iim.Rest(), .. says.Exif?.Rest() ?? []],
        };
    }

    private static WireMedia File(PictureBlocks blocks, PhotoSays says, string? name, long length) => new("main", SafeAddress.File(name, null) ?? Path.GetFileName(name), blocks.MediaType)
    {
        Kind = "picture",
        Bytes = length,
        Width = blocks.Width,
        Height = blocks.Height,
        AltText = says.One("Iptc4xmpCore:AltTextAccessibility", 0),
    };

    /// <summary>The headline, and the title (a short name, often of the file) in all its languages.</summary>
    private static List<WireText> Headlines(PhotoSays says, string? headline, string? ownTitle)
    {
        var headlines = new List<WireText>();
        if (headline is not null)
        {
            headlines.Add(new WireText(Spaces.Collapse(headline)));
        }

        var items = says.Xmp["dc:title"]?.Items ?? [];
        var general = says.One("dc:title", 5) ?? ownTitle;
        if (general is not null && general != headline)
        {
            headlines.Add(new WireText(Spaces.Collapse(general), "title", says.LanguageOf("dc:title")));
        }

        foreach (var item in items.Where(item => item.Language is not (null or "x-default") && PhotoSays.Clean(item.First) is { } text && text != general && text != headline))
        {
            says.Dropped.Remove(new WireDropped($"dc:title[{item.Language}]", PhotoSays.Clean(item.First)));
            headlines.Add(new WireText(Spaces.Collapse(item.First!), "title", item.Language));
        }

        return headlines;
    }

    private static string? Creators(PhotoSays says)
    {
        var creators = says.Several("dc:creator", 80);
        List<string> artists = [.. (says.Exif?.Text(ExifTags.Artist) ?? "").Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (creators.Count == 0)
        {
            return artists.Count == 0 ? null : string.Join(", ", artists);
        }

        foreach (var artist in artists.Except(creators, StringComparer.Ordinal))
        {
            says.Drop("exif:Artist", artist);
        }

        return string.Join(", ", creators.Select(Spaces.Collapse));
    }

    private static string? Supplier(PhotoSays says) =>
        says.Xmp["plus:ImageSupplier"]?.Each.Select(supplier => PhotoSays.Clean(supplier.Field("plus:ImageSupplierName")?.First)).FirstOrDefault(name => name is not null);

    /// <summary>1 to 8 are urgencies; 0 and 9 are reserved (IIM, 2:10).</summary>
    private static int? Urgency(PhotoSays says)
    {
        var said = says.One("photoshop:Urgency", 10);
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 9)
        {
            return urgency;
        }

        says.Drop("urgency", said == "0" ? null : said);
        return null;
    }

    private static WireEmbargo? Embargo(PhotoSays says, string? instructions, WireTime? sent, IWireSink sink)
    {
        var embargo = PhotoTimes.Release(says, sent)
            ?? (instructions ?? "").Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(LineEmbargo.Of).FirstOrDefault(found => found is not null);
        if (embargo is { Until: null })
        {
            sink.Take(WireFault.EmbargoUnread(embargo));
        }

        return embargo;
    }

    private static WireRights? Rights(PhotoSays says, string? notice)
    {
        var owners = says.Xmp["plus:CopyrightOwner"]?.Each.Select(owner => PhotoSays.Clean(owner.Field("plus:CopyrightOwnerName")?.First)).OfType<string>().ToList() ?? [];
        owners = owners.Count > 0 ? owners : says.Xmp.Texts("xmpRights:Owner");
        var rights = new WireRights(says.One("xmpRights:UsageTerms", 0), owners.Count > 0 ? string.Join(", ", owners) : null, notice, PhotoTimes.OfIim(says.Iim, 37, 38, 2)?.Instant);
        return rights == new WireRights() ? null : rights;
    }

    /// <summary>Where the rights stand on the web, and who licenses the picture (PLUS, "Licensor").</summary>
    private static List<WireLink> Links(PhotoSays says)
    {
        var links = new List<WireLink>();
        if (SafeAddress.Link(says.Xmp.Text("xmpRights:WebStatement"), null) is { } statement)
        {
            links.Add(new WireLink("rights", null, statement));
        }

        foreach (var licensor in says.Xmp["plus:Licensor"]?.Each ?? [])
        {
            var (id, address, name) = (licensor.Field("plus:LicensorID")?.First, SafeAddress.Link(licensor.Field("plus:LicensorURL")?.First, null), PhotoSays.Clean(licensor.Field("plus:LicensorName")?.First));
            if (id is not null || address is not null || name is not null)
            {
                links.Add(new WireLink("licensor", id, address, name));
            }

            foreach (var (field, value) in licensor.Fields.Where(field => field.Name is not ("plus:LicensorID" or "plus:LicensorURL" or "plus:LicensorName")))
            {
                says.Drop(field, value.Flat());
            }
        }

        return links;
    }

    private sealed class Faults(FaultLog log) : IWireSink
    {
        public void Take(WireItem item)
        {
        }

        public void Take(WireFault fault) => log.Take(fault);
    }
}
