using Edge.Demo.Evidence;
using Edge.Demo.Showing;
using Edge.Demo.Towns;

namespace Edge.Demo;

/// <summary>The whole way of a reading, shown once: founded, measured, anchored, cut, verified. 0 only if all of it came through.</summary>
public sealed class DemoRun(TownPlan plan, int seconds, string? folder, DemoWords words, TextWriter output)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var files = await ShowAsync(TownFolder.Make(folder), cancellationToken);
            return files is null ? 1 : 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 1;
        }
        catch (Exception e) when (e is TownException or IOException or UnauthorizedAccessException or OperationCanceledException or TimeoutException)
        {
            await output.WriteLineAsync(words.Failed(e.Message));
            return 1;
        }
    }

    private async Task<int?> ShowAsync(TownFolder town, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(words.Founding(town.Root));
        if (plan.Recording is { } recording)
            await output.WriteLineAsync(words.Recording(recording));
        int? files;
        await using (var city = await Town.FoundAsync(plan, town, n => output.WriteLine("  " + words.Starting(n)), cancellationToken))
        {
            await output.WriteLineAsync(words.Measuring(seconds));
            var state = await new LiveView(city, words, output).ShowAsync(
                TimeSpan.FromSeconds(seconds), s => s.Anchored > 0 && s.Channels.Values.All(c => c.Quality is not null), TimeSpan.FromSeconds(30), cancellationToken);
            files = await new EvidenceRound(city, words, output).RunAsync(state, cancellationToken);
            await city.Gateway.StopAsync(cancellationToken);
        }

        await output.WriteLineAsync(files is { } n ? words.Done(n, town.Root) : words.LogsIn(town.Logs));
        return files;
    }
}
