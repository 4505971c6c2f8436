namespace Edge.Ledger.Tests.Parsers;

/// <summary>Makes bad inputs out of good ones: seeded, so that a failure can be had again.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly byte[] Telling = [0, 1, 0x0A, 0x0D, 0x20, 0x22, 0x30, 0x39, 0x3D, 0x7F, 0x80, 0x9B, 0xBB, 0xF6, 0xFB, 0xFF];
    private readonly Random _random = new(seed);

    public byte[] Next(IReadOnlyList<byte[]> corpus)
    {
        if (_random.Next(20) == 0)
            return Garbage();
        var bytes = corpus[_random.Next(corpus.Count)].ToList();
        for (var n = _random.Next(1, 4); n > 0; n--)
            Change(bytes, corpus);
        return [.. bytes];
    }

    private byte[] Garbage()
    {
        var bytes = new byte[_random.Next(200)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private void Change(List<byte> bytes, IReadOnlyList<byte[]> corpus)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 12), bytes.Count - at);
        switch (_random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = Telling[_random.Next(Telling.Length)];
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(at, Enumerable.Repeat(Telling[_random.Next(Telling.Length)], _random.Next(1, 20)));
                break;
            case 5:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 6:
                var other = corpus[_random.Next(corpus.Count)];
                bytes.InsertRange(at, other.AsSpan(_random.Next(other.Length + 1)));
                break;
            default:
                bytes.Insert(at, (byte)_random.Next(256));
                break;
        }
    }
}
