using System.Security.Cryptography;
using Edge.Store.Log;
using Edge.Testing;

namespace Edge.Store.Tests.Log;

public class BundleCodecTests
{
    private const int Entry = 64;

    private readonly BundleCodec _codec = new();
    private readonly EntryBatch _decoded = new();

    [Fact]
    public void Any_bundle_comes_back_as_it_was_and_is_never_more_than_a_byte_longer()
    {
        foreach (var entries in SampleBundles.All())
        {
            var coded = new byte[BundleCodec.MaxLength(entries)];
            var length = _codec.Encode(entries, coded);

            Assert.InRange(length, 1, 1 + entries.Bundle.Length);
            Assert.True(_codec.TryDecode(coded.AsSpan(0, length), entries.Count, _decoded));
            Assert.Equal(entries.Bundle, _decoded.Bundle);
        }
    }

    [Fact]
    public void Readings_of_ten_channels_take_less_than_a_third_of_their_bytes()
    {
        var entries = SampleBundles.Readings(1, 4096, channels: 10);

        Assert.InRange(SampleBundles.Encode(entries).Length, 1, entries.Bundle.Length / 3);
    }

    [Fact]
    public void An_entry_is_stored_by_what_differs_from_one_before()
    {
        byte[] first = [.. Enumerable.Range(0, Entry).Select(i => (byte)i)], second = [.. first], third = [.. first];
        (second[0], second[9]) = (0xAA, 0xBB);
        (third[0], third[9]) = (0xCC, 0xDD);

        // Whole; one back, with a mask of the bytes 0 and 9; one back, by the same mask.
        byte[] expected = [1, 0, 0, Entry, .. first, 0x81, 0x01, 0x02, 0, 0, 0, 0, 0, 0, 0xAA, 0xBB, 0x01, 0xCC, 0xDD];
        Assert.Equal(expected, SampleBundles.Encode(SampleBundles.Of([first, second, third])));
    }

    [Fact]
    public void An_entry_far_back_is_found_again()
    {
        List<byte[]> entries = [];
        for (var channel = 0; channel < 2 * 200; channel++)
            entries.Add([.. RandomBytes(channel, 16), .. RandomBytes(1000 + (channel % 200), 84)]);

        var coded = SampleBundles.Encode(SampleBundles.Of(entries));

        Assert.True(_codec.TryDecode(coded, entries.Count, _decoded));
        Assert.InRange(coded.Length, 200 * 100, (200 * 103) + (200 * 45));
    }

    [Fact]
    public void A_coding_cut_anywhere_or_continued_is_refused()
    {
        var entries = SampleBundles.Readings(3, 12, channels: 3);
        var coded = SampleBundles.Encode(entries);
        Assert.Equal(1, coded[0]);

        for (var length = 0; length < coded.Length; length++)
            Assert.False(_codec.TryDecode(coded.AsSpan(0, length), entries.Count, _decoded));
        Assert.False(_codec.TryDecode([.. coded, 0], entries.Count, _decoded));
        Assert.False(_codec.TryDecode(coded, entries.Count + 1, _decoded));
        Assert.False(_codec.TryDecode(coded, entries.Count - 1, _decoded));
        Assert.Equal(0, _decoded.Count);
    }

    /// <summary>Each after one whole entry of 64 bytes.</summary>
    [Theory]
    [InlineData("00", "a whole entry without its length")]
    [InlineData("000001", "a whole entry without its bytes")]
    [InlineData("80010000000000000041", "no distance")]
    [InlineData("82010000000000000041", "an entry before the first")]
    [InlineData("0141", "the mask of an entry that has none")]
    [InlineData("8101000000000000", "a mask that ends early")]
    [InlineData("810100000000000000", "a marked byte that is not there")]
    [InlineData("7f", "a long distance without its number")]
    [InlineData("ff0001010000000000000041", "a short distance written long")]
    public void What_no_encoder_writes_is_refused(string second, string why) =>
        Assert.False(_codec.TryDecode([1, 0, 0, Entry, .. new byte[Entry], .. Convert.FromHexString(second)], 2, _decoded), why);

    [Theory]
    [InlineData(63)]
    [InlineData(321)]
    public void An_entry_too_short_or_long_to_be_compared_with_is_refused(int length) =>
        Assert.False(_codec.TryDecode([1, 0, (byte)(length >> 8), (byte)length, .. new byte[length], 0x81, .. new byte[(length + 7) / 8]], 2, _decoded));

    [Fact]
    public void A_mask_beyond_its_entry_is_refused() =>
        Assert.False(_codec.TryDecode([1, 0, 0, 65, .. new byte[65], 0x81, .. new byte[8], 0x02, 0x41], 2, _decoded));

    [Fact]
    public void A_codec_of_the_future_is_refused() => Assert.False(_codec.TryDecode([2, .. SampleLog.Batch(0, 3).Bundle], 3, _decoded));

    [Fact]
    public void Random_and_mutated_bytes_are_a_bundle_or_refused_and_nothing_else()
    {
        var random = new Random(5);
        var seeds = SampleBundles.All().Where(b => b.Bundle.Length < 10_000).Select(b => (Coded: SampleBundles.Encode(b), b.Count)).ToList();
        for (var trial = 0; trial < 100_000; trial++)
        {
            var (coded, count) = seeds[random.Next(seeds.Count)];
            byte[] bytes = trial % 4 == 0 ? RandomBytes(trial, random.Next(200)) : [.. coded];
            for (var changes = random.Next(4); changes > 0 && bytes.Length > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (bytes.Length > 0 && trial % 8 == 0)
                bytes[0] = 1;
            if (!_codec.TryDecode(bytes, trial % 4 == 0 ? random.Next(5) : count, _decoded))
                Assert.Equal(0, _decoded.Count);
            else
                Assert.True(new EntryBatch().TryLoad(_decoded.Bundle, _decoded.Count));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_count_that_the_bytes_cannot_hold_takes_no_memory(byte codec)
    {
        byte[] coded = [codec, .. SampleLog.Batch(0, 3).Bundle];
        _codec.TryDecode(coded, 3, _decoded);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var count in new[] { -1, int.MinValue, int.MaxValue, 1 << 20 })
            Assert.False(_codec.TryDecode(coded, count, _decoded));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public void A_bundle_does_not_grow_without_bounds()
    {
        // Each byte repeats an entry of 320 bytes.
        byte[] coded = [1, 0, 1, 64, .. new byte[320], 0x81, .. new byte[40], .. Enumerable.Repeat((byte)1, 1_000_000)];

        Assert.False(_codec.TryDecode(coded, 1_000_002, new EntryBatch()));
    }

    [Fact]
    public void Encoding_and_decoding_again_allocate_nothing()
    {
        var entries = SampleBundles.Readings(1, 500, channels: 10);
        var coded = new byte[BundleCodec.MaxLength(entries)];
        long before = 0;
        for (var turn = 0; turn < 2; turn++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            _codec.TryDecode(coded.AsSpan(0, _codec.Encode(entries, coded)), entries.Count, _decoded);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>The runtime's own switches, https://learn.microsoft.com/dotnet/core/runtime-config/hardware.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task The_same_bytes_are_written_whatever_the_processor_can_do(string off)
    {
        var environment = new Dictionary<string, string?> { [off] = "0" };
        await using var child = ChildProcess.Start(Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), [Program.CodecVerb], environment: environment);

        Assert.Equal(Digest(), (await child.WaitForLine("codings ")).Split(' ')[1]);
    }

    /// <summary>A hash over the codings of all sample bundles.</summary>
    internal static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entries in SampleBundles.All())
            hash.AppendData(SampleBundles.Encode(entries));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static byte[] RandomBytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
