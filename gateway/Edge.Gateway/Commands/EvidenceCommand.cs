using System.CommandLine;
using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Gateway.Outputs;
using Edge.Ledger.Evidence;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway evidence</c>: cuts one evidence file, also while the gateway runs.</summary>
internal static class EvidenceCommand
{
    private const string Index = "the entry's index; for times use --since and --until";

    public static Command Create()
    {
        var config = new Option<string>("--config") { Description = "The gateway's YAML file.", Required = true };
        var channel = new Option<string?>("--channel") { Description = "The newest anchored reading of this channel; with --since and --until, those of that time." };
        var withValue = new Option<bool>("--with-value") { Description = "With --channel alone: only a reading that has a value." };
        var since = new Option<string?>("--since") { Description = $"Earliest time of a reading by the gateway's clock, as it turned out to be, {Moment.Form}." };
        var until = new Option<string?>("--until") { Description = "Latest time, likewise. The gaps of that time are shown too, and where the clock was set later, a reading that shows it." };
        var index = WholeNumber.List("--index", "an entry's index; several as --index 20 30", "These entries of the log, and only these.");
        var from = WholeNumber.Option("--from", Index, "First entry of a contiguous range: nothing between is missing.");
        var to = WholeNumber.Option("--to", Index, "Last entry of that range. Gaps of its time that were noted later are shown too.");
        var slim = new Option<bool>("--slim") { Description = "Configurations and calibrations only by their hashes: the smallest file, which one QR code holds." };
        var output = new Option<string>("--out") { Description = "The evidence file to write: new, empty, or an earlier evidence file.", Required = true };
        var language = ExportSource.Language();
        var command = new Command("evidence", "Cuts an evidence file out of the log and checks it against the gateway's policy before it is written.")
        {
            config, channel, withValue, since, until, index, from, to, slim, output, language,
        };
        command.SetAction((result, cancellationToken) => Failure.Guard(async () =>
        {
            var words = ExportSource.Words(result.GetValue(language));
            var asked = new EvidenceWish(
                result.GetValue(channel), result.GetValue(withValue), result.GetValue(since), result.GetValue(until), result.GetValue(index) ?? [], result.GetValue(from), result.GetValue(to));
            asked.Require(words);
            var configuration = ConfigurationReader.Read(result.GetRequiredValue(config));
            using var reader = LogStoreFile.OpenReader(configuration.Store.File);
            var log = new LogView(reader);
            var subjects = Find(asked, configuration, log);
            Exists(log, subjects[^1]);
            var (bytes, sum) = Cut(configuration, log, subjects, result.GetValue(slim), asked.Range);
            var file = new OutputFile(configuration.Store.File, words, Console.Error.WriteLine);
            var path = await file.WriteAsync(result.GetRequiredValue(output), OutputKind.Evidence, bytes, cancellationToken);
            await Console.Out.WriteLineAsync(words.Cut(sum, path));
            return 0;
        }));
        return command;
    }

    private static IReadOnlyList<ulong> Find(EvidenceWish asked, GatewayConfiguration configuration, LogView log)
    {
        var find = new SubjectFinder(log);
        return asked switch
        {
            { Channel: { } name, Since: { } since, Until: { } until } => Between(find, Known(configuration, name), Moment.Parse("--since", since), Moment.Parse("--until", until)),
            { Channel: { } name } => find.WithTheirTime([find.Latest(Known(configuration, name), asked.WithValue)]),
            { Range: var (first, last) } => Range(find, log, first, last),
            _ => [.. asked.Indices.Distinct().Order()],
        };
    }

    private static (byte[] Bytes, EvidenceSum Sum) Cut(GatewayConfiguration configuration, LogView log, IReadOnlyList<ulong> subjects, bool slim, (ulong, ulong)? range)
    {
        var bytes = new EvidenceCutter(log).Cut(subjects, slim).ToBytes();
        var verdict = new EvidenceVerifier(KeyFile.ReadPolicy(configuration)).Verify(bytes);
        if (verdict.Outcome == Outcome.Invalid)
            throw new EvidenceException($"the evidence does not verify against {configuration.PolicyFile}: {verdict.Findings[0].Code} {verdict.Findings[0].Detail}");
        var asked = subjects.ToHashSet();
        return (bytes, EvidenceSum.Of([.. verdict.Entries.Where(e => asked.Contains(e.Index))], range, bytes.LongLength));
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
