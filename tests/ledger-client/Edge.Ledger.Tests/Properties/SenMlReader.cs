using System.Buffers.Binary;
using System.Text;

namespace Edge.Ledger.Tests.Properties;

/// <summary>
/// A SenML reader that knows nothing of this project: CBOR by RFC 8949 section 3, labels and base values by RFC 8428 sections 4 and 6. It resolves a pack of
/// one record.
/// </summary>
internal static class SenMlReader
{
    private const double FirstAbsolute = 268_435_456;

    public sealed record Resolved(string Name, string? Unit, double? Value, double? Time);

    public static Resolved Read(ReadOnlySpan<byte> record, out int length)
    {
        var at = 0;
        var fields = (Dictionary<object, object>)Item(record, ref at);
        length = at;
        var name = (string)fields.GetValueOrDefault(-2L, "") + (string)fields.GetValueOrDefault(0L, "");
        var unit = fields.GetValueOrDefault(1L) ?? fields.GetValueOrDefault(-4L);
        double? time = fields.ContainsKey(6L) || fields.ContainsKey(-3L) ? (double)fields.GetValueOrDefault(-3L, 0.0) + (double)fields.GetValueOrDefault(6L, 0.0) : null;
        double? value = fields.ContainsKey(2L) ? (double)fields[2L] + (double)fields.GetValueOrDefault(-5L, 0.0) : null;
        return time < FirstAbsolute
            ? throw new InvalidDataException($"time {time} counts from now")
            : new Resolved(name, (string?)unit, value, time);
    }

    private static object Item(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (major, info) = (bytes[at] >> 5, bytes[at] & 31);
        at++;
        var argument = info < 24 ? (ulong)info : Argument(bytes, ref at, 1 << (info - 24));
        switch (major)
        {
            case 0:
                return (long)argument;
            case 1:
                return -1 - (long)argument;
            case 3:
                at += (int)argument;
                return Encoding.UTF8.GetString(bytes.Slice(at - (int)argument, (int)argument));
            case 5:
                var map = new Dictionary<object, object>();
                for (var n = argument; n > 0; n--)
                {
                    var key = Item(bytes, ref at);
                    map.Add(key, Item(bytes, ref at));
                }

                return map;
            case 7:
                return info switch
                {
                    25 => (double)BitConverter.UInt16BitsToHalf((ushort)argument),
                    26 => BitConverter.UInt32BitsToSingle((uint)argument),
                    _ => BitConverter.UInt64BitsToDouble(argument),
                };
            default:
                throw new InvalidDataException($"major type {major} in a SenML record");
        }
    }

    private static ulong Argument(ReadOnlySpan<byte> bytes, ref int at, int size)
    {
        Span<byte> eight = stackalloc byte[8];
        eight.Clear();
        bytes.Slice(at, size).CopyTo(eight[(8 - size)..]);
        at += size;
        return BinaryPrimitives.ReadUInt64BigEndian(eight);
    }
}
