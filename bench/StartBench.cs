namespace Wireroom.Bench;

/// <summary>From the start of the process to the first whole front page, and the memory that stays resident after it, on the sample newsroom's data.</summary>
internal static class StartBench
{
    private const int Rounds = 7;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-bench-").FullName;
        try
        {
            await using (var first = await RunningProgram.NewsroomAsync(folder))
            {
                await Task.Delay(TimeSpan.FromSeconds(3));
                Console.WriteLine($"first start, laying the sample newsroom: front page after {first.StartUp.TotalMilliseconds:n0} ms, {first.ResidentMegabytes:0} MB resident 3 s later");
            }

            var times = new List<double>();
            var memory = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                await using var again = await RunningProgram.NewsroomAsync(folder);
                await Task.Delay(TimeSpan.FromSeconds(2));
                times.Add(again.StartUp.TotalMilliseconds);
                memory.Add(again.ResidentMegabytes);
            }

            Console.WriteLine($"second start: front page after {times.Order().ElementAt(Rounds / 2):n0} ms (median of {Rounds}), {memory.Order().ElementAt(Rounds / 2):0} MB resident 2 s later");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
