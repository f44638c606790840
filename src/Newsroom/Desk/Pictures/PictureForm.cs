using System.Globalization;
using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Pictures;

/// <summary>What the picture desk writes down of a picture, as its form sends it.</summary>
internal static class PictureForm
{
    private const int MostPeople = 50;

    /// <summary>The edit, or the sentence that says what is wrong with it.</summary>
    public static (PictureEdit? Edit, string? Fault) Read(IFormCollection form, LibraryPicture before, DeskTime time)
    {
        var ends = Field("expires");
        var expires = ends.Length > 0 ? time.FromField(ends) : null;
        if (ends.Length > 0 && expires is null)
            return (null, "The end of the rights could not be read. Give day and time, or leave it empty.");
        var licence = Field("licence");
        if (licence.Length > 0 && !(EditorBody.IsLink(licence) && licence.StartsWith("http", StringComparison.Ordinal)))
            return (null, "The licence is an address on the web, beginning with https://, or empty.");
        var barred = form["out-of-use"] == "1" ? Field("barred") : "";
        if (form["out-of-use"] == "1" && barred.Length == 0)
            return (null, "Say why the picture is out of use: whoever has it in a story is told.");
        var focus = Number("focus-x") is { } x && Number("focus-y") is { } y ? Focus.At(x, y) : (Focus?)null;
        var rights = new Rights(Field("terms"), Field("holder"), Field("notice"), expires, licence);
        var facts = before.Facts with
        {
            Headline = Field("headline"), Caption = Field("caption"), AltText = Field("alt"), Credit = Field("credit"), Byline = Field("byline"), Place = Field("place"),
            People = [.. Several("people").Take(MostPeople)], Keywords = [.. Several("keywords").Take(MostPeople)], Rights = rights == new Rights() ? null : rights,
        };
        return (new PictureEdit(facts, focus, barred, form["cleared"] == "1"), null);

        string Field(string name) => EditorBody.Clean(form[name].ToString()).Trim();

        IEnumerable<string> Several(string name) => Field(name).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        int? Number(string name) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
