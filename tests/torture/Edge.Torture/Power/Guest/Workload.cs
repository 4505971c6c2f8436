using System.Buffers.Binary;
using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Torture.Power.Guest;

/// <summary>Entries, receipts and states that can be told from their place: whoever knows index, boot and seed knows the bytes.</summary>
internal sealed class Workload(ulong seed) : IDisposable
{
    private const int Head = sizeof(ulong) + sizeof(int);

    private readonly NoteSigner _signer = new("city.example/torture", KeyType.Ed25519, [.. Enumerable.Repeat((byte)7, 32)]);

    public VerifierKey Signer => _signer.Verifier;

    /// <summary>Index, boot, and 0 to 299 further bytes, of one entry in 64 up to 5,000: half of the entries of noise, half like a reading's text.</summary>
    public byte[] Entry(ulong index, int boot)
    {
        var state = seed ^ (index * 0x9E3779B97F4A7C15) ^ ((ulong)boot << 48);
        var kind = Next(ref state);
        var entry = new byte[Head + (int)((kind >> 8) % (kind % 64 == 0 ? 5000u : 300u))];
        BinaryPrimitives.WriteUInt64BigEndian(entry, index);
        BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(sizeof(ulong)), boot);
        var body = entry.AsSpan(Head);
        if (kind % 2 == 0)
            Noise(ref state, body);
        else
            Repeat($"main.pressure {4200 + (int)(index % 100)} mbar ", body);
        return entry;
    }

    /// <summary>The boot in which an entry says it was written; 0 if it is too short to say so.</summary>
    public static int BootOf(ReadOnlySpan<byte> entry) => entry.Length < Head ? 0 : BinaryPrimitives.ReadInt32BigEndian(entry[sizeof(ulong)..]);

    /// <summary>What is kept as the receipt for a size; a second one for the same size says the same.</summary>
    public static byte[] Receipt(ulong size) => Encoding.ASCII.GetBytes($"receipt for {size}\n");

    public ReadOnlyMemory<byte> Sign(ulong size, Hash32 root) => new Checkpoint(_signer.Name, size, root).Sign(_signer).ToBytes();

    public void Dispose() => _signer.Dispose();

    private static void Noise(ref ulong state, Span<byte> body)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        for (; !body.IsEmpty; body = body[Math.Min(word.Length, body.Length)..])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, Next(ref state));
            word[..Math.Min(word.Length, body.Length)].CopyTo(body);
        }
    }

    private static void Repeat(string text, Span<byte> body)
    {
        for (var at = 0; at < body.Length; at++)
            body[at] = (byte)text[at % text.Length];
    }

    /// <summary>SplitMix64.</summary>
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
