using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Edge.Ledger.Keys;

namespace Edge.Ledger.Notes;

/// <summary>cosignature/v1 of c2sp.org/tlog-cosignature: blob = u64 time || Ed25519 signature over a header, the time and the note text.</summary>
public static class Cosignature
{
    public const int BlobSize = 8 + Ed25519PublicKey.SignatureSize;

    /// <param name="time">POSIX seconds.</param>
    public static byte[] Message(ulong time, ReadOnlySpan<byte> text) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n")), .. text];

    /// <summary>False when the blob is not 72 bytes or its time exceeds 2^63 - 1.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> blob, out ulong time, out ReadOnlySpan<byte> signature)
    {
        time = 0;
        signature = default;
        if (blob.Length != BlobSize)
            return false;
        time = BinaryPrimitives.ReadUInt64BigEndian(blob);
        signature = blob[8..];
        return time <= long.MaxValue;
    }
}
