using Edge.Ledger.Tests.Tiles;
// Page: Namespaces and what the examples begin with
using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Cose;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Tiles;
// ---

namespace Edge.Ledger.Tests.Examples;

/// <summary>
/// The examples of the core's README, run from top to bottom. What stands between <c>// Page: HEADING</c> and <c>// ---</c> is on the page, word for word;
/// see <see cref="PageTextTests"/>.
/// </summary>
public sealed class PageTests
{
    [Fact]
    public void The_page_runs_from_top_to_bottom()
    {
        var (gatewaySecret, waterSecret, energySecret, citySecret) = (TestKeys.Seed(1), TestKeys.Seed(10), TestKeys.Seed(11), TestKeys.Seed(2));
        var now = DateTimeOffset.FromUnixTimeSeconds(1_795_133_700);

        // Page: Keys
        using var gateway = new NoteSigner("city.example/gw-1", KeyType.Ed25519, gatewaySecret);
        using var water = new NoteSigner("water.city.example", KeyType.Ed25519Cosignature, waterSecret);
        using var energy = new NoteSigner("energy.city.example", KeyType.Ed25519Cosignature, energySecret);

        string vkey = gateway.Verifier.ToString();           // city.example/gw-1+de7e93ee+AYqI49...
        VerifierKey key = VerifierKey.Parse(vkey);           // what everybody else has
        // ---
        Assert.StartsWith("city.example/gw-1+de7e93ee+AYqI49", vkey, StringComparison.Ordinal);
        Assert.Equal(gateway.Verifier.Id, key.Id);

        // Page: A log
        var log = new MemoryTree(TreeHasher.Sha256);
        var entries = new List<byte[]>();
        void Append(Entry entry)
        {
            Span<byte> salt = stackalloc byte[Salt.Size];
            Salt.Derive(gatewaySecret, log.Size, salt);      // nobody can guess an entry out of its leaf hash
            entries.Add(entry.Encode(salt));
            log.Append(entries[^1]);
        }

        Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 1.0", vkey));
        Append(new ConfigurationEntry("tap3.ph", """{"driver":"ezo-ph"}""", default, "technician Li"));
        // ---

        // Page: A reading
        var context = new ReadingContext(                    // what gives it its meaning, by leaf hash
            Boot: log.Node(0, 0), Configuration: log.Node(0, 1), Calibration: default, Clock: default, Seal: default);

        Append(new ReadingEntry(
            "tap3.ph", "pH", Value: 7.21, Raw: 7210, Quality.Good, Reason.None, Monotonic: 123_456_789,
            new WallTime(1_795_133_673.25, UncertaintyMilliseconds: 12), context.Hash(log.Hasher)));

        var reading = (ReadingEntry)Entry.Decode(entries[2]);   // accepts exactly the one form; MalformedException otherwise
        // ---
        Assert.Equal(7.21, reading.Value);

        // Page: A checkpoint
        var checkpoint = new Checkpoint("city.example/gw-1", log.Size, log.Root);
        SignedNote note = checkpoint.Sign(gateway);          // note.ToString() is a c2sp.org/tlog-checkpoint
        // ---
        Assert.True(key.Verify(note.Text.Span, note.SignatureBy(key)!.Blob.Span));

        // Page: Inclusion
        Hash32[] path = ProofBuilder.Inclusion(log, index: 2, checkpoint.Size);

        bool included = InclusionProof.Verify(
            checkpoint.Hasher, checkpoint.Hasher.Leaf(entries[2]), index: 2, checkpoint.Size, path, checkpoint.Root);
        // ---
        Assert.True(included);

        // Page: Consistency
        for (var i = 0; i < 1000; i++)
            Append(new EventEntry(EntryKind.Maintenance, 0, null, "tap3", $"visit {i}", "technician Li"));
        var later = new Checkpoint("city.example/gw-1", log.Size, log.Root);

        Hash32[] proof = ProofBuilder.Consistency(log, checkpoint.Size, later.Size);

        bool nothingChanged = ConsistencyProof.Verify(
            later.Hasher, checkpoint.Size, checkpoint.Root, later.Size, later.Root, proof);
        // ---
        Assert.True(nothingChanged);

        // Page: A range, with nothing withheld
        ulong[] range = [100, 101, 102, 103];
        Hash32[] multi = ProofBuilder.Multi(log, range, later.Size);

        Hash32[] leaves = [.. range.Select(i => later.Hasher.Leaf(entries[(int)i]))];
        bool complete = MultiProof.TryComputeRoot(later.Hasher, later.Size, range, leaves, multi, out Hash32 root)
            && root == later.Root;
        // ---
        Assert.True(complete);

        // Page: Witnesses and a policy
        SignedNote cosigned = note.With(water.Cosign(note.Text.Span, now), energy.Cosign(note.Text.Span, now));

        TrustPolicy policy = TrustPolicy.Parse(Encoding.UTF8.GetBytes($"""
            log {gateway.Verifier}
            witness water {water.Verifier}
            witness energy {energy.Verifier}
            group departments 2 water energy
            quorum departments

            """));
        NoteCheck check = policy.Check(cosigned, "city.example/gw-1");
        bool accepted = check.IsAccepted;                    // if not, check.Fault and check.Detail say why
        ulong? notAfter = TimeBounds.SignedBy(policy, check.Cosigners);
        // ---
        Assert.True(accepted);
        Assert.Equal((ulong)now.ToUnixTimeSeconds(), notAfter);

        // Page: A proof in one file
        byte[] file = new TlogProof(Extra: entries[2], Index: 2, path, cosigned).ToBytes();   // c2sp.org/tlog-proof@v1

        TlogProof read = TlogProof.Parse(file);
        NoteCheck whose = policy.Check(read.Note, "city.example/gw-1");
        bool proved = whose.IsAccepted && read.Includes(whose.Checkpoint.Hasher.Leaf(read.Extra!.Value.Span), whose.Checkpoint);
        // ---
        Assert.True(proved);

        // Page: Anchored in the city's log
        using var city = new NoteSigner("city.example", KeyType.Ed25519, citySecret);
        var blocks = new MemoryTree(TreeHasher.Sha256);
        byte[] anchor = AnchorLeaf.Write(cosigned);
        blocks.Append(anchor);
        blocks.Append(new BlockHeader(Height: 0, (ulong)now.ToUnixTimeSeconds(), Previous: default).ToBytes());
        SignedNote block = new Checkpoint("city.example", blocks.Size, blocks.Root).Sign(city);
        block = block.With(water.Cosign(block.Text.Span, now), energy.Cosign(block.Text.Span, now));

        TlogProof receipt = Receipt.Write(anchor, index: 0, ProofBuilder.Inclusion(blocks, 0, blocks.Size), block);
        // ---

        // Page: Evidence
        var composer = new EvidenceComposer(log.Hasher);
        composer.Disclose(2, entries[2]);                    // what the file is about
        composer.Open(context);                              // and what it means:
        composer.Show(entries[0]);
        composer.Show(entries[1]);
        byte[] evidence = composer.Compose(ProofBuilder.Multi(log, [2], checkpoint.Size), receipt).ToBytes();

        TrustPolicy trusted = TrustPolicy.Parse(Encoding.UTF8.GetBytes($"""
            log {city.Verifier}
            log {gateway.Verifier}
            witness water {water.Verifier}
            witness energy {energy.Verifier}
            group departments 2 water energy
            quorum departments

            """));
        Verdict verdict = new EvidenceVerifier(trusted).Verify(evidence);
        ProvedReading shown = verdict.Readings[0];           // shown.Reading, shown.Configuration, shown.NotAfter ...
        // ---
        Assert.Equal(Outcome.ValidBut, verdict.Outcome);
        Assert.Equal([FindingCode.NoLowerBound], verdict.Findings.Select(f => f.Code));
        Assert.Equal(reading, shown.Reading);
        Assert.Equal("technician Li", shown.Configuration?.Who);

        // Page: A COSE receipt
        byte[] cose = InclusionReceipt.Issue(gateway, note, index: 2, entries[2], path).ToBytes();   // RFC 9942

        bool holds = CoseReceipt.Parse(cose) is InclusionReceipt inclusion
            && inclusion.Verify(key, entries[2], out Hash32 signedRoot) && signedRoot == checkpoint.Root;
        // ---
        Assert.True(holds);

        ITileSource tiles = new MemoryTiles(1003);
        var signed = new MemoryTiles(1003).Checkpoint;

        // Page: Tiles
        string place = Tile.OfHashes(level: 0, index: 3, width: 235).Path;      // tile/0/003.p/235
        var nodes = new TileNodes(tiles, TreeHasher.Sha256, signed.Size);       // any proof out of tiles: an ITileSource
        Hash32[] fromTiles = ProofBuilder.Inclusion(nodes, index: 42, signed.Size);

        var audit = new TileAudit(tiles, signed);            // every entry of the log, against its checkpoint
        var stretch = new AuditedEntries();
        bool right = audit.CheckRoot();
        while (audit.Next(stretch))
            right &= audit.DifferenceCount == 0;             // audit.Differences names what is wrong
        // ---
        Assert.Equal("tile/0/003.p/235", place);
        Assert.True(right);
        Assert.Equal(1003UL, audit.CheckedEntries);
        Assert.True(InclusionProof.Verify(TreeHasher.Sha256, TreeHasher.Sha256.Leaf(MemoryTiles.Entry(42)), 42, signed.Size, fromTiles, signed.Root));
    }
}
