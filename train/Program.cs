using Wireroom.Train;

// Trains the weights of src/Language, and measures the ledger against gold files; src/Language/Tagging/Models/NOTICE.md says from what.
switch (args)
{
    case ["learn", var folder, var into]:
        Learn.Run(folder, into);
        return 0;
    case ["measure", var folder, var weights]:
        Learn.Measure(folder, weights);
        return 0;
    case ["predict", var file, .. var options]:
        Predict.Run(file, options.Contains("--all-cues"), Console.Out);
        return 0;
    case ["words", var folder, var into]:
        WordNet.Run(folder, into);
        return 0;
    case ["clusters", var vectors, var into]:
        Clusters.Run(vectors, into);
        return 0;
    case ["parse", var text]:
        Parse.Print(text, Console.Out);
        return 0;
    case ["ledger", var file]:
        Show.Print(File.ReadAllText(file), Console.Out);
        return 0;
    case ["check", var file, .. var options]:
        Check.Run(file, options.Contains("--quiet"), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: train words FOLDER-OF-WORDNET FOLDER-OF-WEIGHTS | clusters VECTORS.json FOLDER-OF-WEIGHTS | learn FOLDER-OF-TREEBANKS FOLDER-OF-WEIGHTS | measure FOLDER-OF-TREEBANKS FOLDER-OF-WEIGHTS | predict GOLD.jsonl [--all-cues] | parse TEXT | ledger FILE | check STATEMENTS [--quiet]");
        return 2;
}
