using System.Buffers.Binary;
using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>Files just on either side of a rule: times that touch, departments that sign twice, which of two faults is said.</summary>
internal static class EdgeCases
{
    public static IEnumerable<EvidenceCase> All(Scene town)
    {
        var keys = town.Keys;
        return [.. Times(keys), .. Cosigners(keys), .. Nobody(keys), .. Order(town), .. Damaged(town), .. Beacons(town)];
    }

    private static IEnumerable<EvidenceCase> Times(TestKeys keys)
    {
        // The block that the seal names is signed at Start, 1, 2; the anchor at Start + 60, 61, 62; the uncertainty is 12 ms.
        var small = new SmallScene(keys);
        yield return Good(keys, "v2: not before equals not after", small with { BeaconTime = Scene.Start + 62, DeviceTime = null });
        yield return But(keys, "v2: not before one second after not after", small with { BeaconTime = Scene.Start + 63, DeviceTime = null }, FindingCode.BoundsCrossed);
        yield return But(keys, "v2: the device clock early by more than its uncertainty, by the last bit", small with { DeviceTime = Scene.Start - 0.012 }, FindingCode.DeviceClockOutside);
        yield return Good(keys, "v2: the device clock early by its uncertainty at most", small with { DeviceTime = Math.BitIncrement(Scene.Start - 0.012) });
        yield return Good(keys, "v2: the device clock late by a second and its uncertainty at most", small with { DeviceTime = Late(false) });
        yield return But(keys, "v2: the device clock late by more than a second and its uncertainty, by the last bit", small with { DeviceTime = Late(true) }, FindingCode.DeviceClockOutside);
    }

    /// <summary>The last time that is not above Start + 63.012, taken exactly, and the first one that is: 0.012 s is between the two.</summary>
    private static double Late(bool isAbove)
    {
        const decimal limit = Scene.Start + 63.012m;
        var time = Scene.Start + 63.012;
        while (Exact(time) > limit)
            time = Math.BitDecrement(time);
        while (Exact(Math.BitIncrement(time)) <= limit)
            time = Math.BitIncrement(time);
        return isAbove ? Math.BitIncrement(time) : time;

        static decimal Exact(double seconds) => (decimal)Math.Floor(seconds) + ((decimal)((seconds - Math.Floor(seconds)) * (1 << 24)) / (1 << 24));
    }

    private static IEnumerable<EvidenceCase> Cosigners(TestKeys keys)
    {
        var small = new SmallScene(keys);
        yield return Good(keys, "v2: two departments cosigned twice: each counts once, at its earlier time", small with { Anchor = Twice });
        yield return Good(keys, "v2: departments in another order than the policy's", small with { Anchor = n => new SignedNote(n.Text, [n.Signatures[0], .. n.Signatures.Skip(1).Reverse()]) });
        yield return Bad(keys, "v2: a department cosigned twice, once wrongly", small with { Anchor = n => EvidenceCases.Wrong(n.With(n.Signatures[^1]), 4) }, FindingCode.DepartmentSignature);
        yield return Bad(keys, "v2: a cosignature at 2^63", small with { Anchor = n => n.With(EvidenceCases.Signed(keys.Departments[3], n, 1UL << 63)) }, FindingCode.DepartmentSignature);
        yield return Bad(keys, "v2: a cosignature of 71 bytes", small with { Anchor = n => Blob(n, b => b[..^1]) }, FindingCode.DepartmentSignature);
        yield return Bad(keys, "v2: a cosignature of 73 bytes", small with { Anchor = n => Blob(n, b => [.. b, 0]) }, FindingCode.DepartmentSignature);

        SignedNote Twice(SignedNote n) => new(n.Text,
        [
            .. n.Signatures.Take(2), EvidenceCases.Signed(keys.Departments[1], n, Scene.Start + 500), .. n.Signatures.Skip(2),
            EvidenceCases.Signed(keys.Departments[2], n, Scene.Start + 600),
        ]);

        static SignedNote Blob(SignedNote n, Func<byte[], byte[]> change) =>
            new(n.Text, [.. n.Signatures.SkipLast(1), n.Signatures[^1] with { Blob = change(n.Signatures[^1].Blob.ToArray()) }]);
    }

    private static IEnumerable<EvidenceCase> Nobody(TestKeys keys)
    {
        var nobody = keys.PolicyText.Replace("quorum departments", "quorum none", StringComparison.Ordinal);
        var small = new SmallScene(keys) { AnchorBy = [], BlockBy = [], BeaconBy = [] };
        byte[] kind99 = [0x84, 0x01, 0x18, 99, 0x50, .. new byte[16], 0x00];
        var gap = new GapEntry([], null, null, GapReason.Stopped, "").Encode(new byte[Salt.Size]);
        yield return But(keys, "v2: a gap under a policy that asks for nobody", small with { Instead = gap }, FindingCode.NoUpperBound) with { Policy = nobody };
        yield return But(keys, "v2: an unknown entry under a policy that asks for nobody", small with { Instead = kind99 }, FindingCode.UnknownKind) with { Policy = nobody };
        yield return new EvidenceCase(
            "v2: only the seal hidden", keys.PolicyText, new SmallScene(keys).Compact(e => e is not SealEntry).ToBytes(), Outcome.ValidBut, FindingCode.NoLowerBound);
    }

    private static IEnumerable<EvidenceCase> Order(Scene town)
    {
        var keys = town.Keys;
        var small = new SmallScene(keys);
        yield return First("the anchor's note before the block's", (small with { Anchor = n => EvidenceCases.Wrong(n, 0), BlockBy = [0, 1] }).Cut(), FindingCode.GatewaySignature);
        yield return First("the block's note before the path", (small with { BlockBy = [0, 1], Receipt = r => r with { Index = 1000 } }).Cut(), FindingCode.BlockNotAccepted);
        yield return First("the path before the entries' proof", (small with { Receipt = r => r with { Index = 1000 } }).Cut() with { Proof = [] }, FindingCode.NotInBlock);
        yield return Bad(keys, "v2: of two faults the log's signature before the department's", small with { Anchor = n => EvidenceCases.Wrong(EvidenceCases.Wrong(n, 1), 0) }, FindingCode.GatewaySignature);
        yield return Bad(keys, "v2: of two faults the department's signature before the quorum", small with { AnchorBy = [0, 1], Anchor = n => EvidenceCases.Wrong(n, 1) }, FindingCode.DepartmentSignature);
        yield return new EvidenceCase(
            "v2: of two faults the place in the log before the signatures", keys.PolicyText,
            ((small with { Anchor = n => EvidenceCases.Wrong(n, 0) }).Compact() with { Proof = [] }).ToBytes(), Outcome.Invalid, FindingCode.NotInLog);
        yield return new EvidenceCase(
            "v2: of two faults the signatures before the form of terms", keys.PolicyText,
            ((small with { AnchorBy = [0, 1] }).Compact(_ => false) with { Terms = [new ContextTerm.Place(0), new ContextTerm.Hidden(default), new ContextTerm.Place(1)] }).ToBytes(),
            Outcome.Invalid, FindingCode.NoQuorum);
        var unaccepted = (small with { BeaconBy = [0, 1] }).Compact();
        yield return new EvidenceCase(
            "v2: of two blocks one is not accepted and the other not named", keys.PolicyText,
            (unaccepted with { Beacons = [.. unaccepted.Beacons, town.Receipt.Note] }).ToBytes(), null);

        EvidenceCase First(string name, EvidenceFile file, FindingCode code) => new($"of two faults {name}", keys.PolicyText, file.ToBytes(), Outcome.Invalid, code);
    }

    private static IEnumerable<EvidenceCase> Damaged(Scene town)
    {
        var keys = town.Keys;
        yield return new EvidenceCase("shorter than header and digest", keys.PolicyText, "edge-evidence/v1\nabc"u8.ToArray(), Outcome.Invalid, FindingCode.FileAltered);
        yield return new EvidenceCase("v2: the header alone", keys.PolicyText, "edge-evidence/v2\n"u8.ToArray(), Outcome.Invalid, FindingCode.FileAltered);
        var one = town.One;
        yield return Unreadable("a block whose text is no checkpoint", NamesNoCheckpoint(town));
        yield return Unreadable("a block that is no note, and a receipt that does not hold", (new SmallScene(keys) { AnchorBy = [] }).Cut() with { Blocks = ["text\n"u8.ToArray()] });
        var receipt = TlogProof.Parse(one.Receipt.Span);
        yield return Unreadable("a receipt whose note is no checkpoint", one with { Receipt = (receipt with { Note = new SignedNote("text\n"u8.ToArray(), receipt.Note.Signatures) }).ToBytes() });
        yield return Unreadable("a receipt whose leaf holds no checkpoint", one with { Receipt = (receipt with { Extra = AnchorLeaf.Write(new SignedNote("text\n"u8.ToArray(), receipt.Note.Signatures)) }).ToBytes() });
        yield return Joined("edge-evidence/v2\n", CompactAt(town, 31), "v2: a proof that is no row of 32-byte hashes");

        EvidenceCase Unreadable(string name, EvidenceFile file) => new(name, keys.PolicyText, file.ToBytes(), null);
        EvidenceCase Joined(string header, byte[] content, string name)
        {
            byte[] file = [.. System.Text.Encoding.ASCII.GetBytes(header), .. content];
            return new(name, keys.PolicyText, [.. file, .. TreeHasher.Sha256.Hash(file).Bytes], null);
        }
    }

    /// <summary>A seal that names a note which is no checkpoint, and that note.</summary>
    private static EvidenceFile NamesNoCheckpoint(Scene town)
    {
        var note = new SignedNote("text\n"u8.ToArray(), town.SecondBlock.Signatures);
        var gateway = new ModelGateway(town.Keys.Gateway) { Now = Scene.Start + 30 };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        gateway.Close(new Beacon(0, CityProof.HashOf(note)));
        gateway.Read("tap3.ph", "pH", 7.25);
        var receipt = new ModelCity(town.Keys).Order(town.Keys.Cosigned(gateway.Checkpoint(), town.Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Disclose(receipt, gateway.Size, [note], [2], [0, 1, 2]);
    }

    /// <summary>A content whose last proof hash lost its last byte.</summary>
    private static byte[] CompactAt(Scene town, int left)
    {
        var one = town.CompactOne;
        var content = UnreadableCompactCases.Content(one);
        var proof = one.Proof.SelectMany(h => h.ToArray()).ToArray();
        var place = content.AsSpan().IndexOf(proof);
        var head = new byte[] { 0x58, (byte)proof.Length };
        if (!content.AsSpan(place - 2, 2).SequenceEqual(head))
            throw new InvalidOperationException("The proof has another head.");
        content[place - 1] = (byte)(proof.Length - 32 + left);
        return [.. content[..(place + proof.Length - 32 + left)], .. content[(place + proof.Length)..]];
    }

    private static IEnumerable<EvidenceCase> Beacons(Scene town)
    {
        var keys = town.Keys;
        var small = new SmallScene(keys);
        var misplaced = (small with { Context = c => c with { Calibration = c.Seal, Seal = default } }).Compact();
        var blocks = small.Compact().Beacons;
        yield return new EvidenceCase("v2: a block that a seal in the place of the calibration names", keys.PolicyText, (misplaced with { Beacons = blocks }).ToBytes(), null);
        var (gateway, receipt, block) = WithSeal(keys, b => [b[0], 0x02, .. b[2..]]);
        yield return new EvidenceCase("a block that only an unknown entry names, which looks like a seal", keys.PolicyText, gateway.Disclose(receipt, gateway.Size, [block], [2], [0, 1, 2]).ToBytes(), null);
        (gateway, receipt, block) = WithSeal(keys, b => b);
        yield return new EvidenceCase("the seal of an earlier boot", keys.PolicyText, gateway.Disclose(receipt, gateway.Size, [block], [3], [1, 2, 3]).ToBytes(), Outcome.Valid);
        var headless = new ModelGateway(keys.Gateway) { Now = Scene.Start + 30 };
        headless.Read("tap3.ph", "pH", 7.25);
        receipt = new ModelCity(keys).Order(keys.Cosigned(headless.Checkpoint(), keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        yield return new EvidenceCase("a context without a boot", keys.PolicyText, headless.Disclose(receipt, 1, [], [0], [0]).ToBytes(), Outcome.Invalid, FindingCode.ContextMismatch);
    }

    /// <summary>0 boot, 1 seal or what is made of it, then a boot and a reading, or a reading alone.</summary>
    private static (ModelGateway Gateway, TlogProof Receipt, SignedNote Block) WithSeal(TestKeys keys, Func<byte[], byte[]> made)
    {
        var city = new ModelCity(keys);
        var block = city.Block(Scene.Start);
        var gateway = new ModelGateway(keys.Gateway) { Now = Scene.Start + 30 };
        var boot = new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", "");
        gateway.Append(boot);
        var seal = new SealEntry(0, 0, default, 0, 1, null, ClockSource.None, city.BeaconOf(block), default);
        var bytes = seal.Encode(new byte[Salt.Size]);
        if (made(bytes).AsSpan().SequenceEqual(bytes))
        {
            gateway.Append(seal);
            gateway.Append(boot);
        }
        else
        {
            gateway.Append(made(bytes));
        }

        gateway.Read("tap3.ph", "pH", 7.25);
        return (gateway, city.Order(keys.Cosigned(gateway.Checkpoint(), keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62), block);
    }

    private static EvidenceCase Good(TestKeys keys, string name, SmallScene scene) => new(name, keys.PolicyText, scene.Compact().ToBytes(), Outcome.Valid);

    private static EvidenceCase But(TestKeys keys, string name, SmallScene scene, params FindingCode[] codes) => new(name, keys.PolicyText, scene.Compact().ToBytes(), Outcome.ValidBut, codes);

    private static EvidenceCase Bad(TestKeys keys, string name, SmallScene scene, FindingCode code) => new(name, keys.PolicyText, scene.Compact().ToBytes(), Outcome.Invalid, code);
}
