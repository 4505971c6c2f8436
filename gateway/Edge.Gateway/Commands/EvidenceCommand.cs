using System.CommandLine;
using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Ledger.Evidence;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway evidence</c>: cuts one evidence file, also while the gateway runs.</summary>
internal static class EvidenceCommand
{
    public static Command Create()
    {
        var config = new Option<string>("--config") { Description = "The gateway's YAML file.", Required = true };
        var channel = new Option<string?>("--channel") { Description = "The newest anchored reading of this channel." };
        var withValue = new Option<bool>("--with-value") { Description = "With --channel: only a reading that has a value." };
        var index = new Option<ulong[]>("--index") { Description = "These entries of the log, and only these.", AllowMultipleArgumentsPerToken = true };
        var from = new Option<ulong?>("--from") { Description = "First entry of a contiguous range." };
        var to = new Option<ulong?>("--to") { Description = "Last entry of that range." };
        var output = new Option<string>("--out") { Description = "The evidence file to write.", Required = true };
        var command = new Command("evidence", "Cuts an evidence file out of the log and checks it against the gateway's policy before it is written.")
        {
            config, channel, withValue, index, from, to, output,
        };
        command.SetAction((result, _) => Failure.Guard(() =>
        {
            var configuration = ConfigurationReader.Read(result.GetRequiredValue(config));
            using var reader = LogStoreFile.OpenReader(configuration.Store.File);
            var log = new LogView(reader);
            var subjects = (result.GetValue(channel), result.GetValue(index), result.GetValue(from), result.GetValue(to)) switch
            {
                ({ } name, null or [], null, null) => Latest(configuration, log, name, result.GetValue(withValue)),
                (null, { Length: > 0 } list, null, null) => [.. list.Distinct().Order()],
                (null, null or [], { } first, { } last) => Range(first, last),
                _ => throw new InputException("Say which readings: --channel NAME, or --index N ..., or --from N --to N."),
            };
            return WriteAsync(configuration, log, subjects, result.GetRequiredValue(output));
        }));
        return command;
    }

    private static async Task<int> WriteAsync(GatewayConfiguration configuration, LogView log, IReadOnlyList<ulong> subjects, string path)
    {
        if (subjects[^1] >= log.Store.Extent.Size)
            throw new InputException($"Entry {subjects[^1]} does not exist: the log holds {log.Store.Extent.Size} entries, from 0 on.");
        var bytes = new EvidenceCutter(log).Cut(subjects).ToBytes();
        var verdict = new EvidenceVerifier(KeyFile.ReadPolicy(configuration)).Verify(bytes);
        if (verdict.Outcome == Outcome.Invalid)
            throw new EvidenceException($"the evidence does not verify against {configuration.PolicyFile}: {verdict.Findings[0].Code} {verdict.Findings[0].Detail}");
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = full + ".part";
        await File.WriteAllBytesAsync(temporary, bytes);
        File.Move(temporary, full, overwrite: true);
        await Console.Out.WriteLineAsync(full);
        return 0;
    }

    private static ulong[] Latest(GatewayConfiguration configuration, LogView log, string channel, bool withValue) =>
        configuration.Channels.Any(c => c.Name == channel)
            ? [new SubjectFinder(log).Latest(channel, withValue)]
            : throw new InputException($"There is no channel {channel}; the configuration has {string.Join(", ", configuration.Channels.Select(c => c.Name))}.");

    private static ulong[] Range(ulong first, ulong last)
    {
        if (first > last || last - first >= MaxRange)
            throw new InputException($"A range runs from a lower to a higher entry, at most {MaxRange} of them.");
        return [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + (ulong)i)];
    }

    private const ulong MaxRange = 200_000;
}
