using Wireroom.Bench;

// Each figure is taken beside its peer in the same run; bench/README.md has the commands and the last figures.
string[] rest = args.Length > 0 ? args[1..] : [];
switch (args.FirstOrDefault())
{
    case "search":
        await SearchBench.RunAsync(rest);
        return 0;
    case "pages":
        await PagesBench.RunAsync(rest.FirstOrDefault() ?? "");
        return 0;
    case "live":
        await LiveBench.RunAsync(rest);
        return 0;
    case "bare":
        await BareKestrel.RunAsync(rest);
        return 0;
    case "formats":
        FormatsBench.Run(rest.FirstOrDefault() ?? "");
        return 0;
    case "long":
        LongBench.Run(rest.FirstOrDefault() ?? "");
        return 0;
    case "import":
        await ImportBench.RunAsync();
        return 0;
    case "intake":
        await IntakeBench.RunAsync(rest);
        return 0;
    case "queue":
        await QueueBench.RunAsync(rest);
        return 0;
    case "ledger":
        LedgerBench.Run();
        return 0;
    case "pictures":
        await PicturesBench.RunAsync();
        return 0;
    case "desk":
        await DeskBench.RunAsync();
        return 0;
    case "start":
        await StartBench.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: bench search [stories] [PostgreSQL connection] | pages [name] | live [connections] | formats [name] | long [megabytes] | import | intake [PostgreSQL connection] [documents] | queue [days] | ledger | pictures | desk | start");
        return 2;
}
