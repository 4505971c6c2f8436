using System.Globalization;
using Edge.Ledger;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Tiles;

namespace Edge.Verify.Audit;

/// <summary>
/// Walks a log's entries in order, counts what is in them, and checks what they say of one another: that a reading names what is in force at its place, that a
/// seal closes exactly the batch before it, counted right, and names the seal before. Allocates nothing for a reading.
/// </summary>
/// <param name="hasher">The log's hash function.</param>
/// <param name="told">Entries that someone says are in force at the first one that is there, if the beginning is not; a reading's own hash shows whether it was taken under them.</param>
public sealed class LogReview(TreeHasher hasher, IReadOnlyList<byte[]>? told = null)
{
    /// <summary>Findings that are kept.</summary>
    public const int MaxFindings = 100;

    /// <summary>Losses that are kept: each may excuse entries that are not there.</summary>
    public const int MaxLosses = 65_536;

    private readonly ChannelTable _channels = new();
    private readonly ulong[] _kinds = new ulong[(int)EntryKind.Software + 1];
    private readonly List<AuditFinding> _findings = [];
    private readonly List<ToldLoss> _losses = [];
    private Hash32 _boot, _clock, _seal;
    private bool _bootKnown = true, _sealKnown = true, _isTold, _lastIsSeal;
    private ulong _next, _batch, _unknownKinds, _unchecked;

    /// <summary>Starts so far, and stretches in which nothing changed that concerns all channels: a channel looks when it is next read, so that none need be told.</summary>
    private ulong _start, _era = 1;

    private ulong? _firstUnknown, _firstUnchecked;
    private QualityCounts _counts;

    public IEnumerable<ChannelTally> Channels => _channels.All;

    public ulong Readings => Count(EntryKind.Reading);

    /// <summary>What is wrong, in the log's order; at most <see cref="MaxFindings"/>.</summary>
    public IReadOnlyList<AuditFinding> Findings => _findings;

    public ulong FaultCount { get; private set; }

    /// <summary>Of unknown entries and of readings whose context could not be checked.</summary>
    public IEnumerable<AuditFinding> Reservations
    {
        get
        {
            if (_unchecked > 0)
                yield return new AuditFinding(AuditCode.ContextUnchecked, FirstEntry: _firstUnchecked, Count: _unchecked);
            if (_unknownKinds > 0)
                yield return new AuditFinding(AuditCode.UnknownKind, FirstEntry: _firstUnknown, Count: _unknownKinds);
        }
    }

    /// <summary>What its gaps tell to be lost; at most <see cref="MaxLosses"/>.</summary>
    public IReadOnlyList<ToldLoss> Losses => _losses;

    /// <summary>Entries of a kind.</summary>
    public ulong Count(EntryKind kind) => _kinds[(int)kind];

    public ulong UnknownEntries => _unknownKinds;

    /// <summary>Passes the entries of a stretch.</summary>
    public void Pass(AuditedEntries stretch)
    {
        for (var run = 0; run < stretch.Count; run++)
        {
            var index = stretch.FirstEntry(run);
            var leaves = stretch.Leaves(run);
            if (index != _next)
                Skip();
            foreach (var entry in new EntryBundle(stretch.Bundle(run)))
            {
                Pass(index++, entry, leaves[0]);
                leaves = leaves[1..];
            }

            _next = index;
        }
    }

    /// <summary>Says that the log ends here.</summary>
    public void End(ulong size)
    {
        if (_next == size && size > 0 && !_lastIsSeal)
            Fault(AuditCode.NotSealed, size - 1, "");
    }

    /// <summary>Entries between are not there: what is in force is not known until it is said again.</summary>
    private void Skip()
    {
        if (_bootKnown)
            Boot(default);
        (_bootKnown, _sealKnown, _lastIsSeal) = (false, false, false);
        _isTold = _next == 0 && told is not null;
        for (var i = 0; _isTold && i < told!.Count; i++)
            InForce(Entry.Decode(told[i]), hasher.Leaf(told[i]));
    }

    private void Pass(ulong index, ReadOnlySpan<byte> entry, in Hash32 leaf)
    {
        _lastIsSeal = false;
        try
        {
            if (ReadingView.TryRead(entry, out var reading))
                Reading(index, reading);
            else
                Other(index, Entry.Decode(entry), leaf);
        }
        catch (MalformedException e)
        {
            Fault(AuditCode.EntryMalformed, index, e.Message);
        }
    }

    private void Reading(ulong index, in ReadingView reading)
    {
        _kinds[(int)EntryKind.Reading]++;
        _counts = _counts.Plus(reading.Quality, !reading.Value.HasValue);
        var channel = Named(reading.Channel);
        if (channel is null)
        {
            Unchecked(index);
            return;
        }

        channel.Counts = channel.Counts.Plus(reading.Quality, !reading.Value.HasValue);
        if (!reading.Unit.SequenceEqual(channel.Unit))
            channel.Unit = reading.Unit.ToArray();
        var isKnown = _bootKnown && _sealKnown;
        if (!isKnown && !_isTold)
        {
            Unchecked(index);
            return;
        }

        if (channel.Era != _era)
            (channel.Context, channel.Era) = (new ReadingContext(_boot, channel.Configuration, channel.Calibration, _clock, _seal).Hash(hasher), _era);
        if (_boot != default && new Hash32(reading.Context) == channel.Context)
            return;
        if (isKnown)
            Fault(AuditCode.ContextMismatch, index, channel.Name);
        else
            Unchecked(index);
    }

    private void Unchecked(ulong index)
    {
        _unchecked++;
        _firstUnchecked ??= index;
    }

    private void Other(ulong index, Entry entry, in Hash32 leaf)
    {
        if (entry is UnknownEntry)
        {
            _unknownKinds++;
            _firstUnknown ??= index;
            return;
        }

        _kinds[(int)entry.Kind]++;
        if (entry is SealEntry seal)
            Seal(index, seal);
        if (entry is GapEntry gap && LostEntries.ToldBy(gap, index) is { } lost && _losses.Count < MaxLosses)
            _losses.Add(new ToldLoss(lost, index));
        InForce(entry, leaf);
        _bootKnown |= entry is BootEntry;
    }

    /// <summary>From here on it is in force, if it is of a kind that can be.</summary>
    private void InForce(Entry entry, in Hash32 leaf)
    {
        switch (entry)
        {
            case BootEntry:
                Boot(leaf);
                break;
            case ClockEntry:
                (_clock, _era) = (leaf, _era + 1);
                break;
            case ConfigurationEntry configuration when Named(configuration.Channel) is { } channel:
                (channel.Configuration, channel.Era) = (leaf, 0);
                break;
            case CalibrationEntry calibration when Named(calibration.Channel) is { } channel:
                (channel.Calibration, channel.Era) = (leaf, 0);
                break;
            case SealEntry:
                (_seal, _era) = (leaf, _era + 1);
                break;
        }
    }

    private void Seal(ulong index, SealEntry seal)
    {
        if (index == 0 || seal.Last != index - 1 || seal.First > seal.Last || (_sealKnown && seal.First != _batch))
            Fault(AuditCode.SealMismatch, index, Invariant($"it says entries {seal.First} to {seal.Last}"));
        else if (_sealKnown && seal.Counts != _counts)
            Fault(AuditCode.SealMismatch, index, Invariant($"it counts {seal.Counts.Good} good, {seal.Counts.Uncertain} uncertain, {seal.Counts.Bad} bad, {seal.Counts.Absent} absent"));
        else if (_sealKnown && seal.Previous != _seal)
            Fault(AuditCode.SealMismatch, index, "it does not name the seal before it");
        (_batch, _counts, _sealKnown, _lastIsSeal) = (index + 1, default, true, true);
    }

    private void Boot(in Hash32 leaf)
    {
        (_boot, _clock) = (leaf, default);
        _start++;
        _era++;
    }

    private ChannelTally? Named(string channel) => Named(System.Text.Encoding.UTF8.GetBytes(channel));

    /// <summary>A channel as it is since the newest start.</summary>
    private ChannelTally? Named(ReadOnlySpan<byte> name)
    {
        var channel = _channels.Find(name);
        if (channel is not null && channel.Start != _start)
            (channel.Configuration, channel.Calibration, channel.Start) = (default, default, _start);
        return channel;
    }

    private void Fault(AuditCode code, ulong index, string detail)
    {
        FaultCount++;
        if (_findings.Count < MaxFindings)
            _findings.Add(new AuditFinding(code, FirstEntry: index, Count: 1, Detail: detail));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
