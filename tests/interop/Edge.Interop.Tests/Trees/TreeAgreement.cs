using System.Text;
using Edge.Interop.Tests.Peers;
using Edge.Ledger.Merkle;

namespace Edge.Interop.Tests.Trees;

/// <summary>What every peer must agree with us on, whoever proves and whoever checks.</summary>
internal static class TreeAgreement
{
    private static readonly EntryTree Tree = new();

    public static async Task Peer_believes_our_proofs(Peer peer, IReadOnlyList<ProofCase> cases)
    {
        ProofCase[] ours = [.. cases.Select(Tree.Prove)];

        var answers = await peer.Ask("check-proofs", Lines(ours));

        Assert.Equal(ours.Length, answers.Count);
        Assert.DoesNotContain(ours.Zip(answers), pair => pair.Second != "yes");
    }

    public static async Task We_believe_the_peers_proofs(Peer peer, IReadOnlyList<ProofCase> cases)
    {
        ProofCase[] theirs = [.. (await peer.Ask("make-proofs", Lines(cases))).Select(ProofCase.Parse)];

        Assert.Equal(cases, theirs.Select(proof => proof with { Hashes = [] }), (a, b) => (a.Kind, a.Place, a.Size) == (b.Kind, b.Place, b.Size));
        Assert.All(theirs, proof =>
        {
            Assert.True(Tree.Check(proof), $"{proof}");
            Assert.Equal(Tree.Prove(proof).Hashes, proof.Hashes);
        });
    }

    /// <summary>The same distrust on both sides: neither believes a proof that was tampered with.</summary>
    public static async Task Nobody_believes_a_false_proof(Peer peer)
    {
        ProofCase[] bad = [.. ProofCases.Few.Where(proof => proof.Size is > 4 and < 200).Select(Tree.Prove).SelectMany(Tampered)];

        var answers = await peer.Ask("check-proofs", Lines(bad));

        Assert.Equal(bad.Length, answers.Count);
        Assert.DoesNotContain(bad.Zip(answers), pair => !pair.Second.StartsWith("no: ", StringComparison.Ordinal));
        Assert.DoesNotContain(bad, Tree.Check);
    }

    /// <summary>A hash changed, two exchanged, one too few, one too many.</summary>
    private static IEnumerable<ProofCase> Tampered(ProofCase good)
    {
        Hash32[] hashes = [.. good.Hashes];
        if (hashes.Length > 0)
        {
            yield return good with { Hashes = [.. hashes[..^1], TreeHasher.Sha256.EmptyRoot] };
            yield return good with { Hashes = hashes[..^1] };
        }

        if (hashes.Length > 1)
            yield return good with { Hashes = [hashes[1], hashes[0], .. hashes[2..]] };
        yield return good with { Hashes = [.. hashes, TreeHasher.Sha256.EmptyRoot] };
    }

    private static byte[] Lines(IEnumerable<ProofCase> cases) => Encoding.ASCII.GetBytes(string.Concat(cases.Select(proof => $"{proof}\n")));
}
