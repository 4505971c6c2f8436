using Edge.Demo.Evidence;
using Edge.Demo.Showing;
using Edge.Demo.Towns;

namespace Edge.Demo;

/// <summary>The whole way of a reading, shown once: founded, measured, anchored, cut, verified. 0 only if all of it came through.</summary>
public sealed class DemoRun(DemoRequest request, DemoWords words, DemoPage page)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
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
            page.Say(words.Failed(e));
        }

        if (files is null && folder?.RemoveIfOfNoUse() == false)
            page.Say(words.LogsIn(folder.Logs));
        folder?.Dispose();
        return files is null ? 1 : 0;
    }

    private async Task<IReadOnlyList<string>?> ShowAsync(TownFolder folder, CancellationToken cancellationToken)
    {
        if (folder.Replaced > 0)
            page.Say(words.Replacing(folder.Root, folder.Replaced));
        page.Say(words.Founding(folder.Root));
        IReadOnlyList<string>? files;
        await using (var city = await Town.FoundAsync(request.Plan, folder, n => page.Say("  " + words.Starting(n)), cancellationToken))
        {
            foreach (var line in city.SimulatorWords)
                ShowSimulator(line);
            page.Say(words.Measuring(request.Seconds));
            var state = await new LiveView(city, words, page).ShowAsync(
                TimeSpan.FromSeconds(request.Seconds), new EverythingAnchored().Look, TimeSpan.FromSeconds(30), cancellationToken);
            files = await new EvidenceRound(city, words, page).RunAsync(state, cancellationToken);
            await city.Gateway.StopAsync(cancellationToken);
        }

        if (files is [var file, ..])
            ShowHowToCheck(files.Count, file, folder.Policy);
        return files;
    }

    /// <summary>What it indents is a command to copy.</summary>
    private void ShowSimulator(string line)
    {
        if (line.StartsWith(' '))
            page.Command("  " + line);
        else
            page.Say("  " + line);
    }

    private void ShowHowToCheck(int count, string file, string policy)
    {
        var here = Environment.CurrentDirectory;
        page.Say(words.Done(count));
        page.Command($"  ./edge verify {ShellText.Path(file, here)} \\");
        page.Command($"    --policy {ShellText.Path(policy, here)}");
    }
}
