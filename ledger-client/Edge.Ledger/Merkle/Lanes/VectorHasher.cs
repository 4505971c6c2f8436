using System.Runtime.CompilerServices;

namespace Edge.Ledger.Merkle.Lanes;

/// <inheritdoc/>
internal sealed unsafe class VectorHasher<TLanes, TVector> : LaneHasher
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int BlockLength = Padding.BlockLength;
    private const int NodeBits = 8 * (1 + (2 * Hash32.Size));

    public override int Count => TLanes.Count;

    [SkipLocalsInit]
    public override int Nodes(Hash32* children, Hash32* parents, int count)
    {
        var memory = stackalloc byte[Workspace<TLanes, TVector>.Length];
        var space = new Workspace<TLanes, TVector>(memory);
        var done = 0;
        for (int lanes; (lanes = Math.Min(TLanes.Count, count - done)) > 0 && Pays(2, 2 * lanes, lanes); done += lanes)
            Nodes(space, children + (2 * done), parents + done, lanes, isFirst: done == 0);
        return done;
    }

    [SkipLocalsInit]
    public override void Leaves(byte* buffer, int length, ReadOnlySpan<Message> messages, Span<Hash32> leaves)
    {
        var memory = stackalloc byte[Workspace<TLanes, TVector>.Length];
        var space = new Workspace<TLanes, TVector>(memory);
        int steps = 0, whole = int.MaxValue;
        for (var lane = 0; lane < messages.Length; lane++)
        {
            steps = Math.Max(steps, messages[lane].Blocks);
            whole = Math.Min(whole, messages[lane].Start == 0 ? 0 : (messages[lane].Length + 1) / BlockLength);
        }

        Compression<TLanes, TVector>.Start(space.State);
        fixed (Hash32* first = leaves)
        {
            for (var step = 0; step < steps; step++)
            {
                if (step < whole)
                    PlaceWhole(space, buffer, messages, step);
                else
                    PlacePadded(space, new Padding(buffer, length), messages, step);
                Transposition<TLanes, TVector>.Load(space.Rows, space.Words);
                if (step == 0)
                    space.Words[0] = TLanes.And(space.Words[0], TLanes.Broadcast(0x00FFFFFF));
                if (step >= whole)
                    space.Words[15] = TLanes.Or(space.Words[15], *space.Lengths);
                Compression<TLanes, TVector>.AddBlock(space.State, space.Words);
                if (step >= whole && PlaceDigests(space, first, messages, step))
                    Transposition<TLanes, TVector>.Store(space.State, space.Digests);
            }
        }
    }

    private static void Nodes(Workspace<TLanes, TVector> space, Hash32* children, Hash32* parents, int count, bool isFirst)
    {
        // As with leaves, the prefix takes the place of the byte before; the first node of all may have none.
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            space.Rows[lane] = (byte*)(children + (2 * Math.Min(lane, count - 1))) - 1;
            space.Digests[lane] = lane < count ? (byte*)(parents + lane) : space.Spare;
        }

        var last = stackalloc byte[TLanes.Count];
        for (var lane = 0; lane < TLanes.Count; lane++)
            last[lane] = space.Rows[lane][BlockLength];
        if (isFirst)
        {
            new ReadOnlySpan<byte>(children, BlockLength - 1).CopyTo(new Span<byte>(space.Scratch(0) + 1, BlockLength - 1));
            space.Rows[0] = space.Scratch(0);
        }

        Compression<TLanes, TVector>.Start(space.State);
        Transposition<TLanes, TVector>.Load(space.Rows, space.Words);
        space.Words[0] = TLanes.Or(TLanes.And(space.Words[0], TLanes.Broadcast(0x00FFFFFF)), TLanes.Broadcast(0x01000000));
        Compression<TLanes, TVector>.AddBlock(space.State, space.Words);

        var words = (uint*)space.Words;
        for (var lane = 0; lane < TLanes.Count; lane++)
            words[lane] = (uint)last[lane] << 24 | 0x00800000;
        for (var word = 1; word < 15; word++)
            space.Words[word] = TLanes.Broadcast(0);
        space.Words[15] = TLanes.Broadcast(NodeBits);
        Compression<TLanes, TVector>.AddBlock(space.State, space.Words);
        Transposition<TLanes, TVector>.Store(space.State, space.Digests);
    }

    // Lanes without a message of their own repeat the last one.
    private static void PlaceWhole(Workspace<TLanes, TVector> space, byte* buffer, ReadOnlySpan<Message> messages, int step)
    {
        for (var lane = 0; lane < TLanes.Count; lane++)
            space.Rows[lane] = buffer + messages[Math.Min(lane, messages.Length - 1)].Start - 1 + (step * BlockLength);
    }

    private static void PlacePadded(Workspace<TLanes, TVector> space, Padding padding, ReadOnlySpan<Message> messages, int step)
    {
        var lengths = (uint*)space.Lengths;
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            var message = messages[Math.Min(lane, messages.Length - 1)];
            var from = step * BlockLength;
            space.Rows[lane] = padding.Block(message.Start - 1 + from, message.Length + 1 - from, space.Scratch(lane));
            lengths[lane] = step == message.Blocks - 1 ? (uint)(message.Length + 1) * 8 : 0;
        }
    }

    private static bool PlaceDigests(Workspace<TLanes, TVector> space, Hash32* leaves, ReadOnlySpan<Message> messages, int step)
    {
        var any = false;
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            var ends = lane < messages.Length && messages[lane].Blocks - 1 == step;
            space.Digests[lane] = ends ? (byte*)(leaves + messages[lane].Leaf) : space.Spare;
            any |= ends;
        }

        return any;
    }
}
