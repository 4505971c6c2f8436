using Edge.Demo.Showing;
using Edge.Demo.Towns;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Processes;

namespace Edge.Demo.Evidence;

/// <summary>Cuts one evidence file per channel, has each verified by a process of its own, and holds the values against the recording.</summary>
public sealed class EvidenceRound(Town town, DemoWords words, DemoPage page)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Channels of which at least one per domain must come through.</summary>
    /// <returns>The files verified; null when something failed, which was said.</returns>
    public async Task<IReadOnlyList<string>?> RunAsync(GatewayState state, CancellationToken cancellationToken)
    {
        page.Say(words.Cutting);
        var proved = new HashSet<string>();
        var files = new List<string>();
        var domains = state.Channels.ToDictionary(c => c.Key, c => c.Value.Domain);
        var good = true;
        foreach (var (channel, about) in state.Channels)
        {
            var file = Path.Combine(town.Folder.Evidence, $"{channel}.edge");
            if (await CutAsync(channel, file, cancellationToken) is { } why)
            {
                page.Say("  " + words.NoEvidence(channel, why));
                continue;
            }

            var truth = new Truth(TruthRow.ReadAll(town.Folder.Truth));
            page.Say($"  {Path.GetFileName(file)}{(town.Plan.Recording is null ? "" : " " + words.Origin(truth.OriginOf(channel, domains)))}");
            good &= await VerifyAsync(file, cancellationToken) && await CompareAsync(truth, about, file);
            proved.Add(about.Domain);
            files.Add(file);
        }

        foreach (var domain in new[] { "pipeline", "energy", "water" }.Except(proved))
        {
            page.Say(words.MissingDomain(domain));
            good = false;
        }

        return good ? files : null;
    }

    /// <summary>Null when the file was cut, else why not.</summary>
    private async Task<string?> CutAsync(string channel, string file, CancellationToken cancellationToken)
    {
        await using var cut = ChildProcess.Start(
            town.GatewayProgram, ["evidence", "--config", town.Folder.GatewayConfiguration, "--channel", channel, "--with-value", "--out", file]);
        return await cut.WaitForExit(Limit, cancellationToken) == 0 ? null : cut.Error.ToString();
    }

    private async Task<bool> VerifyAsync(string file, CancellationToken cancellationToken)
    {
        await using var verify = ChildProcess.Start(BuiltPrograms.Verify, [file, "--policy", town.Folder.Policy, "--lang", words.Language]);
        var code = await verify.WaitForExit(Limit, cancellationToken);
        var said = verify.Output.All.TakeWhile(l => l.Length > 0).DefaultIfEmpty(verify.Error.ToString());
        page.Say($"    {Columns.Unfold(said)}");
        return code == 0;
    }

    private async Task<bool> CompareAsync(Truth truth, GatewayState.ChannelState about, string file)
    {
        var policy = TrustPolicy.Parse(await File.ReadAllBytesAsync(town.Folder.Policy));
        var reading = new EvidenceVerifier(policy).Verify(await File.ReadAllBytesAsync(file)).Readings[0];
        var comparison = truth.Compare(reading);
        if (comparison.Agrees is not { } agrees)
            return true;
        page.Say(agrees
            ? words.RowAgrees(comparison.Row, comparison.Recorded, reading.Reading.Value!.Value, about.Unit)
            : words.RowDiffers(reading.Reading.Value!.Value, about.Unit, comparison.Rows));
        return agrees;
    }
}
