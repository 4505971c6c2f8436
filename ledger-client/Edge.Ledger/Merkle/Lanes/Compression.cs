using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Edge.Ledger.Merkle.Lanes;

/// <summary>The compression function of SHA-256 (FIPS 180-4 section 6.2.2), on one block of every lane at once.</summary>
internal static unsafe class Compression<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Words of the message schedule.</summary>
    public const int ScheduleLength = 64;

    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The state before the first block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Start(TVector* state)
    {
        ReadOnlySpan<uint> initial = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
        for (var i = 0; i < initial.Length; i++)
            state[i] = TLanes.Broadcast(initial[i]);
    }

    /// <param name="state">a to h.</param>
    /// <param name="words">Room for the schedule, with the block in its first 16 places.</param>
    /// <remarks>
    /// Eight rounds a turn, since after eight each variable is back in its place; more at once, and the compiler gives up keeping track of the variables.
    /// The schedule runs 16 words ahead of the rounds, to fill the time they wait for each other.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddBlock(TVector* state, TVector* words)
    {
        var keys = (uint*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(RoundConstants)); // constant data does not move
        var a = state[0];
        var b = state[1];
        var c = state[2];
        var d = state[3];
        var e = state[4];
        var f = state[5];
        var g = state[6];
        var h = state[7];
        var ahead = words + ScheduleLength - 16;
        for (; words < ahead; words += 8, keys += 8)
        {
            h = TLanes.T1(e, f, g, h, TLanes.Add(words[0], TLanes.Broadcast(keys[0])));
            words[16] = TLanes.Schedule(words[0], words[1], words[9], words[14]);
            d = TLanes.Add(d, h);
            h = TLanes.AddT2(a, b, c, h);
            g = TLanes.T1(d, e, f, g, TLanes.Add(words[1], TLanes.Broadcast(keys[1])));
            words[17] = TLanes.Schedule(words[1], words[2], words[10], words[15]);
            c = TLanes.Add(c, g);
            g = TLanes.AddT2(h, a, b, g);
            f = TLanes.T1(c, d, e, f, TLanes.Add(words[2], TLanes.Broadcast(keys[2])));
            words[18] = TLanes.Schedule(words[2], words[3], words[11], words[16]);
            b = TLanes.Add(b, f);
            f = TLanes.AddT2(g, h, a, f);
            e = TLanes.T1(b, c, d, e, TLanes.Add(words[3], TLanes.Broadcast(keys[3])));
            words[19] = TLanes.Schedule(words[3], words[4], words[12], words[17]);
            a = TLanes.Add(a, e);
            e = TLanes.AddT2(f, g, h, e);
            d = TLanes.T1(a, b, c, d, TLanes.Add(words[4], TLanes.Broadcast(keys[4])));
            words[20] = TLanes.Schedule(words[4], words[5], words[13], words[18]);
            h = TLanes.Add(h, d);
            d = TLanes.AddT2(e, f, g, d);
            c = TLanes.T1(h, a, b, c, TLanes.Add(words[5], TLanes.Broadcast(keys[5])));
            words[21] = TLanes.Schedule(words[5], words[6], words[14], words[19]);
            g = TLanes.Add(g, c);
            c = TLanes.AddT2(d, e, f, c);
            b = TLanes.T1(g, h, a, b, TLanes.Add(words[6], TLanes.Broadcast(keys[6])));
            words[22] = TLanes.Schedule(words[6], words[7], words[15], words[20]);
            f = TLanes.Add(f, b);
            b = TLanes.AddT2(c, d, e, b);
            a = TLanes.T1(f, g, h, a, TLanes.Add(words[7], TLanes.Broadcast(keys[7])));
            words[23] = TLanes.Schedule(words[7], words[8], words[16], words[21]);
            e = TLanes.Add(e, a);
            a = TLanes.AddT2(b, c, d, a);
        }

        var end = words + 16;
        for (; words < end; words += 8, keys += 8)
        {
            h = TLanes.T1(e, f, g, h, TLanes.Add(words[0], TLanes.Broadcast(keys[0])));
            d = TLanes.Add(d, h);
            h = TLanes.AddT2(a, b, c, h);
            g = TLanes.T1(d, e, f, g, TLanes.Add(words[1], TLanes.Broadcast(keys[1])));
            c = TLanes.Add(c, g);
            g = TLanes.AddT2(h, a, b, g);
            f = TLanes.T1(c, d, e, f, TLanes.Add(words[2], TLanes.Broadcast(keys[2])));
            b = TLanes.Add(b, f);
            f = TLanes.AddT2(g, h, a, f);
            e = TLanes.T1(b, c, d, e, TLanes.Add(words[3], TLanes.Broadcast(keys[3])));
            a = TLanes.Add(a, e);
            e = TLanes.AddT2(f, g, h, e);
            d = TLanes.T1(a, b, c, d, TLanes.Add(words[4], TLanes.Broadcast(keys[4])));
            h = TLanes.Add(h, d);
            d = TLanes.AddT2(e, f, g, d);
            c = TLanes.T1(h, a, b, c, TLanes.Add(words[5], TLanes.Broadcast(keys[5])));
            g = TLanes.Add(g, c);
            c = TLanes.AddT2(d, e, f, c);
            b = TLanes.T1(g, h, a, b, TLanes.Add(words[6], TLanes.Broadcast(keys[6])));
            f = TLanes.Add(f, b);
            b = TLanes.AddT2(c, d, e, b);
            a = TLanes.T1(f, g, h, a, TLanes.Add(words[7], TLanes.Broadcast(keys[7])));
            e = TLanes.Add(e, a);
            a = TLanes.AddT2(b, c, d, a);
        }

        state[0] = TLanes.Add(state[0], a);
        state[1] = TLanes.Add(state[1], b);
        state[2] = TLanes.Add(state[2], c);
        state[3] = TLanes.Add(state[3], d);
        state[4] = TLanes.Add(state[4], e);
        state[5] = TLanes.Add(state[5], f);
        state[6] = TLanes.Add(state[6], g);
        state[7] = TLanes.Add(state[7], h);
    }
}
