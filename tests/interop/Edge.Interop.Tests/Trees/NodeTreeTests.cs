using Edge.Interop.Tests.Peers;

namespace Edge.Interop.Tests.Trees;

/// <summary>@transmute/rfc9162, over trees of 1 to 1,025 leaves.</summary>
public sealed class NodeTreeTests
{
    [NodeFact]
    public async Task Transmutes_rfc9162_believes_our_roots_and_proofs() => await TreeAgreement.Peer_believes_our_proofs(NodePeer.Proofs, ProofCases.Many);

    [NodeFact]
    public async Task We_believe_the_roots_and_proofs_of_Transmutes_rfc9162() => await TreeAgreement.We_believe_the_peers_proofs(NodePeer.Proofs, ProofCases.Few);

    [NodeFact]
    public async Task Neither_Transmutes_rfc9162_nor_we_believe_a_false_proof() => await TreeAgreement.Nobody_believes_a_false_proof(NodePeer.Proofs);
}
