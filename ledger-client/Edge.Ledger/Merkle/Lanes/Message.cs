using System.Runtime.CompilerServices;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>An entry to be hashed as a leaf: H(00 || entry).</summary>
/// <param name="Start">Where it begins in its buffer.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Leaf">Where its hash belongs.</param>
internal readonly record struct Message(int Start, int Length, int Leaf)
{
    /// <summary>Lengths in blocks that sorting tells apart; what is longer is taken as one.</summary>
    public const int Kinds = 1024;

    /// <summary>Blocks of 64 bytes SHA-256 needs for it: prefix, entry, mark and length.</summary>
    public int Blocks => (int)(((uint)Length + 9) / 64) + 1;

    /// <summary>Brings messages of one length in blocks together, the shortest first.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sort(Span<Message> messages)
    {
        int least = Kinds, most = 0;
        foreach (ref readonly var message in messages)
        {
            least = Math.Min(least, Kind(message));
            most = Math.Max(most, Kind(message));
        }

        if (least >= most)
            return;
        Span<int> places = stackalloc int[Kinds + 2];
        places[least..(most + 2)].Clear();
        foreach (ref readonly var message in messages)
            places[Kind(message) + 1]++;
        for (var kind = least; kind < most; kind++)
            places[kind + 1] += places[kind];
        Span<Message> sorted = stackalloc Message[messages.Length];
        foreach (ref readonly var message in messages)
            sorted[places[Kind(message)]++] = message;
        sorted.CopyTo(messages);

        static int Kind(in Message message) => Math.Min(message.Blocks, Kinds);
    }
}
