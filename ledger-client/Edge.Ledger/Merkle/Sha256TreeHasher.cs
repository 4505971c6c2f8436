using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Edge.Ledger.Merkle.Lanes;

namespace Edge.Ledger.Merkle;

/// <summary>RFC 6962's own choice. One message at a time by .NET's SHA-256; batches side by side where the processor has vectors.</summary>
internal sealed class Sha256TreeHasher() : TreeHasher("sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
{
    private static readonly LaneHasher? Wide = LaneHasher.Widest;

    public override int Lanes => Wide?.Count ?? 1;

    public override Hash32 Hash(ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[Hash32.Size];
        SHA256.HashData(message, digest);
        return new Hash32(digest);
    }

    public override unsafe void Nodes(ReadOnlySpan<Hash32> children, Span<Hash32> parents)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(children.Length, 2 * parents.Length);
        var done = 0;
        if (Wide is not null)
        {
            // Rows of vectors are gathered by address.
            fixed (Hash32* from = children, to = parents)
                done = Wide.Nodes(from, to, parents.Length);
        }

        base.Nodes(children[(2 * done)..], parents[done..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override unsafe void Leaves(ReadOnlySpan<byte> buffer, Span<Message> messages, Span<Hash32> leaves)
    {
        if (Wide is null)
        {
            base.Leaves(buffer, messages, leaves);
            return;
        }

        Message.Sort(messages);
        fixed (byte* start = buffer)
        fixed (Hash32* first = leaves)
        {
            for (; !messages.IsEmpty; messages = messages[Math.Min(Wide.Count, messages.Length)..])
            {
                var group = messages[..Math.Min(Wide.Count, messages.Length)];
                if (LaneHasher.Pays(group))
                    Wide.Leaves(start, buffer.Length, group, first);
                else
                    base.Leaves(buffer, group, leaves);
            }
        }
    }
}
