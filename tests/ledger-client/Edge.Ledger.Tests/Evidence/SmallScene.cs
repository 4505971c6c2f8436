using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>The shortest way from one reading to its receipt, in which each step can be made wrong.</summary>
internal sealed record SmallScene(TestKeys Keys)
{
    private static readonly int[] Three = [0, 1, 2];

    /// <summary>Whose log it is.</summary>
    public NoteSigner Log { get; init; } = Keys.Gateway;

    public long BeaconTime { get; init; } = Scene.Start;

    public int[] BeaconBy { get; init; } = Three;

    public double? DeviceTime { get; init; } = Scene.Start + 30;

    public long AnchorTime { get; init; } = Scene.Start + 60;

    public int[] AnchorBy { get; init; } = Three;

    public int[] BlockBy { get; init; } = Three;

    /// <summary>What a dishonest city orders instead of the anchor.</summary>
    public Func<SignedNote, SignedNote> Anchor { get; init; } = note => note;

    /// <summary>What the file carries instead of the receipt.</summary>
    public Func<TlogProof, TlogProof> Receipt { get; init; } = receipt => receipt;

    /// <summary>An entry after the reading that the file is about instead of it.</summary>
    public byte[]? Instead { get; init; }

    /// <summary>Another city whose block the seal names.</summary>
    public ModelCity? BeaconCity { get; init; }

    /// <summary>What a dishonest gateway names as the reading's context.</summary>
    public Func<ReadingContext, ReadingContext>? Context { get; init; }

    public EvidenceFile Cut()
    {
        var (gateway, receipt, beacon, subject) = Play();
        return gateway.Disclose(receipt, gateway.Size, [beacon], [subject], Instead is null ? [0, 1, 2, subject] : [2, subject]);
    }

    public CompactEvidence Compact(Func<Entry, bool>? shows = null)
    {
        var (gateway, receipt, beacon, subject) = Play();
        return gateway.Compact(receipt, gateway.Size, [beacon], shows ?? (_ => true), subject);
    }

    private (ModelGateway Gateway, TlogProof Receipt, SignedNote Beacon, ulong Subject) Play()
    {
        var city = new ModelCity(Keys) { Departments = BeaconBy };
        var gateway = new ModelGateway(Log) { Now = DeviceTime };
        gateway.Append(new BootEntry(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), 5, null, ClockSource.None, "edge 0.1.0", Log.Verifier.ToString()));
        gateway.Append(new ConfigurationEntry("tap3.ph", "{\"driver\":\"ezo-ph\"}", TreeHasher.Sha256.Leaf([7]), "technician Li"));
        var beacon = (BeaconCity ?? city).Block(BeaconTime);
        gateway.Close((BeaconCity ?? city).BeaconOf(beacon));
        var subject = gateway.Read("tap3.ph", "pH", 7.21, 7210, lie: Context);
        if (Instead is not null)
            subject = gateway.Append(Instead);
        city.Departments = BlockBy;
        var receipt = city.Order(Anchor(Keys.Cosigned(gateway.Checkpoint(), Log, AnchorTime, AnchorBy)), AnchorTime + 2);
        return (gateway, Receipt(receipt), beacon, subject);
    }
}
