using System.Text.RegularExpressions;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>Subjects, people, organisations and the event of a picture.</summary>
internal static partial class PhotoConcepts
{
    private const string Category = "iim:category";
    private const string Supplemental = "iim:supplemental-category";

    internal static IReadOnlyList<WireSubject> Subjects(PhotoSays says, IReadOnlyList<string> keywords)
    {
        var subjects = new List<WireSubject>();
        foreach (var term in says.Xmp["Iptc4xmpExt:AboutCvTerm"]?.Each ?? [])
        {
            Add(Term(term, says), subjects);
        }

        foreach (var code in says.Xmp.Texts("Iptc4xmpCore:SubjectCode"))
        {
            Add(OfCode(code), subjects);
        }

        foreach (var reference in says.Iim.All(12))
        {
            Add(OfReference(reference), subjects);
        }

        foreach (var code in says.Xmp.Texts("Iptc4xmpCore:Scene"))
        {
            var number = code[(code.LastIndexOf('/') + 1)..];
            Add(new WireSubject(number, "scene", number), subjects);
        }

        if (says.One("photoshop:Category", 15) is { } category)
        {
            Add(new WireSubject(category, Category, category), subjects);
        }

        foreach (var name in says.Several("photoshop:SupplementalCategories", 20))
        {
            Add(new WireSubject(name, Supplemental, name), subjects);
        }

        foreach (var keyword in keywords.Where(keyword => Coded().IsMatch(keyword)))
        {
            var (scheme, code) = TopicCodes.Split(keyword);
            Add(new WireSubject(code, scheme, code), subjects);
        }

        var events = says.One("Iptc4xmpExt:Event", 0);
        var (eventScheme, eventCode) = says.Xmp.Text("Iptc4xmpExt:EventId") is { } id ? TopicCodes.Split(id) : (null, null);
        if (events is not null || eventCode is not null)
        {
            Add(new WireSubject(events ?? eventCode!, eventScheme ?? "event", eventCode), subjects);
        }

        if (says.Xmp.Text("Iptc4xmpExt:DigitalSourceType") is { } source)
        {
            var code = source[(source.LastIndexOfAny(['/', ':']) + 1)..];
            Add(new WireSubject(code, "digsrctype", code), subjects);
        }

        return subjects;
    }

    /// <summary>Genres: terms of a vocabulary, else the older free text, else IIM 2:04 (<c>001:Current</c>).</summary>
    internal static IReadOnlyList<WireSubject> Genres(PhotoSays says)
    {
        var terms = says.Xmp["Iptc4xmpExt:Genre"]?.Each.Select(value => Term(value, says)).OfType<WireSubject>().ToList() ?? [];
        if (terms.Count > 0)
        {
            return terms;
        }

        var older = says.Iim.First(4);
        return WireSubject.Only(says.One("Iptc4xmpCore:IntellectualGenre", 0) ?? (older is null ? null : older[(older.IndexOf(':', StringComparison.Ordinal) + 1)..] is { Length: > 0 } name ? name : older));
    }

    internal static IReadOnlyList<WireSubject> People(PhotoSays says)
    {
        var people = new List<WireSubject>();
        foreach (var person in says.Xmp["Iptc4xmpExt:PersonInImageWDetails"]?.Each ?? [])
        {
            if (PhotoSays.Clean(person.Field("Iptc4xmpExt:PersonName")?.First) is { } name)
            {
                var (scheme, code) = person.Field("Iptc4xmpExt:PersonId")?.First is { } id ? TopicCodes.Split(id) : (null, null);
                Add(new WireSubject(name, scheme, code), people);
                says.Drop("person.description", person.Field("Iptc4xmpExt:PersonDescription")?.First);
                says.Drop("person.characteristic", person.Field("Iptc4xmpExt:PersonCharacteristic")?.Flat());
            }
        }

        foreach (var name in says.Xmp.Texts("Iptc4xmpExt:PersonInImage"))
        {
            Add(new WireSubject(name.Trim()), people);
        }

        // Faces that a program or a person marked (MWG Guidelines 2.0, section 5.9).
        foreach (var region in says.Xmp["mwg-rs:Regions"]?.Field("mwg-rs:RegionList")?.Each ?? [])
        {
            if (region.Field("mwg-rs:Type")?.First == "Face" && PhotoSays.Clean(region.Field("mwg-rs:Name")?.First) is { } name)
            {
                Add(new WireSubject(name), people);
            }
        }

        return people;
    }

    internal static IReadOnlyList<WireSubject> Organisations(PhotoSays says)
    {
        var names = says.Xmp.Texts("Iptc4xmpExt:OrganisationInImageName");
        var codes = says.Xmp.Texts("Iptc4xmpExt:OrganisationInImageCode");
        var organisations = new List<WireSubject>();
        if (names.Count == 1 && codes.Count == 1)
        {
            var (scheme, code) = TopicCodes.Split(codes[0]);
            return [new WireSubject(names[0].Trim(), scheme, code)];
        }

        // Two lists that nothing ties together.
        foreach (var name in names)
        {
            Add(new WireSubject(name.Trim()), organisations);
        }

        foreach (var id in codes)
        {
            var (scheme, code) = TopicCodes.Split(id);
            Add(new WireSubject(code, scheme, code), organisations);
        }

        return organisations;
    }

    internal static bool IsCode(string keyword) => Coded().IsMatch(keyword);

    /// <summary>A term of a controlled vocabulary (IPTC Photo Metadata Standard, CVterm structure).</summary>
    private static WireSubject? Term(XmpValue term, PhotoSays says)
    {
        var name = PhotoSays.Clean(term.Field("Iptc4xmpExt:CvTermName")?.First);
        var id = PhotoSays.Clean(term.Field("Iptc4xmpExt:CvTermId")?.First ?? (term.Fields.Count == 0 ? term.Text : null));
        if (name is null && id is null)
        {
            return null;
        }

        var (scheme, code) = id is null ? (null, null) : TopicCodes.Split(id);
        says.Drop("term.refined-about", term.Field("Iptc4xmpExt:CvTermRefinedAbout")?.First);
        return new WireSubject(name ?? code!, scheme ?? TopicCodes.SchemeOf(PhotoSays.Clean(term.Field("Iptc4xmpExt:CvId")?.First)), code);
    }

    /// <summary>IIM, 2:12: provider, number, and the names of subject, matter and detail, parted by colons; the narrowest name is the subject's.</summary>
    private static WireSubject? OfReference(string reference)
    {
        var parts = reference.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || parts[1].Length == 0)
        {
            return OfCode(reference);
        }

        var names = parts.Skip(2).Where(part => part.Length > 0).Reverse().ToList();
        var scheme = parts[0].Equals("IPTC", StringComparison.OrdinalIgnoreCase) || parts[0].Length == 0 || parts[0].Equals("IPR", StringComparison.OrdinalIgnoreCase) ? TopicCodes.SchemeOfFigures(parts[1]) : parts[0];
        return new WireSubject(names.Count > 0 ? names[0] : parts[1], scheme, parts[1], Parents: names.Count > 1 ? names[1..] : null);
    }

    private static WireSubject? OfCode(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return null;
        }

        var (scheme, code) = TopicCodes.Split(trimmed);
        return new WireSubject(code, scheme ?? TopicCodes.SchemeOfFigures(code), code);
    }

    private static void Add(WireSubject? subject, List<WireSubject> subjects)
    {
        if (subject is not null && subject.Name.Length > 0 && !subjects.Exists(other => (other.Code is not null && other.Code == subject.Code && other.Scheme == subject.Scheme) || (subject.Code is null && other.Name == subject.Name)))
        {
            subjects.Add(subject);
        }
    }

    [GeneratedRegex(@"^(?:medtop|subj):\d{8}$|^https?://cv\.iptc\.org/newscodes/(?:mediatopic|subjectcode)/\d{8}$")]
    private static partial Regex Coded();
}
