namespace Wireroom.Bench;

/// <summary>Prints timings the same way everywhere.</summary>
internal static class Figures
{
    /// <summary>The value below which that share of the sorted values lies.</summary>
    public static double Percentile(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];

    public static void Print(string what, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        Console.WriteLine($"{what,-44} p50 {Percentile(sorted, 0.5),8:0.00} ms   p95 {Percentile(sorted, 0.95),8:0.00} ms   p99 {Percentile(sorted, 0.99),8:0.00} ms   n {sorted.Length}");
    }
}
