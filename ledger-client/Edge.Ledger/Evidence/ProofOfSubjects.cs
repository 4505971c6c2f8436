using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Evidence;

/// <summary>Gathers what is proved of a file's subjects, one after the other, with their times and reservations.</summary>
/// <param name="blocks">Lower bounds by block hash.</param>
/// <param name="notAfter">The upper bound that all share.</param>
internal sealed class ProofOfSubjects(Dictionary<Hash32, ulong?> blocks, ulong? notAfter)
{
    private readonly List<ProvedReading> _readings = [];
    private readonly List<Finding> _findings = [];

    /// <summary>A reading, in its context.</summary>
    public void Add(ProvedReading proved, bool isDisclosed)
    {
        ulong? notBefore = proved.Seal?.Beacon is { } beacon && blocks.TryGetValue(beacon.Hash, out var signed) ? signed : null;
        var bounded = proved with { NotBefore = notBefore, NotAfter = notAfter };
        _readings.Add(bounded);
        _findings.AddRange(TimeFindings.Of(bounded));
        if (!isDisclosed)
            _findings.Add(new Finding(FindingCode.MeaningNotDisclosed, $"{proved.Index}"));
    }

    /// <summary>Anything but a reading.</summary>
    public void Add(ulong index, Entry entry)
    {
        if (entry is UnknownEntry)
            _findings.Add(new Finding(FindingCode.UnknownKind, $"{index}"));
        else if (notAfter is null)
            _findings.Add(new Finding(FindingCode.NoUpperBound, $"{index}"));
    }

    public Verdict Verdict(LogOrigin gateway, Receipt receipt, IReadOnlyList<ProvedEntry> entries, IReadOnlyList<IndexRange> complete) => new(_findings)
    {
        Gateway = gateway,
        Receipt = receipt,
        AcceptedBy = receipt.Accepted.Cosigners,
        Readings = _readings,
        Entries = entries,
        Complete = complete,
    };
}
