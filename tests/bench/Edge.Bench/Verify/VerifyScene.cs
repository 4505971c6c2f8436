using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Bench.Verify;

/// <summary>
/// One reading of a gateway that has logged 2^20 entries, anchored by three of four departments in a city log of a million leaves. What gives the reading its
/// meaning stands at the log's begin, its last seal 300 entries before it.
/// </summary>
internal sealed class VerifyScene
{
    private const ulong Size = 1 << 20;
    private const ulong CitySize = 1_000_000;
    private const ulong Subject = 777_777;
    private const ulong SealBefore = Subject - 300;
    private const ulong SealAfter = Subject + 200;
    private const long Time = 1_795_133_642;

    private readonly NoteSigner _gateway = Key("city.example/gw-17", KeyType.Ed25519, 1);
    private readonly NoteSigner _city = Key("city.example", KeyType.Ed25519, 2);
    private readonly NoteSigner[] _departments = [.. new[] { "water", "energy", "environment", "justice" }.Select((n, i) => Key($"{n}.city.example", KeyType.Ed25519Cosignature, (byte)(10 + i)))];
    private readonly MemoryTree _tree = new(TreeHasher.Sha256);
    private readonly Dictionary<ulong, byte[]> _entries = [];
    private readonly TlogProof _receipt;
    private readonly SignedNote _beacon;
    private readonly ReadingContext _context;

    public VerifyScene()
    {
        Policy = TrustPolicy.Parse(Encoding.UTF8.GetBytes(
            $"log {_city.Verifier}\nlog {_gateway.Verifier}\n" + string.Concat(_departments.Select(d => $"witness {d.Name.Split('.')[0]} {d.Verifier}\n"))
            + "group departments 3 water energy environment justice\nquorum departments\n"));
        _beacon = Cosigned(new Checkpoint(_city.Name, CitySize - 4000, TreeHasher.Sha256.Leaf([1])), _city, Time - 9);
        Put(0, new BootEntry(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), 5_000_000_000, new WallTime(Time - 864_000, 12), ClockSource.Kernel, "edge-gateway 0.1.0", _gateway.Verifier.ToString()));
        Put(1, new ConfigurationEntry("main.pressure.7", """{"driver":"ads1115","bus":"i2c-1","address":"0x48","input":"ain0","loop":"4-20mA","range":[0,16],"period":"1s"}""", TreeHasher.Sha256.Leaf([7]), "technician Li"));
        Put(2, new CalibrationEntry("main.pressure.7", "2026-11-01", "C-17-2026", "City Metrology", """{"result":"within 0.1 %"}"""));
        Put(3, new ClockEntry(9_000_000_000, null, new WallTime(Time - 863_000, 12), ClockSource.Kernel));
        Put(SealBefore, Seal(SealBefore - 600, SealBefore - 1, new Beacon(123_456, CityProof.HashOf(_beacon)), TreeHasher.Sha256.Leaf([8])));
        _context = new ReadingContext(Leaf(0), Leaf(1), Leaf(2), Leaf(3), Leaf(SealBefore));
        Put(Subject, new ReadingEntry("main.pressure.7", "bar", 9.875390625, 20_137, Quality.Good, Reason.None, 863_123_456_789_012, new WallTime(Time - 5.123456, 12), _context.Hash(TreeHasher.Sha256)));
        Put(SealAfter, Seal(SealBefore + 1, SealAfter - 1, null, Leaf(SealBefore)));
        Span<byte> filler = stackalloc byte[8];
        for (ulong i = 0; i < Size; i++)
        {
            BitConverter.TryWriteBytes(filler, i);
            _tree.Append(_entries.TryGetValue(i, out var entry) ? entry : filler);
        }

        Anchor = Cosigned(new Checkpoint(_gateway.Name, Size, _tree.Root), _gateway, Time);
        var leaf = AnchorLeaf.Write(Anchor);
        var city = new MemoryTree(TreeHasher.Sha256);
        for (ulong i = 0; i < CitySize; i++)
        {
            BitConverter.TryWriteBytes(filler, i);
            city.Append(i == CitySize - 2 ? leaf : filler);
        }

        Block = Cosigned(new Checkpoint(_city.Name, CitySize, city.Root), _city, Time + 2);
        _receipt = Receipt.Write(leaf, CitySize - 2, ProofBuilder.Inclusion(city, CitySize - 2, CitySize), Block);
    }

    public TrustPolicy Policy { get; }

    /// <summary>Every note whose signatures a verification checks.</summary>
    public IEnumerable<SignedNote> Notes => [Anchor, Block, _beacon];

    public int PathHashes => _receipt.Path.Count;

    private SignedNote Anchor { get; }

    private SignedNote Block { get; }

    /// <summary>Value, place and both bounds in time; configuration and calibration by hash.</summary>
    public CompactEvidence Slim() => Compact(e => e is SealEntry, [_beacon]);

    /// <summary>With the whole context.</summary>
    public CompactEvidence Full() => Compact(_ => true, [_beacon]);

    /// <summary>The slim file without seal and block: no lower bound in time.</summary>
    public CompactEvidence Barest() => Compact(_ => false, []) with { Terms = [], Contexts = [] };

    /// <summary>The full file as the first version had it.</summary>
    public EvidenceFile First()
    {
        ulong[] indices = [.. _entries.Keys.Order()];
        return new EvidenceFile(
            [Subject], [.. indices.Select(i => new DisclosedEntry(i, _entries[i]))], ProofBuilder.Multi(_tree, indices, Size), _receipt.ToBytes(), [_beacon.ToBytes()]);
    }

    private CompactEvidence Compact(Func<Entry, bool> shows, SignedNote[] blocks)
    {
        var composer = new EvidenceComposer(TreeHasher.Sha256);
        composer.Disclose(Subject, _entries[Subject]);
        composer.Open(_context);
        foreach (var entry in _entries.Values.Where(e => shows(Entry.Decode(e))))
            composer.Show(entry);
        foreach (var block in blocks)
            composer.Bound(block);
        return composer.Compose(ProofBuilder.Multi(_tree, [Subject], Size), _receipt);
    }

    private static SealEntry Seal(ulong first, ulong last, Beacon? beacon, Hash32 previous) =>
        new(first, last, new QualityCounts(600, 3, 1, 1), 863_000_000_000_000, 863_060_000_000_000, new WallTime(Time - 8.5, 12), ClockSource.Kernel, beacon, previous);

    private static NoteSigner Key(string name, KeyType type, byte seed) => new(name, type, [.. Enumerable.Repeat(seed, 32)]);

    private void Put(ulong index, Entry entry)
    {
        Span<byte> salt = stackalloc byte[Salt.Size];
        Salt.Derive("benchmark"u8, index, salt);
        _entries[index] = entry.Encode(salt);
    }

    private Hash32 Leaf(ulong index) => TreeHasher.Sha256.Leaf(_entries[index]);

    private SignedNote Cosigned(Checkpoint checkpoint, NoteSigner log, long time)
    {
        var note = checkpoint.Sign(log);
        return note.With(_departments.Take(3).Select((d, i) => d.Cosign(note.Text.Span, DateTimeOffset.FromUnixTimeSeconds(time + i))));
    }
}
