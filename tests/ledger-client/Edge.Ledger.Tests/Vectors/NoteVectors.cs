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
        refused_private_keys = SuiteVectors.RefusedPrivateKeys(),
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
            Policy("words in between", $"\t# a comment\n\n log\t{Keys.Gateway.Verifier}  https://log.example \nwitness water {Keys.Departments[0].Verifier} https://water.example\nquorum water\n", [["water"]], [[]]),
            Policy("a key rotated", $"log {Keys.Gateway.Verifier}\nlog {new NoteSigner(Keys.Gateway.Name, KeyType.Ed25519, TestKeys.Seed(9)).Verifier}\nquorum none\n", [[]], []),
            Policy("groups 32 deep", Nested(32), [["water"]], [["energy"]]),
        },
        refused_policies = (string[])[ "", "quorum none", "quorum none\r\n", "quorum nobody\n", "quorum none\nquorum none\n", "trust me\nquorum none\n", Head + "group g 5 water energy\nquorum g\n", Head + "group g 1 water water\nquorum g\n", Head + $"log {Keys.City.Verifier}\nquorum water\n", .. RefusedPolicies()],
        time_bounds = Bounds(),
        anchor_request = new { text = Encoding.UTF8.GetString(new AddCheckpointRequest(0, [], Town.Anchor).ToBytes()), old = 0 },
        add_checkpoint_answers = WitnessVectors.All(Town.Anchor),
        notes = new[]
        {
            Read("text\n\nmore\n\n— k AAAAAAA=\n", "text\n\nmore\n", 1),
            Read("\n\n— k AAAAAAA=\n", "\n", 1),
            Read("text \u007f\n\n— k AAAAAAA=\n— l AAAAAAAA\n— k AAAAAAA=\n", "text \u007f\n", 3),
        },
        limits = LimitVectors.All(Town),
        refused_notes = new[] { "", "text\n", "text\n\n", "text\r\n\n— k AAAAAAA=\n", "text\n\n— k AAAAAAB=\n", "text\n\n- k AAAAAAA=\n", "text\n\n— k AAAA\n", "text\n\n— k AAAAAAA=", "text\n\n— k+k AAAAAAA=\n", "text\n\n— k AAAAAAA=\n\n— k AAAAAAA=x\n", "te\txt\n\n— k AAAAAAA=\n", "text\n\n— k  AAAAAAA=\n", "text\n\n— k AAAAAAA= \n", "text\n\n—  AAAAAAA=\n", "text\n\n— k\u2003k AAAAAAA=\n", "text\n\n— k AAAAAA==\n" },
        refused_checkpoints = new[] { "city.example\n01\n", "city.example\n1\n", $"city.example\n01\n{Root}\n", $"city.example\n9223372036854775808\n{Root}\n", $"city.example\n1\n{Root}\nextension\n", $"city.example\n0\n{Root}\n", $"\n1\n{Root}\n", $"city.example/sm3/gw-1\n0\n{TreeHasher.Sha256.EmptyRoot}\n", $"city.example/gw-1\n0\n{TreeHasher.Sm3.EmptyRoot}\n", $"city.example\n1\n{Convert.ToBase64String(new byte[31])}\n", $"city.example\n1\n{Convert.ToBase64String(new byte[33])}\n", $"city.example\n\u0661\n{Root}\n", $"city.example\n-1\n{Root}\n", $"city.example\n1\n{Root}", $"city example\n1\n{Root}\n" },
        origins = new[] { "city.example", "a.b.c.d.e.f.g.h", "city.example/gw-1", "city.example/sm3", "city.example/sm3/gw-1", "-.-/-", $"{new string('a', 63)}.example/{new string('b', 64)}" },
        refused_origins = new[] { "", "city", "city.", ".city", "city..example", "City.example", "a.b.c.d.e.f.g.h.i", "city/gw-1", "city.example/", "city.example/gw_1", "city.example/sm3/", "city.example/SM3/gw-1", "city.example/sm4/gw-1", "city.example/sm3/gw-1/x", "city.example/gw-1\n", "c\u0131ty.example", "city.example/gw-\u0661", $"{new string('a', 64)}.example", $"city.example/{new string('b', 65)}" },
        block = City.Block(),
        refused_blocks = City.RefusedBlocks(),
        refused_receipts = City.RefusedReceipts(),
        refused_requests = City.RefusedRequests(),
        refusals = City.Refusals(),
        refused_refusals = City.RefusedRefusals(),
        receipt = Encoding.UTF8.GetString(Town.Receipt.ToBytes()),
        refusal = Encoding.UTF8.GetString(new Refusal("city.example/gw-1", 409, 9, default, Town.Anchor, "old is 3, the size known here is 16").Sign(Keys.Departments[1], DateTimeOffset.FromUnixTimeSeconds(Scene.Start)).ToBytes()),
    };

    private static string Head => Keys.PolicyText[..Keys.PolicyText.IndexOf("group", StringComparison.Ordinal)];

    private static readonly CityVectors City = new(Town);

    private static object Read(string note, string text, int signatures) => new { note, text, signatures };

    private static string Nested(int depth) => Head + "group g1 1 water\n" + string.Concat(Enumerable.Range(2, depth - 1).Select(i => $"group g{i} 1 g{i - 1}\n")) + $"quorum g{depth}\n";

    private static IEnumerable<string> RefusedPolicies()
    {
        var (gateway, water) = (Keys.Gateway.Verifier, Keys.Departments[0].Verifier);
        yield return $"log {water}\nquorum none\n";
        yield return $"witness water {gateway}\nquorum none\n";
        yield return $"witness water {water}\nwitness water {Keys.Departments[1].Verifier}\nquorum none\n";
        yield return $"witness none {water}\nquorum none\n";
        yield return $"witness water {water}\ngroup none 1 water\nquorum none\n";
        yield return $"witness water {water}\ngroup water 1 water\nquorum water\n";
        yield return $"witness one {water}\nwitness two {water}\nquorum none\n";
        yield return $"log {gateway}\nlog {new NoteSigner("city.example/gw-2", KeyType.Ed25519, TestKeys.Seed(1)).Verifier}\nquorum none\n";
        yield return "witness one water.city.example+df67e38c+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAMPn\nwitness two water.city.example+df67e38c+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAiR2\nquorum none\n";
        yield return Head + "group g 1 water nobody\nquorum g\n";
        yield return Head + "group g 1\nquorum g\n";
        yield return Head + "group g 0 water\nquorum g\n";
        yield return Head + "group g 01 water\nquorum g\n";
        yield return Head + "group g most water\nquorum g\n";
        yield return Head + "group g 1 h\ngroup h 1 water\nquorum g\n";
        yield return Head + "group g 1 water\ngroup h 1 water\nquorum h\n";
        yield return Head + "quorum water energy\n";
        yield return Head + "quorum\n";
        yield return $"log {gateway} https://one https://two\nquorum none\n";
        yield return $"witness water {water} https://one https://two\nquorum none\n";
        yield return "log\nquorum none\n";
        yield return "witness water\nquorum none\n";
        yield return "quorum none\n# \u007f\n";
        yield return "quorum none\n# \u0000\n";
        yield return "quorum none\n\u000b\n";
        yield return Nested(33);
    }

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
            cosigned_by = Keys.Policy.Check(note, checkpoint.Origin).Cosigners.Select(c => new { department = c.Witness, time = c.Time }).ToArray(),
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
        cosigned_by = signed.Select(c => new { department = c.Witness, time = c.Time }).ToArray(),
        not_after = TimeBounds.SignedBy(Keys.Policy, signed),
        not_before = TimeBounds.SignedFrom(Keys.Policy, signed),
    };
}
