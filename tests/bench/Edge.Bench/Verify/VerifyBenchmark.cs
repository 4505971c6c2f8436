using Edge.Bench.Machine;
using Edge.Bench.Reports;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;

namespace Edge.Bench.Verify;

/// <summary>How long a verifier takes for one evidence file of one reading, beside the signature checks alone that nobody can spare it; and how large such files are.</summary>
internal sealed class VerifyBenchmark(TimeProvider time) : IBenchmark
{
    private const int Repeats = 15;
    private const int Files = 200;

    public Task<BenchReport> RunAsync(string folder, Action<string> progress, CancellationToken cancellationToken)
    {
        var core = OneCore.Pin();
        progress("verify: a log of 2^20 entries is being built ...");
        var scene = new VerifyScene();
        var file = scene.Slim().ToBytes();
        var full = scene.Full().ToBytes();
        var first = scene.First();
        Check(scene, file, Outcome.ValidBut);
        Check(scene, full, Outcome.Valid);
        Check(scene, first.ToBytes(), Outcome.Valid);
        progress($"verify: {Repeats + 1} rounds of {Files} verifications on core {core} ...");
        var verifier = new EvidenceVerifier(scene.Policy);
        var signatures = Signatures(scene).ToArray();
        var rounds = new List<(double Whole, double Full, double Bare)>();
        for (var i = 0; i <= Repeats; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var round = (Microseconds(() => verifier.Verify(file)), Microseconds(() => verifier.Verify(full)), Microseconds(() => VerifyAll(signatures)));
            if (i > 0)
                rounds.Add(round);
        }

        return Task.FromResult(Report(scene, rounds, signatures.Length, file.Length, full.Length, first));
    }

    private static void Check(VerifyScene scene, byte[] file, Outcome expected)
    {
        if (new EvidenceVerifier(scene.Policy).Verify(file) is { } verdict && verdict.Outcome != expected)
            throw new BenchException($"The file should be {expected} and is {verdict.Outcome}: {verdict.Findings[0]}.");
    }

    /// <summary>Key, signed text and blob of every signature in the file.</summary>
    private static IEnumerable<(VerifierKey Key, ReadOnlyMemory<byte> Text, ReadOnlyMemory<byte> Blob)> Signatures(VerifyScene scene) =>
        from note in scene.Notes
        from signature in note.Signatures
        select (scene.Policy.Logs.Concat(scene.Policy.Witnesses.Select(w => w.Key)).Single(signature.IsBy), note.Text, signature.Blob);

    private static void VerifyAll((VerifierKey Key, ReadOnlyMemory<byte> Text, ReadOnlyMemory<byte> Blob)[] signatures)
    {
        foreach (var (key, text, blob) in signatures)
        {
            if (!key.Verify(text.Span, blob.Span))
                throw new BenchException($"A signature of {key.Name} does not verify.");
        }
    }

    private double Microseconds(Action work)
    {
        var started = time.GetTimestamp();
        for (var i = 0; i < Files; i++)
            work();
        return time.GetElapsedTime(started).TotalMicroseconds / Files;
    }

    private static BenchReport Report(
        VerifyScene scene, List<(double Whole, double Full, double Bare)> rounds, int signatures, int slim, int full, EvidenceFile first) => new(
        "verify: one evidence file of one reading, three cosignatures, in a log of 2^20 entries; in turn with the bare signature checks in it",
        Repeats,
        [
            new("microseconds", "whole verification, us", Median.Of(rounds.Select(r => r.Whole)), 1, "from the file's bytes to the verdict, the policy being read already"),
            new(null, "with its whole context, us", Median.Of(rounds.Select(r => r.Full)), 1),
            new(null, $"bare {signatures} Ed25519 checks, us", Median.Of(rounds.Select(r => r.Bare)), 1, "of anchor, block and beacon block"),
            new("ratio_signatures", "ratio to the bare checks", Median.Of(rounds.Select(r => r.Whole / r.Bare)), 3, "aim: 1.5"),
            new("evidence_bytes", "bytes, slim", slim, 0, "value, place, both bounds in time; aim: 2,500 with the entry"),
            new("evidence_bytes_full", "bytes, with configuration and calibration", full, 0),
            new(null, "bytes, slim, without the lower bound", scene.Barest().ToBytes().Length, 0),
            new("evidence_bytes_v1", "bytes, full, as v1 had it", first.ToBytes().Length, 0),
            new(null, "  of these the receipt", first.Receipt.Length, 0, "notes in base64 in text"),
            new(null, "  of these the proof", first.Proof.Count * 32, 0, "of the scattered entries of the context"),
            new(null, "  of these the entries", first.Entries.Sum(e => e.Bytes.Length), 0),
            new(null, "  of these the beacon block", first.Blocks.Sum(b => b.Length), 0),
            new("city_path_hashes", "hashes from the anchor to the block", scene.PathHashes, 0, "32 bytes each; 3 to 25 in a city log of its first year"),
        ],
        ["The city log has 1,000,000 leaves, the anchor is its last but one. All names as in the demonstration."]);
}
