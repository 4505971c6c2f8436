using System.Globalization;
using System.Text;
using Edge.Ledger.Merkle;

namespace Edge.Interop.Tests.Trees;

/// <summary>Our tree over the entries "entry 0", "entry 1" ..., as every peer builds its own.</summary>
internal sealed class EntryTree
{
    public const ulong MaxSize = 1025;

    private readonly MemoryTree _tree = new(TreeHasher.Sha256);

    public EntryTree()
    {
        for (ulong index = 0; index < MaxSize; index++)
            _tree.Append(Entry(index));
    }

    public ProofCase Prove(ProofCase asked) => asked with
    {
        Hashes = asked.Kind switch
        {
            ProofKind.Root => [Root(asked.Size)],
            ProofKind.Inclusion => ProofBuilder.Inclusion(_tree, asked.Place, asked.Size),
            _ => ProofBuilder.Consistency(_tree, asked.Place, asked.Size),
        },
    };

    public bool Check(ProofCase given) => given.Kind switch
    {
        ProofKind.Root => given.Hashes is [var root] && root == Root(given.Size),
        ProofKind.Inclusion => InclusionProof.Verify(TreeHasher.Sha256, _tree.Node(0, given.Place), given.Place, given.Size, [.. given.Hashes], Root(given.Size)),
        _ => ConsistencyProof.Verify(TreeHasher.Sha256, given.Place, Root(given.Place), given.Size, Root(given.Size), [.. given.Hashes]),
    };

    private Hash32 Root(ulong size) => ProofBuilder.Root(_tree, size);

    private static byte[] Entry(ulong index) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"entry {index}"));
}
