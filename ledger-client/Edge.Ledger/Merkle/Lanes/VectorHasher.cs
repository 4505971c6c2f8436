using System.Runtime.CompilerServices;

namespace Edge.Ledger.Merkle.Lanes;

/// <inheritdoc/>
internal sealed unsafe class VectorHasher<TLanes, TVector> : LaneHasher
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int BlockLength = Padding.BlockLength;
    private const uint NodeBits = 8 * (1 + (2 * Hash32.Size));

    public override int Count => TLanes.Count;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Nodes(Hash32* children, Hash32* parents, int count)
    {
        var memory = stackalloc byte[Workspace<TLanes, TVector>.Length];
        var space = new Workspace<TLanes, TVector>(memory);
        var done = 0;
        for (int lanes; (lanes = Math.Min(TLanes.Count, count - done)) > 0 && Pays(2, 2 * lanes, lanes); done += lanes)
        {
            PlaceNodes(space, children + (2 * done), parents + done, lanes);
            if (done == 0)
                PlaceFirstNode(space, children);
            HashNodes(space);
        }

        return done;
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Leaves(byte* buffer, int length, ReadOnlySpan<Message> messages, Hash32* leaves)
    {
        var memory = stackalloc byte[Workspace<TLanes, TVector>.Length];
        var space = new Workspace<TLanes, TVector>(memory);
        var padding = new Padding(buffer, length);
        var (least, most, whole) = PlaceLeaves(space, messages, leaves);
        Compression<TLanes, TVector>.Start(space.State);
        for (var step = 0; step < most; step++)
        {
            if (step < whole)
                PlaceWhole(space, buffer, step * BlockLength);
            else
                PlacePadded(space, padding, step * BlockLength);
            Transposition<TLanes, TVector>.Load(space.Rows, space.Words);
            if (step == 0)
                space.Words[0] = TLanes.And(space.Words[0], TLanes.Broadcast(0x00FFFFFF));
            if (step >= least - 1)
                space.Words[15] = TLanes.Or(space.Words[15], least == most ? *space.Bits : EndingAt(space, step));
            Compression<TLanes, TVector>.AddBlock(space.State, space.Words);
            if (step >= least - 1 && step < most - 1)
                StoreEnded(space, messages, leaves, step);
        }

        if (least < most)
            PlaceEnded(space, messages, leaves, most - 1);
        Transposition<TLanes, TVector>.Store(space.State, space.Digests);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void HashNodes(in Workspace<TLanes, TVector> space)
    {
        Compression<TLanes, TVector>.Start(space.State);
        Transposition<TLanes, TVector>.Load(space.Rows, space.Words);
        space.Words[0] = TLanes.Or(TLanes.And(space.Words[0], TLanes.Broadcast(0x00FFFFFF)), TLanes.Broadcast(0x01000000));
        Compression<TLanes, TVector>.AddBlock(space.State, space.Words);

        space.Words[0] = *space.Lengths;
        for (var word = 1; word < 15; word++)
            space.Words[word] = TLanes.Broadcast(0);
        space.Words[15] = TLanes.Broadcast(NodeBits);
        Compression<TLanes, TVector>.AddBlock(space.State, space.Words);
        Transposition<TLanes, TVector>.Store(space.State, space.Digests);
    }

    // As with leaves, the prefix takes the place of the byte before. The last byte, with the mark behind it, begins the second block. Lanes without nodes repeat the last ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PlaceNodes(in Workspace<TLanes, TVector> space, Hash32* children, Hash32* parents, int count)
    {
        var rows = space.Rows;
        var digests = space.Digests;
        var lasts = (uint*)space.Lengths;
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            var row = (byte*)(children + (2 * Math.Min(lane, count - 1))) - 1;
            rows[lane] = row;
            lasts[lane] = (uint)row[BlockLength] << 24 | 0x00800000;
            digests[lane] = lane < count ? (byte*)(parents + lane) : space.Spare;
        }
    }

    // The very first has perhaps no byte before it.
    private static void PlaceFirstNode(in Workspace<TLanes, TVector> space, Hash32* children)
    {
        var copy = space.Scratch(0);
        new ReadOnlySpan<byte>(children, BlockLength - 1).CopyTo(new Span<byte>(copy + 1, BlockLength - 1));
        space.Rows[0] = copy;
    }

    // Lanes without a message of their own repeat the last one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Least, int Most, int Whole) PlaceLeaves(in Workspace<TLanes, TVector> space, ReadOnlySpan<Message> messages, Hash32* leaves)
    {
        int least = int.MaxValue, most = 0, whole = int.MaxValue;
        var starts = space.Starts;
        var lengths = (uint*)space.Lengths;
        var bits = (uint*)space.Bits;
        var digests = space.Digests;
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            ref readonly var message = ref messages[Math.Min(lane, messages.Length - 1)];
            starts[lane] = message.Start - 1;
            lengths[lane] = (uint)message.Length + 1;
            bits[lane] = 8 * lengths[lane];
            digests[lane] = lane < messages.Length ? (byte*)(leaves + message.Leaf) : space.Spare;
            least = Math.Min(least, message.Blocks);
            most = Math.Max(most, message.Blocks);
            whole = Math.Min(whole, message.Start == 0 ? 0 : (int)(lengths[lane] / BlockLength));
        }

        return (least, most, whole);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PlaceWhole(in Workspace<TLanes, TVector> space, byte* buffer, int from)
    {
        var rows = space.Rows;
        var starts = space.Starts;
        buffer += from;
        for (var lane = 0; lane < TLanes.Count; lane++)
            rows[lane] = buffer + starts[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PlacePadded(in Workspace<TLanes, TVector> space, in Padding padding, int from)
    {
        var rows = space.Rows;
        var starts = space.Starts;
        var lengths = (uint*)space.Lengths;
        for (var lane = 0; lane < TLanes.Count; lane++)
            rows[lane] = padding.Block(starts[lane] + from, (int)lengths[lane] - from, space.Scratch(lane));
    }

    // The length in bits, where a message's last block is this one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector EndingAt(in Workspace<TLanes, TVector> space, int step)
    {
        TVector ending;
        var lengths = (uint*)space.Lengths;
        var bits = (uint*)&ending;
        for (var lane = 0; lane < TLanes.Count; lane++)
            bits[lane] = (lengths[lane] + 8) / BlockLength == (uint)step ? lengths[lane] * 8 : 0;
        return ending;
    }

    private static void StoreEnded(in Workspace<TLanes, TVector> space, ReadOnlySpan<Message> messages, Hash32* leaves, int step)
    {
        PlaceEnded(space, messages, leaves, step);
        Transposition<TLanes, TVector>.Store(space.State, space.Digests);
    }

    private static void PlaceEnded(in Workspace<TLanes, TVector> space, ReadOnlySpan<Message> messages, Hash32* leaves, int step)
    {
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            var ends = lane < messages.Length && messages[lane].Blocks - 1 == step;
            space.Digests[lane] = ends ? (byte*)(leaves + messages[lane].Leaf) : space.Spare;
        }
    }
}
