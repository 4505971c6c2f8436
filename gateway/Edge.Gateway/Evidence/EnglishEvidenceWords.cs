using System.Globalization;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Evidence;

internal sealed class EnglishEvidenceWords : EvidenceWords
{
    public override string NothingAsked => "no entry was asked for";

    public override string NothingAnchored => "nothing is anchored yet; try again when the gateway has reached the city";

    public override string NotAnchored(ulong index, ulong below) =>
        $"entry {Number(index)} is not anchored yet: the city holds entries below {Number(below)}. Try again when the gateway has reached the city";

    public override string NotSealed(ulong index) => $"entry {Number(index)} is not sealed yet";

    public override string NotASeal(ulong index) => $"entry {Number(index)} should be a seal and is not";

    public override string NoReading(string channel, bool withValue) => $"no anchored reading of channel {channel} {(withValue ? "with a value " : "")}is held";

    public override string TooLong(ulong entries, int most) => $"{Number(entries)} entries; one evidence file is cut for at most {Number(most)}. Ask for shorter ranges, one after the other";

    public override string TooMany(int most) => $"more than {Number(most)} entries; one evidence file is cut for no more. Ask for shorter times, one after the other";

    public override string NoneBetween(string? channel) => $"no anchored reading{(channel is null ? "" : $" of channel {channel}")} carries a time between the two, and no gap speaks of it";

    public override string SomeEvicted(ulong oldest, WallTime? sealedAt) =>
        $"entries below {Number(oldest)} were evicted, and some of them may be of that time: their hashes remain, their bytes are gone. The oldest batch held was sealed {Text(sealedAt)}; ask for what came after";

    public override string AllDamaged(ulong first, ulong last) =>
        $"{(first == last ? $"entry {Number(first)} is" : $"entries {Number(first)} to {Number(last)} are")} damaged in the store, and of what was asked for nothing else is left: the hashes remain, the bytes are lost";

    public override string DamagedLeftOut(ulong count, ulong first, ulong last) =>
        (count == 1 ? $"Left out: entry {Number(first)}, which may be of it and is damaged in the store. Its hash remains, its bytes are lost."
            : $"Left out: {Number(count)} entries among {Number(first)} to {Number(last)}, which may be of it and are damaged in the store. Their hashes remain, their bytes are lost.");

    public override string EvictedLeftOut(ulong oldest) =>
        $"Entries below {Number(oldest)} were evicted, and some of them may be of that time; no gap in the log tells of it, so the file does not speak of them.";

    public override string AlarmNotSought(ulong below) =>
        $"Whether an alarm was already open at the beginning is not known: none was found back to entry {Number(below)}; what is older was not looked at or is no longer held.";

    public override string ContextLeftOut(int readings) =>
        $"Of {Number(readings)} {(readings == 1 ? "reading" : "readings")} the file cannot show under which configuration and calibration {(readings == 1 ? "it was" : "they were")} recorded, nor since when {(readings == 1 ? "it existed" : "they existed")}: what says so is damaged or lost.";

    public override string Evicted(ulong index, ulong oldest) =>
        $"Entry {Number(index)} was evicted; the oldest entry still held is {Number(oldest)}. Its hash remains provable, its bytes are gone.";

    public override string NotVerified(string policyFile, string finding) => $"the evidence does not verify against {policyFile}: {finding}";

    public override string NoChannel(string channel, IReadOnlyList<string> known) => $"There is no channel {channel}; the configuration has {string.Join(", ", known)}.";

    public override string NoEntry(ulong index, ulong size) =>
        $"Entry {Number(index)} does not exist: the log holds {Number(size)} {(size == 1 ? "entry" : "entries")}, from 0 on.";

    public override string NotATime(string option, string text) => $"{option} {text}: not a time with Z or an offset from UTC, such as {Moment.Examples[0]} or {Moment.Examples[1]}";

    public override string TimesSwapped => "--since is later than --until.";

    public override string RangeSwapped => "A range runs from a lower to a higher entry: --from is above --to.";

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Text(WallTime? wall) => wall is { } time ? $"at {Moment.Text(time)}" : "while the clock was not synchronised";
}
