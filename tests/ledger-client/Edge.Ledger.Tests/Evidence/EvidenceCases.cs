using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>Honest and dishonest evidence files of a small city: what the tests try and what the published vectors hold.</summary>
internal static class EvidenceCases
{
    private static readonly Scene Town = new();
    private static readonly TestKeys Keys = Town.Keys;
    private static readonly SmallScene Small = new(Keys);

    public static IReadOnlyList<EvidenceCase> All { get; } =
        [.. Valid(), .. WithReservations(), .. BadSignatures(), .. Exchanged(), .. BadContext(), .. UnreadableCases.All(Town), .. CompactCases.All(Town), .. UnreadableCompactCases.All(Town), .. EdgeCases.All(Town), .. SuiteCases.All(Keys)];

    private static IEnumerable<EvidenceCase> Valid()
    {
        yield return Good("one reading", Town.One);
        yield return Good("a set of readings", Town.Set);
        yield return Good("a complete range", Town.Range);
        yield return Good("a reading without a value", Town.Gateway.Cut(Town.Receipt, Town.Size, [Town.SecondBlock], Town.Absent));
        yield return Good("a gap, which is no reading", Town.Gateway.Cut(Town.Receipt, Town.Size, [], Town.Gap));
        yield return Good("other departments signed the block than the anchor", (Small with { BlockBy = [0, 1, 3] }).Cut());
        yield return Good("an unknown key signed the block too", Small.WithBlockNote(n => n.With(new NoteSignature("stranger.example", 7, new byte[72]))));
        yield return Good("what was in force in an earlier boot shown", AfterReboot());
        yield return Good("one department's clock in the far future", (Small with { AnchorBy = [0, 1, 2, 3], Anchor = n => Recosign(n, 3, long.MaxValue) }).Cut());
    }

    /// <summary>A clock correction, a configuration and a calibration count for the boot they were made in and for no later one.</summary>
    private static EvidenceFile AfterReboot()
    {
        var city = new ModelCity(Keys);
        var gateway = new ModelGateway(Keys.Gateway);
        var boot = new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", "");
        gateway.Append(boot);
        gateway.Append(new ClockEntry(6, null, new WallTime(Scene.Start - 60, 12), ClockSource.Kernel));
        gateway.Append(new ConfigurationEntry("tap3.ph", "{}", default, ""));
        gateway.Append(new CalibrationEntry("tap3.ph", "2026-11-01", "C-17", "", ""));
        gateway.Append(boot);
        var block = city.Block(Scene.Start);
        gateway.Close(city.BeaconOf(block));
        var subject = gateway.Read("tap3.ph", "pH", 7.21);
        var receipt = city.Order(Keys.Cosigned(gateway.Checkpoint(), Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Disclose(receipt, gateway.Size, [block], [subject], [0, 1, 2, 3, 4, 5, subject]);
    }

    private static IEnumerable<EvidenceCase> WithReservations()
    {
        yield return But("no city block before the reading", Town.Gateway.Cut(Town.Receipt, Town.Size, [], Town.Early), FindingCode.NoLowerBound);
        yield return But("the block that the seal names was left out", Town.One with { Blocks = [] }, FindingCode.NoLowerBound);
        yield return But("the departments' clocks run backwards", (Small with { BeaconTime = Scene.Start + 100, DeviceTime = null }).Cut(), FindingCode.BoundsCrossed);
        yield return But("the device clock is an hour early", (Small with { DeviceTime = Scene.Start - 3600 }).Cut(), FindingCode.DeviceClockOutside);
        yield return But("the device clock is an hour late", (Small with { DeviceTime = Scene.Start + 3600 }).Cut(), FindingCode.DeviceClockOutside);
        byte[] kind99 = [0x84, 0x01, 0x18, 99, 0x50, .. new byte[16], 0x00];
        yield return But("an entry of a kind made later", (Small with { Instead = kind99 }).Cut(), FindingCode.UnknownKind);
        var nobody = Keys.PolicyText.Replace("quorum departments", "quorum none", StringComparison.Ordinal);
        yield return But("a policy that asks for nobody", (Small with { AnchorBy = [], BlockBy = [] }).Cut(), FindingCode.NoLowerBound, FindingCode.NoUpperBound) with { Policy = nobody };
    }

    private static IEnumerable<EvidenceCase> BadSignatures()
    {
        var altered = Small.Cut().ToBytes();
        altered[100] ^= 1;
        yield return new EvidenceCase("a bit altered", Keys.PolicyText, altered, Outcome.Invalid, FindingCode.FileAltered);
        yield return Bad("a city log in the place of a gateway", (Small with { Log = Keys.City }).Cut(), FindingCode.NotAGateway);
        yield return Bad("a gateway that the policy does not know", (Small with { Log = new NoteSigner("city.example/gw-9", KeyType.Ed25519, TestKeys.Seed(9)) }).Cut(), FindingCode.GatewayUnknown);
        yield return Bad("another key under the gateway's name", (Small with { Anchor = n => Wrong(n, 0) }).Cut(), FindingCode.GatewaySignature);
        yield return Bad("a checkpoint the gateway did not sign", (Small with { Anchor = n => new SignedNote(n.Text, [.. n.Signatures.Skip(1)]) }).Cut(), FindingCode.GatewaySignature);
        yield return Bad("a department's signature forged", (Small with { Anchor = n => Wrong(n, 2) }).Cut(), FindingCode.DepartmentSignature);
        yield return Bad("accepted by two of four", (Small with { AnchorBy = [0, 1] }).Cut(), FindingCode.NoQuorum);
        yield return Bad("one department cosigned three times", (Small with { AnchorBy = [0, 0, 0, 1] }).Cut(), FindingCode.NoQuorum);
        yield return Bad("a block signed by two of four", (Small with { BlockBy = [0, 1] }).Cut(), FindingCode.BlockNotAccepted);
        yield return Bad("cosignatures taken from the block", Small.WithBlockNote(n => new SignedNote(n.Text, [.. n.Signatures.SkipLast(1)])), FindingCode.BlockNotAccepted);
        yield return Bad("a forged cosignature beside a quorum in the block", Small.WithBlockNote(n => Wrong(n.With(n.Signatures[^1]), 4)), FindingCode.BlockNotAccepted);
        yield return Bad("a beacon block signed by two of four", (Small with { BeaconBy = [0, 1] }).Cut(), FindingCode.BeaconNotAccepted);
        yield return Bad("a beacon block of another city", (Small with { BeaconCity = new ModelCity(OtherCity()) }).Cut(), FindingCode.BeaconNotAccepted);
    }

    private static IEnumerable<EvidenceCase> Exchanged()
    {
        var other = new Scene(new NoteSigner("city.example/gw-2", KeyType.Ed25519, TestKeys.Seed(3)));
        var policy = Keys.PolicyText + $"log {new NoteSigner("city.example/gw-2", KeyType.Ed25519, TestKeys.Seed(3)).Verifier}\n";
        yield return Bad("the receipt of another gateway", Town.One with { Receipt = other.One.Receipt }, FindingCode.NotInLog) with { Policy = policy };
        yield return Bad("a block of another city", (Small with { Receipt = r => InOtherCity(r) }).Cut(), FindingCode.BlockNotAccepted);
        yield return Bad("the anchor at another place of the block", (Small with { Receipt = r => r with { Index = r.Index - 1 } }).Cut(), FindingCode.NotInBlock);
        yield return Bad("the anchor beyond the block", (Small with { Receipt = r => r with { Index = 1000 } }).Cut(), FindingCode.NotInBlock);
        yield return Bad("a department taken from the anchor", (Small with { AnchorBy = [0, 1, 2, 3], Receipt = WithoutLastCosignature }).Cut(), FindingCode.NotInBlock);
        var early = new Scene();
        var before = early.City.Order(Keys.Cosigned(new Checkpoint("city.example/gw-1", 3, ProofBuilder.Root(TreeOf(early, 3), 3)), Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 70);
        yield return Bad("an entry beyond the anchored size", Town.One with { Receipt = before.ToBytes() }, FindingCode.NotInLog);
        yield return Bad("a value altered", Town.One.WithEntry(Town.Ph, b => Altered(b)), FindingCode.NotInLog);
        yield return Bad("a reading at another place", Town.One with { Entries = [.. Town.One.Entries.Select(e => e.Index == Town.Ph ? e with { Index = Town.Ph + 1 } : e)], Subjects = [Town.Ph + 1] }, FindingCode.NotInLog);
        yield return Bad("two proof hashes exchanged", Town.One with { Proof = [Town.One.Proof[1], Town.One.Proof[0], .. Town.One.Proof.Skip(2)] }, FindingCode.NotInLog);
        yield return Bad("a proof hash too many", Town.One with { Proof = [.. Town.One.Proof, default] }, FindingCode.NotInLog);
        yield return Bad("a proof hash too few", Town.One with { Proof = [.. Town.One.Proof.SkipLast(1)] }, FindingCode.NotInLog);
    }

    private static IEnumerable<EvidenceCase> BadContext()
    {
        // 0 boot, 1 configuration of tap3.ph, 2 and 3 its calibrations, 4 configuration of main.pressure, 5 clock, 7 and 9 seals, 10 the reading.
        yield return Context("an earlier calibration shown", 0, 1, 2, 5, Town.SecondSeal);
        yield return Context("the calibration withheld", 0, 1, 5, Town.SecondSeal);
        yield return Context("an earlier seal shown", 0, 1, 3, 5, Town.FirstSeal);
        yield return Context("the seal withheld", 0, 1, 3, 5);
        yield return Context("the clock correction withheld", 0, 1, 3, Town.SecondSeal);
        yield return Context("the boot withheld", 1, 3, 5, Town.SecondSeal);
        yield return Context("the configuration of another channel", 0, 3, 4, 5, Town.SecondSeal);

        EvidenceCase Context(string name, params ulong[] with) => Bad(
            name, Town.Gateway.Disclose(Town.Receipt, Town.Size, [], [Town.Ph], [.. with, Town.Ph]), FindingCode.ContextMismatch);
    }

    private static EvidenceCase Good(string name, EvidenceFile file) => new(name, Keys.PolicyText, file.ToBytes(), Outcome.Valid);

    private static EvidenceCase But(string name, EvidenceFile file, params FindingCode[] codes) => new(name, Keys.PolicyText, file.ToBytes(), Outcome.ValidBut, codes);

    private static EvidenceCase Bad(string name, EvidenceFile file, FindingCode code) => new(name, Keys.PolicyText, file.ToBytes(), Outcome.Invalid, code);

    private static EvidenceFile WithBlockNote(this SmallScene scene, Func<SignedNote, SignedNote> change) =>
        (scene with { Receipt = r => r with { Note = change(r.Note) } }).Cut();

    private static EvidenceFile WithEntry(this EvidenceFile file, ulong index, Func<byte[], byte[]> change) =>
        file with { Entries = [.. file.Entries.Select(e => e.Index == index ? e with { Bytes = change(e.Bytes.ToArray()) } : e)] };

    /// <summary>pH 7.21 becomes a value a little off: the lowest bit of the float.</summary>
    internal static byte[] Altered(byte[] reading)
    {
        var place = reading.AsSpan().IndexOf(Convert.FromHexString("fb401cd70a3d70a3d7"));
        reading[place + 8] ^= 1;
        return reading;
    }

    internal static SignedNote Wrong(SignedNote note, int place)
    {
        var blob = note.Signatures[place].Blob.ToArray();
        blob[^1] ^= 1;
        return new SignedNote(note.Text, [.. note.Signatures.Select((s, i) => i == place ? s with { Blob = blob } : s)]);
    }

    private static SignedNote Recosign(SignedNote note, int department, long time)
    {
        var signer = Keys.Departments[department];
        var far = Signed(signer, note, (ulong)time);
        return new SignedNote(note.Text, [.. note.Signatures.Where(s => s.Name != signer.Name), far]);
    }

    /// <summary>A cosignature at any time, also one no calendar has.</summary>
    internal static NoteSignature Signed(NoteSigner signer, SignedNote note, ulong time)
    {
        var seed = StrictSeed(signer);
        using var key = new Edge.Ledger.Keys.Ed25519PrivateKey(seed);
        var blob = new byte[Cosignature.BlobSize];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(blob, time);
        key.Sign(Cosignature.Message(time, note.Text.Span), blob.AsSpan(8));
        return new NoteSignature(signer.Name, signer.Verifier.Id, blob);
    }

    private static byte[] StrictSeed(NoteSigner signer) => Convert.FromBase64String(signer.ExportSecret().Split('+', 5)[4])[1..];

    private static TlogProof WithoutLastCosignature(TlogProof receipt)
    {
        var anchor = AnchorLeaf.Parse(receipt.Extra!.Value.Span);
        return receipt with { Extra = AnchorLeaf.Write(new SignedNote(anchor.Text, [.. anchor.Signatures.SkipLast(1)])) };
    }

    private static TestKeys OtherCity() => new(100);

    private static TlogProof InOtherCity(TlogProof receipt)
    {
        var city = new ModelCity(OtherCity());
        return city.Order(AnchorLeaf.Parse(receipt.Extra!.Value.Span), Scene.Start + 62);
    }

    private static MemoryTree TreeOf(Scene scene, ulong size)
    {
        var tree = new MemoryTree(TreeHasher.Sha256);
        for (ulong i = 0; i < size; i++)
            tree.Append(scene.Gateway.Bytes(i));
        return tree;
    }
}
