using System.CommandLine;
using Wireroom.Newsroom.Cli;
using Wireroom.Storage;

// What goes wrong in a way that the operator can mend is one line; anything else is a defect and keeps its trace.
try
{
    return await CommandLine.Make().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception fault) when (fault is StoreException or UsageException)
{
    await Console.Error.WriteLineAsync($"wireroom: {fault.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130; // stopped by Ctrl-C, as shells count it
}
