using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>Honest and dishonest files of the compact form. In their names "v2" tells them from those of the first.</summary>
internal static class CompactCases
{
    public static IEnumerable<EvidenceCase> All(Scene town) =>
        [.. Valid(town), .. WithReservations(town), .. BadSignatures(town.Keys), .. Exchanged(town), .. BadContext(town.Keys), .. RunCases.All(town.Keys)];

    /// <summary>A gateway that was started twice: what was in force before the second boot is no more.</summary>
    public static (ModelGateway Gateway, TlogProof Receipt, SignedNote Block) TwoBoots(TestKeys keys)
    {
        var city = new ModelCity(keys);
        var gateway = new ModelGateway(keys.Gateway) { Now = Scene.Start + 30 };
        var boot = new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", "");
        var block = city.Block(Scene.Start);
        gateway.Append(boot);
        gateway.Append(new CalibrationEntry("tap3.ph", "2026-11-01", "C-17", "", ""));
        gateway.Append(new ClockEntry(6, null, new WallTime(Scene.Start - 60, 12), ClockSource.Kernel));
        gateway.Close(city.BeaconOf(block));
        gateway.Read("tap3.ph", "pH", 7.25);
        gateway.Append(boot);
        gateway.Append(new GapEntry([], new WallTime(Scene.Start + 30, 12), new WallTime(Scene.Start + 40, 12), GapReason.PoweredOff, ""));
        gateway.Read("tap3.ph", "pH", 7.5);
        var receipt = city.Order(keys.Cosigned(gateway.Checkpoint(), keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return (gateway, receipt, block);
    }

    /// <summary>A gateway that logged the same calibration twice to the byte, at 1 and 2, and both disclosed: the reading's is either.</summary>
    public static CompactEvidence Twins(TestKeys keys)
    {
        var gateway = new ModelGateway(keys.Gateway) { Now = Scene.Start + 30 };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        gateway.Append(gateway.Bytes(gateway.Append(new CalibrationEntry("tap3.ph", "2026-11-01", "C-17", "", ""))));
        var reading = gateway.Read("tap3.ph", "pH", 7.25);
        var receipt = new ModelCity(keys).Order(keys.Cosigned(gateway.Checkpoint(), keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Compact(receipt, gateway.Size, [], _ => true, 1, 2, reading);
    }

    private static IEnumerable<EvidenceCase> Valid(Scene town)
    {
        var (gateway, receipt, block) = TwoBoots(town.Keys);
        yield return Good(town.Keys, "v2: one reading", town.CompactOne);
        yield return Good(town.Keys, "v2: a set of readings", town.CompactSet);
        yield return Good(town.Keys, "v2: a complete range, a seal in it", town.CompactRange);
        yield return Good(town.Keys, "v2: a gap, which is no reading", town.Gateway.Compact(town.Receipt, town.Size, [], _ => true, town.Gap));
        yield return Good(town.Keys, "v2: a range over two boots, everything in it", gateway.Compact(receipt, gateway.Size, [block], _ => true, 3, 4, 5, 6, 7));
        yield return Good(town.Keys, "v2: one reading on each side of a boot", gateway.Compact(receipt, gateway.Size, [block], _ => true, 4, 7));
        yield return Good(town.Keys, "v2: an unknown key signed the block too", (Small(town.Keys) with
        {
            Receipt = r => r with { Note = r.Note.With(new NoteSignature("stranger.example", 7, new byte[] { 1, 2, 3 })) },
        }).Compact());
    }

    private static IEnumerable<EvidenceCase> WithReservations(Scene town)
    {
        var keys = town.Keys;
        yield return But(keys, "v2: slim, the seal shown", town.Slim, FindingCode.MeaningNotDisclosed);
        yield return But(keys, "v2: slim, without the seal", town.Gateway.Compact(town.Receipt, town.Size, [], _ => false, town.Ph), FindingCode.NoLowerBound, FindingCode.MeaningNotDisclosed);
        yield return But(keys, "v2: the context not opened", town.CompactOne with { Terms = [], Contexts = [], Beacons = [] }, FindingCode.NoLowerBound, FindingCode.MeaningNotDisclosed);
        yield return But(
            keys, "v2: only the configuration hidden", town.Gateway.Compact(town.Receipt, town.Size, [town.SecondBlock], e => e is not ConfigurationEntry, town.Ph), FindingCode.MeaningNotDisclosed);
        yield return But(
            keys, "v2: of two readings the later one opened", Opened(town, town.Last), FindingCode.NoLowerBound, FindingCode.MeaningNotDisclosed);
        yield return But(keys, "v2: no city block before the reading", town.Gateway.Compact(town.Receipt, town.Size, [], _ => true, town.Early), FindingCode.NoLowerBound);
        yield return But(keys, "v2: the block that the seal names was left out", town.CompactOne with { Beacons = [] }, FindingCode.NoLowerBound);
        yield return But(keys, "v2: of two entries of the same bytes the lower is named", Twins(keys), FindingCode.NoLowerBound);
        yield return But(keys, "v2: the departments' clocks run backwards", (Small(keys) with { BeaconTime = Scene.Start + 100, DeviceTime = null }).Compact(), FindingCode.BoundsCrossed);
        yield return But(keys, "v2: the device clock is an hour early", (Small(keys) with { DeviceTime = Scene.Start - 3600 }).Compact(), FindingCode.DeviceClockOutside);
        byte[] kind99 = [0x84, 0x01, 0x18, 99, 0x50, .. new byte[16], 0x00];
        yield return But(keys, "v2: an entry of a kind made later", (Small(keys) with { Instead = kind99 }).Compact(), FindingCode.UnknownKind);
        var nobody = keys.PolicyText.Replace("quorum departments", "quorum none", StringComparison.Ordinal);
        yield return But(
            keys, "v2: a policy that asks for nobody, slim", (Small(keys) with { AnchorBy = [], BlockBy = [], BeaconBy = [] }).Compact(_ => false),
            FindingCode.NoLowerBound, FindingCode.NoUpperBound, FindingCode.MeaningNotDisclosed) with { Policy = nobody };
    }

    private static IEnumerable<EvidenceCase> BadSignatures(TestKeys keys)
    {
        var small = Small(keys);
        var altered = small.Compact().ToBytes();
        altered[100] ^= 1;
        yield return new EvidenceCase("v2: a bit altered", keys.PolicyText, altered, Outcome.Invalid, FindingCode.FileAltered);
        yield return Bad(keys, "v2: a city log in the place of a gateway", (small with { Log = keys.City }).Compact(), FindingCode.NotAGateway);
        yield return Bad(keys, "v2: a gateway that the policy does not know", (small with { Log = new NoteSigner("city.example/gw-9", KeyType.Ed25519, TestKeys.Seed(9)) }).Compact(), FindingCode.GatewayUnknown);
        yield return Bad(keys, "v2: another key under the gateway's name", (small with { Anchor = n => EvidenceCases.Wrong(n, 0) }).Compact(), FindingCode.GatewaySignature);
        yield return Bad(keys, "v2: a checkpoint the gateway did not sign", (small with { Anchor = n => new SignedNote(n.Text, [.. n.Signatures.Skip(1)]) }).Compact(), FindingCode.GatewaySignature);
        yield return Bad(keys, "v2: a department's signature forged", (small with { Anchor = n => EvidenceCases.Wrong(n, 2) }).Compact(), FindingCode.DepartmentSignature);
        yield return Bad(keys, "v2: accepted by two of four", (small with { AnchorBy = [0, 1] }).Compact(), FindingCode.NoQuorum);
        yield return Bad(keys, "v2: a block signed by two of four", (small with { BlockBy = [0, 1] }).Compact(), FindingCode.BlockNotAccepted);
        yield return Bad(keys, "v2: a beacon block signed by two of four", (small with { BeaconBy = [0, 1] }).Compact(), FindingCode.BeaconNotAccepted);
        yield return Bad(keys, "v2: a beacon block of another city", (small with { BeaconCity = new ModelCity(new TestKeys(100)) }).Compact(), FindingCode.BeaconNotAccepted);
    }

    private static IEnumerable<EvidenceCase> Exchanged(Scene town)
    {
        var one = town.CompactOne;
        var other = one.Entries[0];
        yield return Bad(town.Keys, "v2: a value altered", one with { Entries = [other with { Bytes = EvidenceCases.Altered(other.Bytes.ToArray()) }] }, FindingCode.GatewaySignature);
        yield return Bad(town.Keys, "v2: a reading at another place", one with { Entries = [other with { Index = other.Index - 1 }] }, FindingCode.GatewaySignature);
        yield return Bad(town.Keys, "v2: two proof hashes exchanged", one with { Proof = [one.Proof[1], one.Proof[0], .. one.Proof.Skip(2)] }, FindingCode.GatewaySignature);
        yield return Bad(town.Keys, "v2: another size", one with { Anchor = one.Anchor with { Size = one.Anchor.Size + 1 } }, FindingCode.NotInLog);
        yield return Bad(town.Keys, "v2: an entry beyond the size", one with { Entries = [other with { Index = one.Anchor.Size }] }, FindingCode.NotInLog);
        yield return Bad(town.Keys, "v2: a proof hash too many", one with { Proof = [.. one.Proof, default] }, FindingCode.NotInLog);
        yield return Bad(town.Keys, "v2: a proof hash too few", one with { Proof = [.. one.Proof.SkipLast(1)] }, FindingCode.NotInLog);
        yield return Bad(town.Keys, "v2: the anchor at another place of the block", one with { Index = one.Index - 1 }, FindingCode.BlockNotAccepted);
        yield return Bad(town.Keys, "v2: the anchor beyond the block", one with { Index = one.Block.Size }, FindingCode.NotInBlock);
        yield return Bad(town.Keys, "v2: a hash too few in the block's path", one with { Path = [.. one.Path.SkipLast(1)] }, FindingCode.NotInBlock);
        yield return Bad(town.Keys, "v2: a block of size 0", one with { Block = one.Block with { Size = 0 } }, FindingCode.NotInBlock);
        yield return Bad(town.Keys, "v2: a block of another city", one with { Block = one.Block with { Origin = "other.example" } }, FindingCode.BlockNotAccepted);
    }

    private static IEnumerable<EvidenceCase> BadContext(TestKeys keys)
    {
        yield return Small("v2: a context without a boot", c => c with { Boot = default });
        yield return Small("v2: a seal in the place of the calibration", c => c with { Calibration = c.Seal });
        yield return Small("v2: a configuration in the place of the clock correction", c => c with { Clock = c.Configuration });
        var (gateway, receipt) = Liar();
        yield return Bad(keys, "v2: a calibration of another channel", gateway.Compact(receipt, gateway.Size, [], _ => true, 5), FindingCode.ContextMismatch);
        yield return Bad(keys, "v2: an earlier calibration although the run shows a later one", gateway.Compact(receipt, gateway.Size, [], _ => true, 3, 4), FindingCode.ContextMismatch);
        yield return Bad(keys, "v2: a calibration of the boot before", gateway.Compact(receipt, gateway.Size, [], _ => true, 6, 7), FindingCode.ContextMismatch);
        yield return But(keys, "v2: an earlier calibration, alone", gateway.Compact(receipt, gateway.Size, [], _ => true, 4), FindingCode.NoLowerBound);

        EvidenceCase Small(string name, Func<ReadingContext, ReadingContext> lie) => Bad(keys, name, (CompactCases.Small(keys) with { Context = lie }).Compact(), FindingCode.ContextMismatch);

        (ModelGateway Gateway, TlogProof Receipt) Liar()
        {
            var liar = new ModelGateway(keys.Gateway) { Now = Scene.Start };
            liar.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
            liar.Append(new CalibrationEntry("tap4.ph", "2026-11-01", "C-40", "", ""));
            liar.Append(new CalibrationEntry("tap3.ph", "2026-10-02", "C-16", "", ""));
            liar.Append(new CalibrationEntry("tap3.ph", "2026-11-01", "C-17", "", ""));
            liar.Read("tap3.ph", "pH", 7.25, lie: c => c with { Calibration = liar.Leaf(2) });
            liar.Read("tap3.ph", "pH", 7.25, lie: c => c with { Calibration = liar.Leaf(1) });
            liar.Append(new BootEntry(Guid.Empty, 9, null, ClockSource.None, "edge 0.1.0", ""));
            liar.Read("tap3.ph", "pH", 7.25, lie: c => c with { Calibration = liar.Leaf(3) });
            var city = new ModelCity(keys);
            return (liar, city.Order(keys.Cosigned(liar.Checkpoint(), keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62));
        }
    }

    /// <summary>Two readings, of which only one has its context opened.</summary>
    private static CompactEvidence Opened(Scene town, ulong opened)
    {
        var both = town.Gateway.Compact(town.Receipt, town.Size, [town.FirstBlock, town.SecondBlock], _ => true, town.Middle, opened);
        var alone = town.Gateway.Compact(town.Receipt, town.Size, [town.SecondBlock], _ => true, opened);
        return both with { Terms = alone.Terms, Contexts = alone.Contexts, Beacons = alone.Beacons };
    }

    private static SmallScene Small(TestKeys keys) => new(keys);

    private static EvidenceCase Good(TestKeys keys, string name, CompactEvidence file) => new(name, keys.PolicyText, file.ToBytes(), Outcome.Valid);

    private static EvidenceCase But(TestKeys keys, string name, CompactEvidence file, params FindingCode[] codes) => new(name, keys.PolicyText, file.ToBytes(), Outcome.ValidBut, codes);

    private static EvidenceCase Bad(TestKeys keys, string name, CompactEvidence file, FindingCode code) => new(name, keys.PolicyText, file.ToBytes(), Outcome.Invalid, code);
}
