using System.Globalization;
using System.Net;
using System.Text;
using MimeKit;
using MimeKit.Utils;
using Wireroom.Language.Scripts;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Letters;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Outlets.Letters;

/// <summary>Letters to readers: plain text, with the same as HTML beside it, without pictures and without anything that tells who opened it.</summary>
internal static class Letter
{
    /// <summary>The letter that asks for the confirmation.</summary>
    public static MimeMessage Confirmation(MailReader reader, Masthead masthead, string from)
    {
        var words = LetterWords.In(masthead.Language);
        var link = masthead.Address + LetterAddress.Confirm(reader.Token);
        var ask = string.Format(CultureInfo.InvariantCulture, words.ConfirmText, masthead.Name);
        return Make(
            reader, masthead, from, string.Format(CultureInfo.InvariantCulture, words.ConfirmSubject, masthead.Name),
            $"{ask}\n\n{link}\n\n{words.ConfirmIgnore}\n",
            $"<p>{Html(ask)}</p><p><a href=\"{Html(link)}\">{Html(link)}</a></p><p>{Html(words.ConfirmIgnore)}</p>");
    }

    /// <summary>The letter with the news: each story's headline, lead and address.</summary>
    public static MimeMessage News(MailReader reader, IReadOnlyList<ReleasedRow> rows, Masthead masthead, string from)
    {
        var words = LetterWords.In(masthead.Language);
        var (text, html) = (new StringBuilder(), new StringBuilder());
        foreach (var row in rows)
        {
            var address = masthead.Address + StoryAddress.Of(row.Section, row.Slug, row.Story);
            text.Append(CultureInfo.InvariantCulture, $"{row.Headline}\n{row.Lead}\n{address}\n\n");
            html.Append(CultureInfo.InvariantCulture, $"<h2 lang=\"{Html(row.Language)}\" dir=\"auto\"><a href=\"{Html(address)}\">{Html(row.Headline)}</a></h2><p lang=\"{Html(row.Language)}\" dir=\"auto\">{Html(row.Lead)}</p>");
        }

        var (change, leave) = (masthead.Address + LetterAddress.Confirm(reader.Token), masthead.Address + LetterAddress.Leave(reader.Token));
        text.Append(CultureInfo.InvariantCulture, $"-- \n{masthead.Name}\n{words.Change} {change}\n{words.Leave} {leave}\n");
        html.Append(CultureInfo.InvariantCulture, $"<hr><p>{Html(masthead.Name)}<br>{Html(words.Change)} <a href=\"{Html(change)}\">{Html(change)}</a><br>{Html(words.Leave)} <a href=\"{Html(leave)}\">{Html(leave)}</a></p>");
        var subject = rows.Count == 1 ? $"{masthead.Name}: {rows[0].Headline}" : $"{masthead.Name}: {rows[0].Headline} (+{rows.Count - 1})";
        return Make(reader, masthead, from, subject, text.ToString(), html.ToString());
    }

    private static MimeMessage Make(MailReader reader, Masthead masthead, string from, string subject, string text, string html)
    {
        var leave = masthead.Address + LetterAddress.Leave(reader.Token);
        var mail = new MimeMessage { Subject = subject, MessageId = MimeUtils.GenerateMessageId(new Uri(masthead.Address).IdnHost) };
        mail.From.Add(new MailboxAddress(masthead.Name, MailboxAddress.Parse(from).Address));
        mail.To.Add(MailboxAddress.Parse(reader.Email));
        mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{leave}>");
        mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058 section 3.1
        mail.Headers.Add(HeaderId.ListId, $"<letters.{new Uri(masthead.Address).IdnHost}>"); // RFC 2919
        mail.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834 section 5
        var language = masthead.Language;
        mail.Body = new MultipartAlternative(
            new TextPart("plain") { Text = text },
            new TextPart("html")
            {
                Text = $"<!DOCTYPE html><html lang=\"{Html(language)}\" dir=\"{ScriptDirection.Of(language)}\"><head><meta charset=\"utf-8\"><title>{Html(subject)}</title></head><body>{html}</body></html>\n",
            });
        return mail;
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
