using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>Accusations: true ones, false ones, and files that are none.</summary>
internal static class EquivocationCases
{
    private static readonly TestKeys Keys = new();
    private static readonly string Policy = string.Concat(new[] { SuiteCases.P256, SuiteCases.Sm2, SuiteCases.Sm3 }.Select(k => $"log {k.Verifier}\n")) + Keys.PolicyText;
    private static readonly MemoryTree One = Tree(0, 20);
    private static readonly MemoryTree Other = Tree(1, 20);

    public static IReadOnlyList<EvidenceCase> All { get; } = [.. Proved(), .. OtherSuites(), .. NotProved(), .. Unreadable()];

    /// <summary>A checkpoint over the first entries of a history, cosigned by departments.</summary>
    public static SignedNote Note(MemoryTree history, ulong size, params int[] departments) =>
        Keys.Cosigned(new Checkpoint(Keys.Gateway.Name, size, ProofBuilder.Root(history, size)), Keys.Gateway, Scene.Start, departments);

    public static MemoryTree History(bool other) => other ? Other : One;

    private static IEnumerable<EvidenceCase> Proved()
    {
        yield return Good("one size, two roots", Accuse(Note(One, 20), Note(Other, 20)));
        yield return Good("one size, two roots, both accepted by a quorum", Accuse(Note(One, 20, 0, 1, 2), Note(Other, 20, 1, 2, 3)));
        yield return Good("a smaller and a larger checkpoint", Accuse(Note(One, 13, 0, 1, 2), Note(Other, 20, 3)));
        yield return Good("a smaller one whose size is a power of two", Accuse(Note(One, 16), Note(Other, 20)));
        yield return Good("sizes one and two", Accuse(Note(One, 1), Note(Other, 2)));
        var city = Accuse(CityNote(One), CityNote(Other));
        yield return Good("the city log itself", city);
    }

    /// <summary>Logs of the other suites: two roots of one size, and an SM3 log whose larger checkpoint has another prefix.</summary>
    private static IEnumerable<EvidenceCase> OtherSuites()
    {
        yield return Good("a log that signs with P-256", Accuse(Signed(One, SuiteCases.P256), Signed(Other, SuiteCases.P256)));
        yield return Good("a log that signs with SM2", Accuse(Signed(One, SuiteCases.Sm2), Signed(Other, SuiteCases.Sm2)));
        var (first, second) = (Tree(0, 13, TreeHasher.Sm3), Tree(1, 20, TreeHasher.Sm3));
        var sm3 = Accusation.Between(Signed(first, SuiteCases.Sm3), Signed(second, SuiteCases.Sm3), second, 20, out _)!;
        yield return Good("an SM3 log, a smaller and a larger checkpoint", sm3);
        yield return Bad("an SM3 log, a proof that does not hold", sm3 with { Proof = [.. sm3.Proof.Reverse()] }, FindingCode.Reconcilable);
    }

    private static IEnumerable<EvidenceCase> NotProved()
    {
        var same = Accuse(Note(One, 20, 0, 1), Note(Other, 20, 2));
        var grown = Accuse(Note(One, 13), Note(Other, 20));
        var altered = same.ToBytes();
        altered[200] ^= 1;
        yield return new EvidenceCase("a bit altered", Policy, altered, Outcome.Invalid, FindingCode.FileAltered);
        var stranger = new NoteSigner("city.example/gw-9", KeyType.Ed25519, TestKeys.Seed(9));
        yield return Bad("a log that the policy does not know", Accuse(Signed(One, stranger), Signed(Other, stranger)), FindingCode.GatewayUnknown);
        yield return Bad("the first signature forged", same with { First = EvidenceCases.Wrong(same.First, 0) }, FindingCode.GatewaySignature);
        yield return Bad("the second signature forged", same with { Second = EvidenceCases.Wrong(same.Second, 0) }, FindingCode.GatewaySignature);
        yield return Bad("signed by a department alone", grown with { First = Unsigned(Note(One, 13, 0)) }, FindingCode.GatewaySignature);
        yield return Bad("a cosignature forged", same with { First = EvidenceCases.Wrong(same.First, 1) }, FindingCode.DepartmentSignature);
        yield return Bad(
            "the first note's cosignature forged, and the second's signature", same with { First = EvidenceCases.Wrong(same.First, 1), Second = EvidenceCases.Wrong(same.Second, 0) }, FindingCode.DepartmentSignature);
        yield return Bad("a proof that does not hold", grown with { Proof = [.. grown.Proof.Reverse()] }, FindingCode.Reconcilable);
        yield return Bad("a proof hash too few", grown with { Proof = [.. grown.Proof.SkipLast(1)] }, FindingCode.Reconcilable);
        yield return Bad("a prefix that nothing proves", grown with { Prefix = default(Hash32) }, FindingCode.Reconcilable);
        yield return Bad("a log that grew, with a wrong prefix", new EquivocationFile(Note(One, 13), Note(One, 20), Other.Node(0, 0), ProofBuilder.Consistency(One, 13, 20)), FindingCode.Reconcilable);
    }

    private static IEnumerable<EvidenceCase> Unreadable()
    {
        var same = Accuse(Note(One, 20), Note(Other, 20));
        var grown = Accuse(Note(One, 13), Note(Other, 20));
        yield return File("the same checkpoint twice", same with { Second = same.First });
        yield return File("one size, the higher root first", new EquivocationFile(same.Second, same.First, null, []));
        yield return File("the larger checkpoint first", grown with { First = grown.Second, Second = grown.First });
        yield return File("a log that grew, which is no contradiction", new EquivocationFile(Note(One, 13), Note(One, 20), ProofBuilder.Root(One, 13), ProofBuilder.Consistency(One, 13, 20)));
        yield return File("two sizes without a prefix", grown with { Prefix = null });
        yield return File("one size with a prefix", same with { Prefix = default(Hash32) });
        yield return File("one size with a proof", same with { Proof = [default] });
        yield return File("a proof of 64 hashes", grown with { Proof = new Hash32[64] });
        yield return File("an empty log", grown with { First = new Checkpoint(Keys.Gateway.Name, 0, TreeHasher.Sha256.EmptyRoot).Sign(Keys.Gateway) });
        yield return File("two logs", same with { First = new Checkpoint(Keys.City.Name, 20, Checkpoint.Parse(same.First).Root).Sign(Keys.City) });
        byte[] content = grown.ToBytes()[21..^32];
        yield return Bytes("bytes left over", [.. content, 0]);
        yield return Bytes("no content", []);

        EvidenceCase File(string name, EquivocationFile file) => new(name, Policy, file.ToBytes(), null);
        EvidenceCase Bytes(string name, byte[] inside)
        {
            byte[] file = [.. "edge-equivocation/v1\n"u8, .. inside];
            return new(name, Policy, [.. file, .. TreeHasher.Sha256.Hash(file).Bytes], null);
        }
    }

    private static EvidenceCase Good(string name, EquivocationFile file) => new(name, Policy, file.ToBytes(), Outcome.Valid);

    private static EvidenceCase Bad(string name, EquivocationFile file, FindingCode code) => new(name, Policy, file.ToBytes(), Outcome.Invalid, code);

    private static EquivocationFile Accuse(SignedNote one, SignedNote other) =>
        Accusation.Between(one, other, Other, Other.Size, out var relation) ?? throw new InvalidOperationException($"{relation}");

    private static SignedNote CityNote(MemoryTree history) => Signed(history, Keys.City);

    private static SignedNote Signed(MemoryTree history, NoteSigner signer) => new Checkpoint(signer.Name, history.Size, history.Root).Sign(signer);

    private static SignedNote Unsigned(SignedNote note) => new(note.Text, [.. note.Signatures.Skip(1)]);

    private static MemoryTree Tree(byte which, int size, TreeHasher? hasher = null)
    {
        var tree = new MemoryTree(hasher ?? TreeHasher.Sha256);
        for (byte i = 0; i < size; i++)
            tree.Append([i, which]);
        return tree;
    }
}
