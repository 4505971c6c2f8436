using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Edge.Ledger.Merkle.Lanes;

namespace Edge.Ledger.Merkle;

/// <summary>
/// The hashes of an RFC 6962 tree (section 2.1) with one hash function H: leaf H(00 || entry), node H(01 || left || right). A log keeps the function
/// it was created with for its whole life; the function is part of its origin, see <see cref="OfLog"/>. Safe for concurrent use.
/// </summary>
public abstract class TreeHasher
{
    private const int StackLimit = 512;
    private const int MessageLimit = 256;

    private protected TreeHasher(string name, string emptyRoot)
    {
        Name = name;
        EmptyRoot = new Hash32(Convert.FromHexString(emptyRoot));
    }

    /// <summary>SHA-256 (FIPS 180-4): what public tools expect.</summary>
    public static TreeHasher Sha256 { get; } = new Sha256TreeHasher();

    /// <summary>SM3 (GB/T 32905-2016), by libcrypto.</summary>
    public static TreeHasher Sm3 { get; } = new Sm3TreeHasher();

    /// <summary>The function's name in lower case: "sha256", "sm3".</summary>
    public string Name { get; }

    /// <summary>The root of the tree without leaves: the hash of nothing.</summary>
    public Hash32 EmptyRoot { get; }

    /// <summary>The function of a log by its origin (SPEC.md section 1): SM3 for <c>&lt;city domain&gt;/sm3/&lt;gateway id&gt;</c>, otherwise SHA-256.</summary>
    public static TreeHasher OfLog(string origin) => origin.Split('/') is [_, "sm3", _] ? Sm3 : Sha256;

    /// <summary>H(message).</summary>
    public abstract Hash32 Hash(ReadOnlySpan<byte> message);

    /// <summary>H(00 || entry).</summary>
    public Hash32 Leaf(ReadOnlySpan<byte> entry)
    {
        var length = entry.Length + 1;
        var rented = length > StackLimit ? ArrayPool<byte>.Shared.Rent(length) : null;
        var message = rented ?? stackalloc byte[StackLimit];
        message[0] = 0x00;
        entry.CopyTo(message[1..]);
        var hash = Hash(message[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>H(01 || left || right).</summary>
    public Hash32 Node(in Hash32 left, in Hash32 right)
    {
        Span<byte> message = stackalloc byte[1 + (2 * Hash32.Size)];
        message[0] = 0x01;
        left.Bytes.CopyTo(message[1..]);
        right.Bytes.CopyTo(message[(1 + Hash32.Size)..]);
        return Hash(message);
    }

    /// <summary>Messages this processor hashes side by side in a batch; 1 where it hashes one after the other.</summary>
    public virtual int Lanes => 1;

    /// <summary>The leaf hashes of the entries in a bundle (c2sp.org/tlog-tiles): each entry after its length, u16 big-endian.</summary>
    /// <param name="bundle">Exactly as many entries as <paramref name="leaves"/> has room for.</param>
    /// <exception cref="MalformedException">It holds fewer or more bytes than that many entries have.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Leaves(ReadOnlySpan<byte> bundle, Span<Hash32> leaves)
    {
        Span<Message> messages = stackalloc Message[Math.Min(leaves.Length, MessageLimit)];
        var (position, read) = (0, 0);
        for (var leaf = 0; leaf < leaves.Length; leaf++)
        {
            var length = bundle.Length - position < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(bundle[position..]);
            position += sizeof(ushort);
            if (length > bundle.Length - position)
                throw new MalformedException("entry bundle: it ends within an entry");
            messages[read++] = new Message(position, length, leaf);
            position += length;
            if (read < messages.Length && leaf < leaves.Length - 1)
                continue;
            Leaves(bundle, messages[..read], leaves);
            read = 0;
        }

        if (position < bundle.Length)
            throw new MalformedException($"entry bundle: {bundle.Length - position} bytes after its last entry");
    }

    /// <summary>The leaf hashes of entries anywhere in a buffer, overlapping or not.</summary>
    /// <param name="entries">Where they are; as many as <paramref name="leaves"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not within the buffer.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Leaves(ReadOnlySpan<byte> buffer, ReadOnlySpan<Range> entries, Span<Hash32> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(entries.Length, leaves.Length);
        Span<Message> messages = stackalloc Message[Math.Min(leaves.Length, MessageLimit)];
        for (var first = 0; first < leaves.Length; first += messages.Length)
        {
            var count = Math.Min(messages.Length, leaves.Length - first);
            for (var i = 0; i < count; i++)
            {
                var (start, length) = entries[first + i].GetOffsetAndLength(buffer.Length);
                messages[i] = new Message(start, length, first + i);
            }

            Leaves(buffer, messages[..count], leaves);
        }
    }

    /// <summary>The parents of neighbouring nodes: parent i is over children 2i and 2i + 1.</summary>
    /// <param name="children">Twice as many as <paramref name="parents"/>; they may be written over, parents beginning at the first or the second of them.</param>
    public virtual void Nodes(ReadOnlySpan<Hash32> children, Span<Hash32> parents)
    {
        for (var i = 0; i < parents.Length; i++)
            parents[i] = Node(children[2 * i], children[(2 * i) + 1]);
    }

    /// <summary>The root of a perfect tree, computed in place.</summary>
    /// <param name="nodes">Neighbouring nodes of one level, as many as a power of two; overwritten.</param>
    public Hash32 Fold(Span<Hash32> nodes)
    {
        for (; nodes.Length > 1; nodes = nodes[..(nodes.Length / 2)])
            Nodes(nodes, nodes[..(nodes.Length / 2)]);
        return nodes[0];
    }

    /// <summary>Hashes some messages of a buffer; may change their order.</summary>
    private protected virtual void Leaves(ReadOnlySpan<byte> buffer, Span<Message> messages, Span<Hash32> leaves)
    {
        foreach (ref readonly var message in messages)
            leaves[message.Leaf] = Leaf(buffer.Slice(message.Start, message.Length));
    }

    public override string ToString() => Name;
}
