using Edge.Demo.Evidence;
using Edge.Demo.Showing;
using Edge.Demo.Towns;

namespace Edge.Demo;

/// <summary>The whole way of a reading, shown once: founded, measured, anchored, cut, verified. well only if all of it came through.</summary>
public sealed class DemoRun(DemoRequest request, DemoWords words, DemoPage page, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30), Outage = TimeSpan.FromSeconds(3), Around = TimeSpan.FromSeconds(4);

    public async Task<DemoAnswer> RunAsync(CancellationToken cancellationToken)
    {
        string? why = null, logs = null;
        TownFolder? folder = null;
        IReadOnlyList<string>? files = null;
        try
        {
            folder = TownFolder.Make(request.Folder, request.Files);
            files = await ShowAsync(folder, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The user ended it; what there is to read is named below.
        }
        catch (Exception e) when (e is TownException or IOException or UnauthorizedAccessException or OperationCanceledException or TimeoutException)
        {
            page.Say(why = words.Failed(e));
        }

        if (files is null && folder?.RemoveIfOfNoUse() == false)
            page.Say(words.LogsIn(logs = folder.Logs));
        folder?.Dispose();
        return files is null
            ? new DemoAnswer(1, "not_done", why, Logs: logs)
            : new DemoAnswer(0, Folder: folder?.Root, Policy: folder?.Policy, Evidence: files);
    }

    private async Task<IReadOnlyList<string>?> ShowAsync(TownFolder folder, CancellationToken cancellationToken)
    {
        if (folder.Replaced > 0)
            page.Say(words.Replacing(folder.Root, folder.Replaced));
        page.Say(words.Founding(folder.Root));
        IReadOnlyList<string>? files;
        var hasTap = false;
        (DateTimeOffset From, DateTimeOffset To)? outage = null;
        await using (var city = await Town.FoundAsync(request.Plan, folder, node => page.Say("  " + words.Starting(node.Name, node.Product)), cancellationToken))
        {
            foreach (var line in city.SimulatorWords)
                ShowSimulator(line);
            page.Say(words.Measuring(request.Seconds));
            hasTap = city.HasTapPage;
            if (request.Plan.SiteAddress is { } site)
            {
                page.Say(words.Look(site));
                if (hasTap)
                    page.Say(words.Tap(site));
            }

            var view = new LiveView(city, words, page);
            var measuring = TimeSpan.FromSeconds(request.Seconds);
            if (request.IsCut)
            {
                measuring /= 2;
                await view.ShowAsync(measuring, static _ => true, Limit, cancellationToken);
                outage = await CutAsync(city, cancellationToken);
            }

            var state = await view.ShowAsync(measuring, new EverythingAnchored().Look, Limit, cancellationToken);
            files = await new EvidenceRound(city, words, page).RunAsync(state, cancellationToken);
            await city.Gateway.StopAsync(cancellationToken);
        }

        if (files is not null && request.Plan.SiteAddress is { } address)
        {
            page.Say(words.Pages(address, hasTap));
            page.Command($"  {BuiltPrograms.Script} demo --seconds 600");
        }

        if (files is [var file, ..])
            ShowHowToCheck(files.Count, file, folder.Policy);
        if (files is not null && outage is var (from, to))
            ShowHowToCutAcross(folder, from, to);
        return files;
    }

    /// <summary>Kills the gateway and starts it again; returns times around its absence.</summary>
    private async Task<(DateTimeOffset From, DateTimeOffset To)> CutAsync(Town city, CancellationToken cancellationToken)
    {
        page.Say(words.Cut(Outage));
        var from = time.GetUtcNow() - Around;
        await city.Gateway.KillAsync();
        await Task.Delay(Outage, time, cancellationToken);
        await city.Gateway.StartAsync(cancellationToken);
        return (from, time.GetUtcNow() + Around);
    }

    /// <summary>What it indents is a command to copy.</summary>
    private void ShowSimulator(string line)
    {
        if (line.StartsWith(' '))
            page.Command("  " + line);
        else
            page.Say("  " + line);
    }

    private void ShowHowToCutAcross(TownFolder folder, DateTimeOffset from, DateTimeOffset to)
    {
        var here = Environment.CurrentDirectory;
        page.Say(words.AcrossTheCut);
        page.Command($"  {BuiltPrograms.Script} evidence --config {ShellText.Path(folder.GatewayConfiguration, here)} \\");
        page.Command($"    --since {from:yyyy-MM-ddTHH:mm:ssZ} --until {to:yyyy-MM-ddTHH:mm:ssZ} --out cut.edge");
    }

    private void ShowHowToCheck(int count, string file, string policy)
    {
        var here = Environment.CurrentDirectory;
        page.Say(words.Done(count));
        page.Command($"  {BuiltPrograms.Script} verify {ShellText.Path(file, here)} \\");
        page.Command($"    --policy {ShellText.Path(policy, here)}");
    }
}
