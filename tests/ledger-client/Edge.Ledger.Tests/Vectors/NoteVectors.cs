using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Keys, notes, policies and what the city writes. The private keys are made from seeds of one repeated byte: for tests only.</summary>
internal static class NoteVectors
{
    private static readonly Scene Town = new();
    private static readonly TestKeys Keys = Town.Keys;

    public static object All() => new
    {
        spec = "edge-spec 1",
        about = "Texts are UTF-8. The private keys are for tests only.",
        keys = ((NoteSigner[])[Keys.Gateway, Keys.City, .. Keys.Departments, .. SuiteVectors.Keys]).Select(k => new { name = k.Name, type = VectorFile.Hex(k.Verifier.Type.Tag()), key_id = $"{k.Verifier.Id:x8}", vkey = k.Verifier.ToString(), private_key = k.ExportSecret() }).ToArray(),
        refused_keys = SuiteVectors.RefusedKeys(),
        signatures = SuiteVectors.Signatures(),
        mixed = SuiteVectors.MixedNotes(),
        checkpoints = new[] { Town.Anchor, Town.SecondBlock }.Select(Vector).ToArray(),
        cosigned_message = new { time = 1_700_000_000, note_text = Text(Town.Anchor), message = VectorFile.Hex(Cosignature.Message(1_700_000_000, Town.Anchor.Text.Span)) },
        policies = new[]
        {
            Policy("three of four", Keys.PolicyText, [["water", "energy", "justice"], ["water", "energy", "environment", "justice"]], [["water", "energy"], []]),
            Policy("groups of groups", Head + "group a any water energy\ngroup b all environment justice\ngroup both all a b\nquorum both\n", [["water", "environment", "justice"]], [["water", "energy", "environment"]]),
            Policy("one witness", Head + "quorum water\n", [["water"]], [["energy"]]),
            Policy("nobody", "quorum none\n", [[]], []),
        },
        refused_policies = new[] { "", "quorum none", "quorum none\r\n", "quorum nobody\n", "quorum none\nquorum none\n", "trust me\nquorum none\n", Head + "group g 5 water energy\nquorum g\n", Head + "group g 1 water water\nquorum g\n", Head + $"log {Keys.City.Verifier}\nquorum water\n" },
        time_bounds = Bounds(),
        anchor_request = new { text = Encoding.UTF8.GetString(new AddCheckpointRequest(0, [], Town.Anchor).ToBytes()), old = 0 },
        add_checkpoint_answers = WitnessVectors.All(Town.Anchor),
        refused_notes = new[] { "", "text\n", "text\n\n", "text\r\n\n— k AAAAAAA=\n", "text\n\n— k AAAAAAB=\n", "text\n\n- k AAAAAAA=\n", "text\n\n— k AAAA\n", "text\n\n— k AAAAAAA=", "text\n\n— k+k AAAAAAA=\n" },
        refused_checkpoints = new[] { "city.example\n01\n", "city.example\n1\n", $"city.example\n01\n{Root}\n", $"city.example\n9223372036854775808\n{Root}\n", $"city.example\n1\n{Root}\nextension\n", $"city.example\n0\n{Root}\n", $"\n1\n{Root}\n", $"city.example/sm3/gw-1\n0\n{TreeHasher.Sha256.EmptyRoot}\n", $"city.example/gw-1\n0\n{TreeHasher.Sm3.EmptyRoot}\n" },
        receipt = Encoding.UTF8.GetString(Town.Receipt.ToBytes()),
        refusal = Encoding.UTF8.GetString(new Refusal("city.example/gw-1", 409, 9, default, Town.Anchor, "old is 3, the size known here is 16").Sign(Keys.Departments[1], DateTimeOffset.FromUnixTimeSeconds(Scene.Start)).ToBytes()),
    };

    private static string Head => Keys.PolicyText[..Keys.PolicyText.IndexOf("group", StringComparison.Ordinal)];

    private static string Root => Town.Gateway.Checkpoint().Root.ToString();

    private static string Text(SignedNote note) => Encoding.UTF8.GetString(note.Text.Span);

    private static object Vector(SignedNote note)
    {
        var checkpoint = Checkpoint.Parse(note);
        return new
        {
            note = note.ToString(),
            origin = checkpoint.Origin,
            size = checkpoint.Size,
            root = VectorFile.Hex(checkpoint.Root.Bytes),
            cosigned_by = Keys.Policy.Check(note, checkpoint.Origin).Cosigners.Select(c => new { witness = c.Witness, time = c.Time }).ToArray(),
        };
    }

    private static object Policy(string name, string text, string[][] quorums, string[][] not) => new { name, text, quorums, not_quorums = not };

    private static object[] Bounds()
    {
        Cosigner[] signed = [new("water", 50), new("energy", 10), new("justice", 30), new("environment", 20)];
        return [Bound(signed), Bound(signed[..3]), Bound(signed[..2]), Bound([.. signed[1..], new Cosigner("water", long.MaxValue)])];
    }

    private static object Bound(Cosigner[] signed) => new
    {
        policy = "three of four",
        cosigned_by = signed.Select(c => new { witness = c.Witness, time = c.Time }).ToArray(),
        signed_by = TimeBounds.SignedBy(Keys.Policy, signed),
        signed_from = TimeBounds.SignedFrom(Keys.Policy, signed),
    };
}
