using System.CommandLine;
using Wireroom.Newsroom.Cli;
using Wireroom.Storage;

// What goes wrong in a way that the operator can mend is one line; anything else is a defect and keeps its trace.
const int Failed = 1, AskedWrongly = 2, Stopped = 130;
var parsed = CommandLine.Make().Parse(args);
if (parsed.Errors.Count > 0)
    return await SayAsync($"{parsed.Errors[0].Message} See {string.Join(' ', parsed.CommandResult.Command.Parents.OfType<Command>().Append(parsed.CommandResult.Command).Select(command => command.Name))} --help.", AskedWrongly);
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (UsageException fault)
{
    return await SayAsync(fault.Message, AskedWrongly);
}
catch (StoreException fault)
{
    return await SayAsync(fault.Message, Failed);
}
catch (OperationCanceledException)
{
    return Stopped; // by Ctrl-C, as shells count it
}

static async Task<int> SayAsync(string message, int code)
{
    await Console.Error.WriteLineAsync($"wireroom: {message}");
    return code;
}
