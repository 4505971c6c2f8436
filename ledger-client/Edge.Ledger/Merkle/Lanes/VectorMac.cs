using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Edge.Ledger.Merkle.Lanes;

/// <inheritdoc/>
internal sealed unsafe class VectorMac<TLanes, TVector> : LaneMac
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int StateWords = 8;
    private const int BlockWords = 16;
    private const int CodeLength = 16;
    private const uint Mark = 0x80000000;
    private const uint InnerBits = 8 * (BlockLength + sizeof(ulong));
    private const uint OuterBits = 8 * (BlockLength + Hash32.Size);

    private readonly uint[] _inner, _outer;

    /// <param name="inner">The key's first block, within.</param>
    /// <param name="outer">The key's first block, around.</param>
    public VectorMac(ReadOnlySpan<byte> inner, ReadOnlySpan<byte> outer) => (_inner, _outer) = (StateAfter(inner), StateAfter(outer));

    public override int Count => TLanes.Count;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Derive(ulong first, byte* codes)
    {
        var memory = stackalloc byte[Workspace<TLanes, TVector>.Length];
        var space = new Workspace<TLanes, TVector>(memory);
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            ((uint*)space.Words)[lane] = (uint)((first + (ulong)lane) >> 32);
            ((uint*)(space.Words + 1))[lane] = (uint)(first + (ulong)lane);
            space.Digests[lane] = space.Scratch(lane);
        }

        AddLastBlock(space, _inner, sizeof(ulong) / sizeof(uint), InnerBits);
        for (var word = 0; word < StateWords; word++)
            space.Words[word] = space.State[word];
        AddLastBlock(space, _outer, StateWords, OuterBits);
        Transposition<TLanes, TVector>.Store(space.State, space.Digests);
        for (var lane = 0; lane < TLanes.Count; lane++)
            Unsafe.CopyBlockUnaligned(codes + (lane * CodeLength), space.Digests[lane], CodeLength);
    }

    /// <summary>Goes on from the key's state with the words that are in place, and their padding.</summary>
    private static void AddLastBlock(in Workspace<TLanes, TVector> space, uint[] state, int words, uint bits)
    {
        for (var word = 0; word < StateWords; word++)
            space.State[word] = TLanes.Broadcast(state[word]);
        space.Words[words] = TLanes.Broadcast(Mark);
        for (var word = words + 1; word < BlockWords - 1; word++)
            space.Words[word] = TLanes.Broadcast(0);
        space.Words[BlockWords - 1] = TLanes.Broadcast(bits);
        Compression<TLanes, TVector>.AddBlock(space.State, space.Words);
    }

    private static uint[] StateAfter(ReadOnlySpan<byte> block)
    {
        var memory = stackalloc byte[Workspace<TLanes, TVector>.Length];
        var space = new Workspace<TLanes, TVector>(memory);
        Compression<TLanes, TVector>.Start(space.State);
        for (var word = 0; word < BlockWords; word++)
            space.Words[word] = TLanes.Broadcast(BinaryPrimitives.ReadUInt32BigEndian(block[(word * sizeof(uint))..]));
        Compression<TLanes, TVector>.AddBlock(space.State, space.Words);
        var state = new uint[StateWords];
        for (var word = 0; word < StateWords; word++)
            state[word] = *(uint*)(space.State + word);
        return state;
    }
}
