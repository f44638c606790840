using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wireroom.Newsroom.Paper.Pictures;

/// <summary>One task of the darkroom: a rendition to be made, or where <see cref="Rendition"/> is empty, a look for the focal point. A line of JSON each way.</summary>
/// <param name="Original">Full path of the picture as it was kept.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Rendition">Name of the rendition, or empty.</param>
/// <param name="Target">Full path of the file to write, or empty.</param>
public sealed record DarkroomTask(string Original, int Width, int Height, string Rendition, string Target);

/// <summary>What became of a task. <see cref="Fault"/> is why the picture cannot be decoded; <see cref="Trouble"/>, why the darkroom could not work, which is not the picture's fault.</summary>
public sealed record DarkroomResult(string Fault = "", string Trouble = "", int X = 50, int Y = 50, long Length = 0);

/// <summary>The lines between the newsroom and its darkroom.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DarkroomTask))]
[JsonSerializable(typeof(DarkroomResult))]
internal sealed partial class DarkroomJson : JsonSerializerContext;

/// <summary>The darkroom's side of the line: reads tasks, does them, answers each, until the line ends.</summary>
public static class DarkroomTalk
{
    /// <summary>Works until the input ends. The first line out says that the darkroom is open, or why it is not.</summary>
    public static async Task RunAsync(TextReader tasks, TextWriter results, CancellationToken cancel)
    {
        try
        {
            Darkroom.Open();
        }
        catch (Exception trouble) when (trouble is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            await SayAsync(new DarkroomResult(Trouble: "libvips is not there: install it (libvips42), or run on Linux x64, for which it comes along."));
            return;
        }

        await SayAsync(new DarkroomResult());
        while (await tasks.ReadLineAsync(cancel).ConfigureAwait(false) is { } line)
            await SayAsync(await DoAsync(JsonSerializer.Deserialize(line, DarkroomJson.Default.DarkroomTask)!, cancel).ConfigureAwait(false)).ConfigureAwait(false);

        async Task SayAsync(DarkroomResult result)
        {
            await results.WriteLineAsync(JsonSerializer.Serialize(result, DarkroomJson.Default.DarkroomResult)).ConfigureAwait(false);
            await results.FlushAsync(cancel).ConfigureAwait(false);
        }
    }

    private static async Task<DarkroomResult> DoAsync(DarkroomTask task, CancellationToken cancel)
    {
        try
        {
            if (!File.Exists(task.Original))
                return new DarkroomResult(Trouble: $"{task.Original} is missing.");
            if (task.Rendition.Length == 0)
            {
                var focus = Darkroom.Look(task.Original);
                return new DarkroomResult(X: focus.X, Y: focus.Y);
            }

            var bytes = Darkroom.Develop(task.Original, task.Width, task.Height, Rendition.Of(task.Rendition)!);
            Directory.CreateDirectory(Path.GetDirectoryName(task.Target)!);
            // Written aside and moved into place, so that a name always stands for whole content.
            var aside = $"{task.Target}.{Environment.ProcessId}.part";
            await File.WriteAllBytesAsync(aside, bytes, cancel).ConfigureAwait(false);
            File.Move(aside, task.Target, overwrite: true);
            return new DarkroomResult(Length: bytes.Length);
        }
        catch (NetVips.VipsException fault)
        {
            return new DarkroomResult(Fault: Sentence(fault.Message));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new DarkroomResult(Trouble: trouble.Message);
        }
    }

    /// <summary>libvips says "unable to call thumbnail" and then, line by line, what its codecs said.</summary>
    private static string Sentence(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 1 ? string.Join("; ", lines[1..].Distinct(StringComparer.Ordinal).Take(3)) : message;
    }
}
