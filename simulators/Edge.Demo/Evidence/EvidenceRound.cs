using Edge.Demo.Showing;
using Edge.Demo.Towns;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Processes;

namespace Edge.Demo.Evidence;

/// <summary>Cuts one evidence file per channel, has each verified by a process of its own, and holds the values against the recording.</summary>
public sealed class EvidenceRound(Town town, DemoWords words, TextWriter output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Channels of which at least one per domain must come through.</summary>
    /// <returns>The number of files verified; null when something failed, which was said.</returns>
    public async Task<int?> RunAsync(GatewayState state, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(words.Cutting);
        var proved = new HashSet<string>();
        var files = 0;
        var good = true;
        foreach (var (channel, about) in state.Channels)
        {
            var file = Path.Combine(town.Folder.Evidence, $"{channel}.edge");
            if (await CutAsync(channel, file, cancellationToken) is { } why)
            {
                await output.WriteLineAsync("  " + words.NoEvidence(channel, why));
                continue;
            }

            good &= await VerifyAsync(file, cancellationToken) && await CompareAsync(channel, about, file);
            proved.Add(about.Domain);
            files++;
        }

        foreach (var domain in new[] { "pipeline", "energy", "water" }.Except(proved))
        {
            await output.WriteLineAsync(words.MissingDomain(domain));
            good = false;
        }

        return good ? files : null;
    }

    /// <summary>Null when the file was cut, else why not.</summary>
    private async Task<string?> CutAsync(string channel, string file, CancellationToken cancellationToken)
    {
        await using var cut = ChildProcess.Start(
            BuiltPrograms.Gateway, ["evidence", "--config", town.Folder.GatewayConfiguration, "--channel", channel, "--with-value", "--out", file]);
        return await cut.WaitForExit(Limit, cancellationToken) == 0 ? null : cut.Error.ToString();
    }

    private async Task<bool> VerifyAsync(string file, CancellationToken cancellationToken)
    {
        await using var verify = ChildProcess.Start(BuiltPrograms.Verify, [file, "--policy", town.Folder.Policy, "--lang", words.Language]);
        var code = await verify.WaitForExit(Limit, cancellationToken);
        var said = verify.Output.All.TakeWhile(l => l.Length > 0).DefaultIfEmpty(verify.Error.ToString());
        await output.WriteLineAsync($"  {Path.GetFileName(file)}");
        foreach (var line in said)
            await output.WriteLineAsync($"    {line}");
        return code == 0;
    }

    private async Task<bool> CompareAsync(string channel, GatewayState.ChannelState about, string file)
    {
        var policy = TrustPolicy.Parse(await File.ReadAllBytesAsync(town.Folder.Policy));
        var reading = new EvidenceVerifier(policy).Verify(await File.ReadAllBytesAsync(file)).Readings[0];
        var comparison = new Truth(TruthRow.ReadAll(town.Folder.Truth)).Compare(reading);
        if (comparison.Agrees is not { } agrees)
            return true;
        await output.WriteLineAsync(agrees
            ? words.RowAgrees(channel, comparison.Row, comparison.Recorded, reading.Reading.Value!.Value, about.Unit)
            : words.RowDiffers(channel, reading.Reading.Value!.Value, about.Unit, comparison.Rows));
        return agrees;
    }
}
