using Edge.Interop.Tests.Peers;

namespace Edge.Interop.Tests.Trees;

/// <summary>golang.org/x/mod/sumdb/tlog, over trees of 1 to 1,025 leaves.</summary>
public sealed class GoTreeTests
{
    [GoFact]
    public async Task Gos_tlog_believes_our_roots_and_proofs() => await TreeAgreement.Peer_believes_our_proofs(await GoPeer.Get(), ProofCases.Many);

    [GoFact]
    public async Task We_believe_the_roots_and_proofs_of_Gos_tlog() => await TreeAgreement.We_believe_the_peers_proofs(await GoPeer.Get(), ProofCases.Many);

    [GoFact]
    public async Task Neither_Gos_tlog_nor_we_believe_a_false_proof() => await TreeAgreement.Nobody_believes_a_false_proof(await GoPeer.Get());
}
