using System.CommandLine;
using System.Text.Json.Nodes;
using Edge.Demo.Towns;
using Edge.Store;
using Edge.Testing;
using Edge.Torture.Kill;
using Edge.Torture.Month;
using Edge.Torture.Power;
using Edge.Vm.Machines;

namespace Edge.Torture;

/// <summary><c>edge-torture power [--cuts N] | kill [--kills N] | month [--days N], each with [--seed S] [--json]</c>. Exit codes: 0 nothing was lost, 1 something was, or it could not be tried; 2 wrong usage.</summary>
internal static class TortureCommand
{
    private const int Failed = 1, WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Looks for what is lost when the power is cut, or the gateway killed, again and again, or no city answers for a month.") { Power(), Kill(), Month() };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync($"./edge torture: {error.Message}");
        return WrongUsage;
    }

    private static Command Power()
    {
        const string words = "Cuts the power of a disk with a volatile, tearing write cache while a log is written on it, in a virtual machine.";
        return Verb("power", words, Count("--cuts", "Power cuts.", 100), async (count, seed, cancellationToken) =>
        {
            if (MachineFiles.Missing is { } missing)
                throw new TortureException(missing);
            var folder = Folder("power", seed);
            var report = await new PowerTorture(folder, TimeProvider.System, Console.Error.WriteLine).RunAsync(count, seed, cancellationToken);
            return (report.IsPassed, report.ToString(), report.ToJson());
        });
    }

    private static Command Kill() =>
        Verb("kill", "Kills a gateway with simulated devices, a broker and a city of four departments.", Count("--kills", "Kills.", 500), async (count, seed, cancellationToken) =>
        {
            using var folder = new TemporaryDirectory();   // a short path, for its sockets
            var report = await new KillTorture(folder.Path, TimeProvider.System, Console.Error.WriteLine).RunAsync(count, seed, cancellationToken);
            return (report.IsPassed, report.ToString(), report.ToJson());
        });

    private static Command Month() =>
        Verb("month", "Lets a gateway measure without a city, in simulated time, and then one anchor catch up.", Count("--days", "Days.", 30), (count, seed, cancellationToken) =>
        {
            var folder = MonthPlace.Make(count, () => Folder("month", seed));
            try
            {
                var report = new MonthTorture(folder, TimeProvider.System, Console.Error.WriteLine).Run(count, seed, cancellationToken);
                return Task.FromResult((report.IsPassed, report.ToString(), report.ToJson()));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });

    private static Command Verb(string name, string words, Option<int> count, Func<int, ulong, CancellationToken, Task<(bool IsPassed, string Words, JsonObject Json)>> torture)
    {
        var seed = new Option<ulong>("--seed") { Description = "Another seed gives other moments.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "One JSON object on the last line of standard output." };
        var language = new Option<string?>("--lang") { Description = "Accepted as by every verb; figures are shown in English." };
        language.AcceptOnlyFromAmong("en", "zh");
        var command = new Command(name, words) { count, seed, json, language };
        command.SetAction(async (result, cancellationToken) =>
        {
            try
            {
                var (isPassed, sentence, figures) = await torture(result.GetRequiredValue(count), result.GetRequiredValue(seed), cancellationToken);
                await Console.Out.WriteLineAsync(sentence);
                if (result.GetValue(json))
                    await Console.Out.WriteLineAsync(figures.ToJsonString());
                return isPassed ? 0 : Failed;
            }
            catch (Exception e) when (e is TortureException or TownException or StoreException or IOException or UnauthorizedAccessException or TimeoutException or InvalidOperationException or OperationCanceledException)
            {
                await Console.Error.WriteLineAsync($"./edge torture: {e.Message}");
                return Failed;
            }
        });
        return command;
    }

    private static Option<int> Count(string name, string words, int usual)
    {
        var count = new Option<int>(name) { Description = $"{words} Default: {usual}.", DefaultValueFactory = _ => usual };
        count.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() < 1)
                r.AddError($"{name} is 1 or more.");
        });
        return count;
    }

    private static string Folder(string verb, ulong seed) =>
        Directory.CreateDirectory(Path.Combine(Programs.RepositoryRoot, "artifacts", "torture", verb, $"{seed}-{Environment.ProcessId}")).FullName;
}
