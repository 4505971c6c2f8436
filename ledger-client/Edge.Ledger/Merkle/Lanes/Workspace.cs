using System.Runtime.CompilerServices;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>The memory in which one group of messages is hashed.</summary>
internal readonly unsafe ref struct Workspace<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int CacheLine = 64;

    private readonly byte* _scratch;
    private readonly byte* _spare;

    /// <param name="memory">At least <see cref="Length"/> bytes that do not move.</param>
    public Workspace(byte* memory)
    {
        Words = (TVector*)(((nuint)memory + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        State = Words + Compression<TLanes, TVector>.ScheduleLength;
        Lengths = State + 8;
        Bits = Lengths + 1;
        Starts = (int*)(Bits + 1);
        _scratch = (byte*)((TVector*)Starts + 1);
        Rows = (byte**)(_scratch + (TLanes.Count * CacheLine));
        Digests = Rows + TLanes.Count;
        _spare = (byte*)(Digests + TLanes.Count);
    }

    public static int Length =>
        CacheLine + ((Compression<TLanes, TVector>.ScheduleLength + 11) * sizeof(TVector)) + (TLanes.Count * (CacheLine + (2 * sizeof(byte*)))) + Hash32.Size;

    /// <summary>The message schedule.</summary>
    public TVector* Words { get; }

    public TVector* State { get; }

    /// <summary>A number for each message: the bytes of a leaf's, the second block's first word of a node's.</summary>
    public TVector* Lengths { get; }

    /// <summary>The length of each message in bits.</summary>
    public TVector* Bits { get; }

    /// <summary>Where each message begins in its buffer.</summary>
    public int* Starts { get; }

    /// <summary>Where each message's block stands.</summary>
    public byte** Rows { get; }

    /// <summary>Where each message's digest goes.</summary>
    public byte** Digests { get; }

    /// <summary>A digest nobody wants goes here.</summary>
    public byte* Spare => _spare;

    /// <summary>64 bytes for a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Scratch(int lane) => _scratch + (lane * CacheLine);
}
