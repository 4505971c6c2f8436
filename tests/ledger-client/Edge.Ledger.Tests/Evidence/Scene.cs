using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>
/// One gateway's first quarter of an hour: boot, configuration, calibration, a seal with the city's first block, readings, a second seal with the
/// city's second block, more readings, an anchor in the third block.
/// </summary>
internal sealed class Scene
{
    /// <summary>2026-11-20 00:14:02 UTC.</summary>
    public const long Start = 1_795_133_642;

    public Scene(NoteSigner? gatewayKey = null)
    {
        City = new ModelCity(Keys);
        Gateway = new ModelGateway(gatewayKey ?? Keys.Gateway) { Now = Start - 4.75 };
        Gateway.Append(new BootEntry(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), 5, null, ClockSource.None, "edge 0.1.0", (gatewayKey ?? Keys.Gateway).Verifier.ToString()));
        Gateway.Append(new ConfigurationEntry("tap3.ph", "{\"driver\":\"ezo-ph\",\"bus\":\"i2c-1\",\"address\":\"0x63\",\"range\":\"0..14\",\"period\":\"1s\"}", TreeHasher.Sha256.Leaf([7]), "technician Li"));
        FirstCalibration = Gateway.Append(new CalibrationEntry("tap3.ph", "2026-10-02", "C-16", "City Metrology", "{\"slope\":0.98}"));
        Gateway.Append(new CalibrationEntry("tap3.ph", "2026-11-01", "C-17", "City Metrology", "{\"slope\":0.991}"));
        Gateway.Append(new ConfigurationEntry("main.pressure", "{\"driver\":\"ads1115\",\"address\":\"0x48\",\"input\":\"ain0\"}", TreeHasher.Sha256.Leaf([7]), "technician Li"));
        Gateway.Append(new ClockEntry(6, null, new WallTime(Start - 60, 12), ClockSource.Kernel));
        Early = Gateway.Read("tap3.ph", "pH", 7.2, 7200);
        FirstBlock = City.Block(Start - 5);
        FirstSeal = Gateway.Close(City.BeaconOf(FirstBlock));
        Gateway.Now = Start - 3;
        Middle = Gateway.Read("tap3.ph", "pH", 7.19, 7190);
        SecondBlock = City.Block(Start);
        SecondSeal = Gateway.Close(City.BeaconOf(SecondBlock));
        Gateway.Now = Start + 31.25;
        Ph = Gateway.Read("tap3.ph", "pH", 7.21, 7210);
        Absent = Gateway.Read("main.pressure", "bar", null, -3, Quality.Bad, Reason.LoopLow);
        Uncertain = Gateway.Read("main.pressure", "bar", 9.875, 20_100, Quality.Uncertain, Reason.LoopOverrange);
        Gap = Gateway.Append(new GapEntry(["tap3.ph"], new WallTime(Start + 32, 12), new WallTime(Start + 35, 12), GapReason.Overrun, "bus busy"));
        Last = Gateway.Read("tap3.ph", "pH", 7.22, 7220);
        Gateway.Close(City.BeaconOf(SecondBlock));
        Size = Gateway.Size;
        Anchor = Keys.Cosigned(Gateway.Checkpoint(), gatewayKey ?? Keys.Gateway, Start + 63, 0, 1, 3);
        Receipt = City.Order(Anchor, Start + 65);
    }

    public TestKeys Keys { get; } = new();

    public ModelCity City { get; }

    public ModelGateway Gateway { get; }

    public SignedNote FirstBlock { get; }

    public SignedNote SecondBlock { get; }

    public ulong FirstCalibration { get; }

    /// <summary>A reading before the first seal: nothing bounds it from below.</summary>
    public ulong Early { get; }

    public ulong FirstSeal { get; }

    public ulong Middle { get; }

    public ulong SecondSeal { get; }

    public ulong Ph { get; }

    public ulong Absent { get; }

    public ulong Uncertain { get; }

    public ulong Gap { get; }

    public ulong Last { get; }

    public ulong Size { get; }

    /// <summary>The checkpoint, cosigned by water, energy and justice.</summary>
    public SignedNote Anchor { get; }

    public TlogProof Receipt { get; }

    /// <summary>One reading.</summary>
    public EvidenceFile One => Gateway.Cut(Receipt, Size, [SecondBlock], Ph);

    /// <summary>A set of readings and nothing between.</summary>
    public EvidenceFile Set => Gateway.Cut(Receipt, Size, [FirstBlock, SecondBlock], Middle, Ph, Last);

    /// <summary>Everything from the first reading of the second batch to the last reading.</summary>
    public EvidenceFile Range => Gateway.Cut(Receipt, Size, [FirstBlock, SecondBlock], [.. Enumerable.Range((int)Middle, (int)(Last - Middle) + 1).Select(i => (ulong)i)]);

    /// <summary>The same in the compact form, with all that gives the readings their meaning.</summary>
    public CompactEvidence CompactOne => Gateway.Compact(Receipt, Size, [SecondBlock], _ => true, Ph);

    public CompactEvidence CompactSet => Gateway.Compact(Receipt, Size, [FirstBlock, SecondBlock], _ => true, Middle, Ph, Last);

    public CompactEvidence CompactRange => Gateway.Compact(Receipt, Size, [FirstBlock, SecondBlock], _ => true, [.. Enumerable.Range((int)Middle, (int)(Last - Middle) + 1).Select(i => (ulong)i)]);

    /// <summary>One reading and the one seal that bounds it from below; of the rest of its context only hashes.</summary>
    public CompactEvidence Slim => Gateway.Compact(Receipt, Size, [SecondBlock], e => e is SealEntry, Ph);

    public Verdict Verify(CompactEvidence file) => new EvidenceVerifier(Keys.Policy).Verify(file.ToBytes());

    public Verdict Verify(EvidenceFile file) => new EvidenceVerifier(Keys.Policy).Verify(file.ToBytes());
}
