using Wireroom.Language;
using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Train;

/// <summary>Shows what the taggers and the parser make of a text, a token a line, to look into an error.</summary>
internal static class Parse
{
    public static void Print(string text, TextWriter into)
    {
        var analysis = new Analysis(Copy.Read(new Passage(text)));
        foreach (var sentence in analysis.Copy.Sentences)
        {
            for (var token = sentence.First; token < sentence.End; token++)
                into.WriteLine($"{token,4} {analysis.Copy.Word(token),-18} {analysis.Tag(token),-6} {analysis.Name(token),-6} {analysis.Head(token),4} {analysis.Label(token),-10} {analysis.Copy.QuotationOf[token],3}");
            into.WriteLine();
        }
    }
}
