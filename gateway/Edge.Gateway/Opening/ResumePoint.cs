using System.Buffers.Binary;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Opening;

/// <summary>Where an existing log is taken up again.</summary>
/// <param name="SealedSize">Size of the newest checkpoint; what follows it was committed but not sealed, and goes into the next batch.</param>
/// <param name="SealLeaf">Leaf hash of its seal; zeros in a new log.</param>
/// <param name="Beacon">The city block that seal names.</param>
/// <param name="Unsealed">What follows it, counted.</param>
/// <param name="Last">When its newest entry was made.</param>
/// <param name="Clean">Whether the gateway stopped in order.</param>
internal sealed record ResumePoint(ulong SealedSize, Hash32 SealLeaf, Beacon? Beacon, QualityCounts Unsealed, LastMoment Last, bool Clean)
{
    private const string CleanStop = "clean-stop";
    private const string Ended = "the gateway ended without a stop";
    private const string Missing = "readings after the last commit may be missing";

    public static ResumePoint Of(MerkleLog log)
    {
        var clean = log.View.Store.ReadState(CleanStop) is { Length: 8 } size && BinaryPrimitives.ReadUInt64BigEndian(size) == log.Size;
        if (log.View.Store.NewestCheckpoint() is not { Size: > 0 } newest)
            return new ResumePoint(0, default, null, default, default, clean).WithTail(log, 0, null);
        var index = newest.Size - 1;
        var seal = Seal(log, index);
        var (monotonic, wall) = seal is null ? NewestBefore(log, index) : (seal.To, seal.Wall);
        return new ResumePoint(newest.Size, LeafOf(log, index), seal?.Beacon, default, default, clean).WithTail(log, monotonic, wall);
    }

    public static void NoteCleanStop(MerkleLog log)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(size, log.Size);
        log.PutState(CleanStop, size);
    }

    /// <summary>When the newest entry below an index was made of which that is held; zeros when none is.</summary>
    private static (ulong Monotonic, WallTime? Wall) NewestBefore(MerkleLog log, ulong index)
    {
        var oldest = log.View.Store.Extent.Oldest;
        for (var at = index; at > oldest;)
        {
            try
            {
                switch (Entry.Decode(log.View.ReadEntry(--at)))
                {
                    case ReadingEntry reading:
                        return (reading.Monotonic, reading.Wall);
                    case SealEntry seal:
                        return (seal.To, seal.Wall);
                    case BootEntry boot:
                        return (boot.Monotonic, boot.Wall);
                }
            }
            catch (LogDamagedException damaged)
            {
                at = Math.Min(at, damaged.Index ?? oldest);
            }
        }

        return default;
    }

    /// <param name="monotonic">Of the newest seal.</param>
    /// <param name="wall">Likewise.</param>
    private ResumePoint WithTail(MerkleLog log, ulong monotonic, WallTime? wall)
    {
        var unsealed = Unsealed;
        // What is lost cannot be counted; the gap that tells of it follows.
        log.View.ReadHeld(SealedSize, (_, bytes) =>
        {
            if (Entry.Decode(bytes) is not ReadingEntry reading)
                return;
            unsealed = unsealed.Plus(reading.Quality, !reading.Value.HasValue);
            (monotonic, wall) = (reading.Monotonic, reading.Wall);
        });
        return this with { Unsealed = unsealed, Last = LastMoment.Of(log, monotonic, wall) };
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

    /// <summary>From the tree; where its hashes are lost, from the seal's own bytes; zeros when those are lost too.</summary>
    private static Hash32 LeafOf(MerkleLog log, ulong index)
    {
        try
        {
            return log.View.Node(0, index);
        }
        catch (LogDamagedException)
        {
            return StoredLeaf(log, index);
        }
    }

    private static Hash32 StoredLeaf(MerkleLog log, ulong index)
    {
        var bundle = new EntryBatch();
        try
        {
            return log.View.Store.TryReadBundle(index, bundle, out var first) ? log.View.Hasher.Leaf(bundle[(int)(index - first)]) : default;
        }
        catch (LogDamagedException)
        {
            return default;
        }
    }

    /// <summary>Nothing was measured between the last run and this one.</summary>
    public GapEntry Gap(BootEntry now) => this switch
    {
        { Clean: true } => Last.Gap(now, GapReason.Stopped, "the gateway was stopped"),
        _ when Last.Boot == now.BootId => Last.Gap(now, GapReason.Stopped, $"{Ended}, and the board went on running; {Missing}"),
        { Last: { Boot: null } or { MayHaveBootedSince: true } } => Last.Gap(now, GapReason.Stopped, $"{Ended}, and it is not known whether the board went on running; {Missing}"),
        _ => Last.Gap(now, GapReason.PoweredOff, $"{Ended}; {Missing}"),
    };
}
