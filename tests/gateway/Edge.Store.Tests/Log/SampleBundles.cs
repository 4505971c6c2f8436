using System.Text;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tests.Log;

/// <summary>Bundles of every kind, each known from its seed.</summary>
internal static class SampleBundles
{
    private static readonly int[] Edges = [0, 1, 2, 7, 8, 63, 64, 65, 110, 127, 128, 129, 191, 192, 255, 256, 257, 319, 320, 321, 1000];

    public static IEnumerable<EntryBatch> All()
    {
        yield return new EntryBatch();
        yield return SampleLog.Batch(0, 300);
        yield return Of([new byte[EntryBatch.MaxEntryLength], [], new byte[EntryBatch.MaxEntryLength]]);
        foreach (var readings in new[] { 1, 2, 10, 100, 1000, 4096 })
            yield return Readings(readings, readings, channels: 10);
        yield return Readings(7, 3000, channels: 300);
        for (var seed = 0; seed < 300; seed++)
            yield return Random(seed);
    }

    /// <summary>Readings as the gateway encodes them, each channel once a second; one in twenty without a value.</summary>
    public static EntryBatch Readings(int seed, int count, int channels)
    {
        var random = new Random(seed);
        var contexts = Enumerable.Range(0, channels).Select(_ => new Hash32(Bytes(random, Hash32.Size))).ToArray();
        var codes = Enumerable.Range(0, channels).Select(_ => random.Next(8_000, 24_000)).ToArray();
        var batch = new EntryBatch();
        for (var i = 0; i < count; i++)
        {
            var channel = i % channels;
            codes[channel] += random.Next(-20, 21);
            var nanoseconds = ((ulong)(i / channels) * 1_000_000_000) + (ulong)random.Next(1_000_000);
            double? value = random.Next(20) == 0 ? null : codes[channel] * 0.000390625;
            batch.Advance(ReadingEncoder.Write(
                batch.GetSpan(ReadingEncoder.MaxSize), Bytes(random, Salt.Size), Encoding.UTF8.GetBytes($"main.pressure.{channel + 1}"), "bar"u8, value, codes[channel],
                value is null ? Quality.Bad : Quality.Good, value is null ? Reason.OutOfRange : Reason.None,
                86_400_000_000_000 + nanoseconds, new WallTime(1_790_000_000 + (nanoseconds / 1e9), 5), contexts[channel]));
            batch.EndEntry();
        }

        return batch;
    }

    /// <summary>Few lengths, few and many differences: all that the codec tells apart.</summary>
    public static EntryBatch Random(int seed)
    {
        var random = new Random(seed);
        var entries = new List<byte[]>();
        for (var count = random.Next(300); count > 0; count--)
        {
            var entry = entries.Count == 0 || random.Next(4) == 0 ? Bytes(random, Edges[random.Next(Edges.Length)]) : [.. entries[random.Next(entries.Count)]];
            for (var changes = random.Next(1 + random.Next(40)); changes > 0 && entry.Length > 0; changes--)
                entry[random.Next(entry.Length)] = (byte)random.Next(3);
            entries.Add(entry);
        }

        return Of(entries);
    }

    public static byte[] Encode(EntryBatch entries)
    {
        var coded = new byte[BundleCodec.MaxLength(entries)];
        return coded[..new BundleCodec().Encode(entries, coded)];
    }

    public static EntryBatch Of(IEnumerable<byte[]> entries)
    {
        var batch = new EntryBatch();
        foreach (var entry in entries)
            batch.Add(entry);
        return batch;
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
