using System.Buffers.Binary;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>Where an existing log is taken up again.</summary>
/// <param name="SealedSize">Size of the newest checkpoint; what follows it was committed but not sealed, and goes into the next batch.</param>
/// <param name="SealLeaf">Leaf hash of its seal; zeros in a new log.</param>
/// <param name="Beacon">The city block that seal names.</param>
/// <param name="Unsealed">What follows it, counted.</param>
/// <param name="Last">Wall time of the newest entry that has one.</param>
/// <param name="Clean">Whether the gateway stopped in order.</param>
internal sealed record ResumePoint(ulong SealedSize, Hash32 SealLeaf, Beacon? Beacon, QualityCounts Unsealed, WallTime? Last, bool Clean)
{
    private const string CleanStop = "clean-stop";

    public static ResumePoint Of(MerkleLog log)
    {
        var clean = log.View.Store.ReadState(CleanStop) is { Length: 8 } size && BinaryPrimitives.ReadUInt64BigEndian(size) == log.Size;
        if (log.View.Store.NewestCheckpoint() is not { Size: > 0 } newest)
            return new ResumePoint(0, default, null, default, null, clean).WithTail(log);
        var index = newest.Size - 1;
        var seal = Seal(log, index);
        return new ResumePoint(newest.Size, log.View.Node(0, index), seal?.Beacon, default, seal?.Wall, clean).WithTail(log);
    }

    public static void NoteCleanStop(MerkleLog log)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(size, log.Size);
        log.PutState(CleanStop, size);
    }

    private ResumePoint WithTail(MerkleLog log)
    {
        var (unsealed, last) = (Unsealed, Last);
        for (var next = SealedSize; next < log.Size; next++)
        {
            try
            {
                log.View.ReadEntries(next, log.Size - next, (index, bytes) =>
                {
                    next = index;
                    if (Entry.Decode(bytes) is not ReadingEntry reading)
                        return;
                    unsealed = unsealed.Plus(reading.Quality, !reading.Value.HasValue);
                    last = reading.Wall ?? last;
                });
            }
            catch (LogDamagedException damaged)
            {
                // What is lost cannot be counted; the gap that tells of it follows.
                next = Math.Max(next, damaged.Index ?? log.Size);
            }
        }

        return this with { Unsealed = unsealed, Last = last };
    }

    /// <summary>Null when its bytes are lost; its hash is not.</summary>
    private static SealEntry? Seal(MerkleLog log, ulong index)
    {
        try
        {
            return Entry.Decode(log.View.ReadEntry(index)) as SealEntry;
        }
        catch (LogDamagedException)
        {
            return null;
        }
    }

    /// <summary>Nothing was measured between the last run and now.</summary>
    public GapEntry Gap(WallTime? now) => Clean
        ? new GapEntry([], Last, now, GapReason.Stopped, "the gateway was stopped")
        : new GapEntry([], Last, now, GapReason.PoweredOff, "the gateway ended without a stop; readings after the last commit may be missing");
}
