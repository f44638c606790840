using System.Text.Json;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Newsroom.Site.Machines;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Site.Article;

/// <summary>A story as schema.org NewsArticle.</summary>
internal static class NewsArticleJson
{
    public static byte[] Of(ArticlePage page) => JsonLd.Write(page, static (json, page) => Write(json, page, "NewsArticle"u8, page.Row.UpdatedAt));

    /// <summary>What every kind of article says of itself.</summary>
    public static void Write(Utf8JsonWriter json, ArticlePage page, ReadOnlySpan<byte> type, DateTimeOffset modified)
    {
        var (edition, row, copy) = (page.Edition, page.Row, page.Copy);
        var address = edition.Absolute(page.Address);
        json.WriteString("@context"u8, "https://schema.org"u8);
        json.WriteString("@type"u8, type);
        json.WriteString("headline"u8, copy.Headline);
        json.WriteString("description"u8, row.Lead);
        json.WriteString("url"u8, address);
        json.WriteString("mainEntityOfPage"u8, address);
        json.WriteString("datePublished"u8, edition.Times.Instant(row.PublishedAt));
        json.WriteString("dateModified"u8, edition.Times.Instant(modified));
        json.WriteString("inLanguage"u8, row.Language);
        json.WriteString("articleSection"u8, edition.NameOf(row.Section));
        json.WriteBoolean("isAccessibleForFree"u8, true);
        json.WriteNumber("wordCount"u8, BodyText.CountWords(copy.Body));
        WriteAuthor(json, page);
        JsonLd.WritePublisher(json, edition);
        if (copy.Dateline.Length > 0)
            json.WriteString("dateline"u8, copy.Dateline);
        if (StoryNames.PlaceOf(copy) is { } place)
        {
            json.WriteStartObject("contentLocation"u8);
            json.WriteString("@type"u8, "Place"u8);
            json.WriteString("name"u8, place);
            json.WriteEndObject();
        }

        if (copy.Credit.Length > 0)
        {
            json.WriteStartObject("sourceOrganization"u8);
            json.WriteString("@type"u8, "NewsMediaOrganization"u8);
            json.WriteString("name"u8, copy.Credit);
            json.WriteEndObject();
        }

        if (copy.Topics.Count > 0)
        {
            json.WriteStartArray("keywords"u8);
            foreach (var topic in copy.Topics)
                json.WriteStringValue(topic);
            json.WriteEndArray();
        }

        WriteImages(json, page);
        if (page.Story.Corrections.Count > 0)
            WriteCorrections(json, page);
    }

    /// <summary>The byline's people, or where nobody signed, the agency or the house.</summary>
    private static void WriteAuthor(Utf8JsonWriter json, ArticlePage page)
    {
        var (copy, names) = (page.Copy, Bylines.Names(page.Copy.Byline, page.Copy.Credit));
        json.WriteStartArray("author"u8);
        foreach (var name in names)
            WriteOne("Person"u8, name, StoryAddress.OfName(NameKind.Author, Slug.Of(name)));
        if (names.Count == 0 && copy.Credit.Length > 0)
            WriteOne("Organization"u8, copy.Credit, StoryAddress.OfName(NameKind.Agency, Slug.Of(copy.Credit.Trim())));
        else if (names.Count == 0)
            WriteOne("Organization"u8, page.Edition.Masthead.Name, "/");
        json.WriteEndArray();

        void WriteOne(ReadOnlySpan<byte> type, string name, string address)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, type);
            json.WriteString("name"u8, name);
            json.WriteString("url"u8, page.Edition.Absolute(address));
            json.WriteEndObject();
        }
    }

    /// <summary>One image as an object, several as a list of them; with the licence as search engines show it ("Image license in Google Images").</summary>
    private static void WriteImages(Utf8JsonWriter json, ArticlePage page)
    {
        List<Picture> pictures = [.. page.Copy.Pictures.Where(picture => picture is { File.Length: > 0, Width: > 0, Height: > 0 }).DistinctBy(picture => picture.File)];
        if (pictures.Count == 0)
            return;
        json.WritePropertyName("image"u8);
        if (pictures.Count > 1)
            json.WriteStartArray();
        foreach (var picture in pictures)
            WriteImage(json, page, picture);
        if (pictures.Count > 1)
            json.WriteEndArray();
    }

    private static void WriteImage(Utf8JsonWriter json, ArticlePage page, Picture picture)
    {
        var largest = Rendition.Largest(picture.Width, picture.Height, picture.Focus);
        var address = page.Edition.Absolute(StoryAddress.OfPicture(picture.File, largest));
        json.WriteStartObject();
        json.WriteString("@type"u8, "ImageObject"u8);
        json.WriteString("url"u8, address);
        json.WriteString("contentUrl"u8, address);
        json.WriteNumber("width"u8, largest.Width);
        json.WriteNumber("height"u8, Shapes.HeightOf(PictureShape.Full, largest.Width, picture.Width, picture.Height));

        if (picture.Caption.Length > 0)
            json.WriteString("caption"u8, picture.Caption);
        if (picture.Credit.Length > 0)
            json.WriteString("creditText"u8, picture.Credit);
        if (picture.Rights?.Notice is { Length: > 0 } notice)
            json.WriteString("copyrightNotice"u8, notice);
        if (picture.Rights?.Licence is { Length: > 0 } licence)
            json.WriteString("license"u8, licence);
        json.WriteEndObject();
    }

    private static void WriteCorrections(Utf8JsonWriter json, ArticlePage page)
    {
        json.WriteStartArray("correction"u8);
        foreach (var correction in page.Corrections)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "CorrectionComment"u8);
            json.WriteString("text"u8, correction.WhatWasWrong);
            json.WriteString("datePublished"u8, page.Edition.Times.Instant(correction.At));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
