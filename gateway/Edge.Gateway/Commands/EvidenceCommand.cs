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
    private const string Wishes =
        "Say which readings: --channel NAME (the newest), --channel NAME --since T --until T, --index N ..., or --from N --to N.";

    public static Command Create()
    {
        var config = new Option<string>("--config") { Description = "The gateway's YAML file.", Required = true };
        var channel = new Option<string?>("--channel") { Description = "The newest anchored reading of this channel; with --since and --until, those of that time." };
        var withValue = new Option<bool>("--with-value") { Description = "With --channel alone: only a reading that has a value." };
        var since = new Option<string?>("--since") { Description = $"Earliest time of a reading by the gateway's clock, {Moment.Form}." };
        var until = new Option<string?>("--until") { Description = "Latest time, likewise. The gaps of that time are shown too." };
        var index = new Option<ulong[]>("--index") { Description = "These entries of the log, and only these.", AllowMultipleArgumentsPerToken = true };
        var from = new Option<ulong?>("--from") { Description = "First entry of a contiguous range: nothing between is missing." };
        var to = new Option<ulong?>("--to") { Description = "Last entry of that range. Gaps of its time that were noted later are shown too." };
        var slim = new Option<bool>("--slim") { Description = "Configurations and calibrations only by their hashes: the smallest file, which one QR code holds." };
        var output = new Option<string>("--out") { Description = "The evidence file to write.", Required = true };
        var command = new Command("evidence", "Cuts an evidence file out of the log and checks it against the gateway's policy before it is written.")
        {
            config, channel, withValue, since, until, index, from, to, slim, output,
        };
        command.SetAction((result, _) => Failure.Guard(() =>
        {
            var configuration = ConfigurationReader.Read(result.GetRequiredValue(config));
            using var reader = LogStoreFile.OpenReader(configuration.Store.File);
            var log = new LogView(reader);
            var find = new SubjectFinder(log);
            var only = result.GetValue(withValue);
            var subjects = (result.GetValue(channel), result.GetValue(since), result.GetValue(until), result.GetValue(index), result.GetValue(from), result.GetValue(to)) switch
            {
                ({ } name, null, null, null or [], null, null) => [find.Latest(Known(configuration, name), only)],
                ({ } name, { } begin, { } end, null or [], null, null) when !only => Between(find, Known(configuration, name), Moment.Parse("--since", begin), Moment.Parse("--until", end)),
                (null, null, null, { Length: > 0 } list, null, null) when !only => [.. list.Distinct().Order()],
                (null, null, null, null or [], { } first, { } last) when !only => Range(find, log, first, last),
                _ => throw new InputException(Wishes),
            };
            return WriteAsync(configuration, log, subjects, result.GetValue(slim), result.GetRequiredValue(output));
        }));
        return command;
    }

    private static async Task<int> WriteAsync(GatewayConfiguration configuration, LogView log, IReadOnlyList<ulong> subjects, bool slim, string path)
    {
        Exists(log, subjects[^1]);
        var bytes = new EvidenceCutter(log).Cut(subjects, slim).ToBytes();
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

    private static string Known(GatewayConfiguration configuration, string channel) => configuration.Channels.Any(c => c.Name == channel)
        ? channel
        : throw new InputException($"There is no channel {channel}; the configuration has {string.Join(", ", configuration.Channels.Select(c => c.Name))}.");

    private static IReadOnlyList<ulong> Between(SubjectFinder find, string channel, double since, double until) =>
        since <= until ? find.Between(channel, since, until) : throw new InputException("--since is later than --until.");

    private static IReadOnlyList<ulong> Range(SubjectFinder find, LogView log, ulong first, ulong last)
    {
        if (first > last)
            throw new InputException("A range runs from a lower to a higher entry: --from is above --to.");
        Exists(log, last);
        return find.Range(first, last);
    }

    private static void Exists(LogView log, ulong index)
    {
        if (index >= log.Store.Extent.Size)
            throw new InputException($"Entry {index} does not exist: the log holds {log.Store.Extent.Size} entries, from 0 on.");
    }
}
