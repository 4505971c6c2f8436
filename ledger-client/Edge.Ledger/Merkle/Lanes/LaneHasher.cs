using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>SHA-256 over the leaves and nodes of RFC 6962 trees, many at a time.</summary>
internal abstract unsafe class LaneHasher
{
    // Far below the 2^32 bits that would take a second word of the length.
    private const int StepLimit = 1 << 16;

    /// <summary>The widest that this processor does well and the runtime was not told to leave alone; null where there is none.</summary>
    public static LaneHasher? Widest { get; } =
        Lanes16.AreHere ? new VectorHasher<TwinLanes<Lanes16, Vector512<uint>>, Twin<Vector512<uint>>>()
        : Lanes8.AreHere ? new VectorHasher<Lanes8, Vector256<uint>>()
        : Lanes4.AreHere ? new VectorHasher<Lanes4, Vector128<uint>>()
        : null;

    /// <summary>Messages hashed side by side.</summary>
    public abstract int Count { get; }

    /// <summary>Whether a group of messages is sooner done side by side than one by one.</summary>
    /// <param name="messages">At most <see cref="Count"/>, sorted.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Pays(ReadOnlySpan<Message> messages)
    {
        if (messages[0].Blocks == messages[^1].Blocks && messages[0].Blocks < Message.Kinds)
            return Pays(messages[0].Blocks, (long)messages[0].Blocks * messages.Length, messages.Length);
        int steps = 0;
        long blocks = 0;
        foreach (ref readonly var message in messages)
        {
            steps = Math.Max(steps, message.Blocks);
            blocks += message.Blocks;
        }

        return steps <= StepLimit && Pays(steps, blocks, messages.Length);
    }

    /// <inheritdoc cref="Pays(ReadOnlySpan{Message})"/>
    /// <param name="steps">Blocks of the longest message.</param>
    /// <param name="blocks">Blocks of all.</param>
    /// <param name="messages">How many there are.</param>
    /// <remarks>As measured with SHA instructions: a step takes, at every width, about as long as 8 blocks of one stream, and a call of <c>SHA256.HashData</c> as 10.</remarks>
    protected static bool Pays(int steps, long blocks, int messages) => 8L * steps <= blocks + (10L * messages);

    /// <summary>Parents of neighbouring nodes; the last few may stay undone.</summary>
    /// <param name="children">Two for each parent; parents may be written over them.</param>
    /// <returns>How many parents were computed, from the first on.</returns>
    public abstract int Nodes(Hash32* children, Hash32* parents, int count);

    /// <summary>Leaf hashes of at most <see cref="Count"/> messages.</summary>
    /// <param name="buffer">What the messages lie in.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="messages">At least one; best of one length in blocks.</param>
    public abstract void Leaves(byte* buffer, int length, ReadOnlySpan<Message> messages, Hash32* leaves);
}
