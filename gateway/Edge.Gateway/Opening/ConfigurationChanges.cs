using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Gateway.Opening;

/// <summary>
/// What a start changes of the configurations and calibrations that were in force before it, as events of kind maintenance: what, by which hashes, and who. One is about the
/// file, with the SHA-256 that its configuration entries carry; then one about each channel, with the leaf hashes of the entries that its readings' contexts name.
/// </summary>
/// <param name="former">The run before.</param>
/// <param name="configuration">What is in force now.</param>
/// <param name="now">When it came into force.</param>
internal sealed class ConfigurationChanges(FormerRun former, GatewayConfiguration configuration, BootEntry now)
{
    /// <summary>What an event about the file is about; no channel has a blank in its name.</summary>
    public const string File = "configuration file";

    /// <param name="leaves">Of each channel's configuration and calibration now; zeros where there is none.</param>
    public IEnumerable<EventEntry> Tell(Func<int, (Hash32 Configuration, Hash32 Calibration)> leaves)
    {
        if (former.File is not { } file)
        {
            if (!former.IsWhole)
                yield return Event(File, $"SHA-256 {configuration.FileSha256} is in force; of the one before nothing can be read any more, so whether it was the same cannot be told");
            yield break;
        }

        if (file.File != configuration.FileHash)
            yield return Event(File, $"SHA-256 {configuration.FileSha256} replaces {Hex(file.File)}, of {file.Who}");
        for (var i = 0; i < configuration.Channels.Count; i++)
        {
            var channel = configuration.Channels[i];
            if (Defined(channel, leaves(i).Configuration) is { } defined)
                yield return Event(channel.Name, defined);
            if (Calibrated(channel, leaves(i).Calibration) is { } calibrated)
                yield return Event(channel.Name, calibrated);
        }

        foreach (var (name, (leaf, _)) in former.Configurations.Where(f => configuration.Channels.All(c => c.Name != f.Key)))
            yield return Event(name, $"no longer a channel; its configuration was {Hex(leaf)}");
    }

    private string? Defined(ChannelSettings channel, in Hash32 leaf)
    {
        if (!former.Configurations.TryGetValue(channel.Name, out var before))
            return former.IsWhole ? $"a new channel; its configuration is {Hex(leaf)}" : null;
        return before.Entry.Definition == channel.Definition ? null
            : $"configuration {Hex(leaf)} replaces {Hex(before.Leaf)}: {DefinitionChanges.Of(before.Entry.Definition, channel.Definition)}";
    }

    private string? Calibrated(ChannelSettings channel, in Hash32 leaf)
    {
        var before = former.Calibrations.TryGetValue(channel.Name, out var found) ? found : default((Hash32 Leaf, CalibrationEntry Entry)?);
        if (channel.Calibration is not { } calibration)
            return before is { Leaf: var withdrawn } ? $"calibration {Hex(withdrawn)} is no longer in force; there is no other" : null;
        var entry = OpeningEntries.Calibration(channel, calibration);
        var told = Told(entry);
        return before switch
        {
            null => former.IsWhole ? $"calibration {Hex(leaf)}, the first of this channel: {told}" : null,
            { Entry: var earlier } when earlier == entry => null,
            { Leaf: var replaced } => $"calibration {Hex(leaf)} replaces {Hex(replaced)}: {told}; before: {Told(before.Value.Entry)}",
        };
    }

    private static string Told(CalibrationEntry entry) => string.Join(", ", new[]
    {
        $"calibrated {entry.Date} by {entry.Who}",
        entry.Certificate.Length > 0 ? $"certificate {entry.Certificate}" : "",
        DeviceCalibration.Result(entry) is { Length: > 0 } result ? $"result {result}" : "",
    }.Where(p => p.Length > 0));

    /// <summary>Under the same file it was the program that changed what it makes of it.</summary>
    private EventEntry Event(string subject, string text) => former.File?.File == configuration.FileHash
        ? new EventEntry(EntryKind.Software, now.Monotonic, now.Wall, subject, text, OpeningEntries.Software)
        : new EventEntry(EntryKind.Maintenance, now.Monotonic, now.Wall, subject, text, configuration.Who);

    private static string Hex(in Hash32 hash) => Convert.ToHexStringLower(hash.Bytes);
}
