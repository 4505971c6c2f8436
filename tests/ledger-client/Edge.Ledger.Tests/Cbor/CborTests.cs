using Edge.Ledger.Cbor;

namespace Edge.Ledger.Tests.Cbor;

public sealed class CborTests
{
    // RFC 8949 appendix A.
    [Theory]
    [InlineData(0L, "00")]
    [InlineData(23L, "17")]
    [InlineData(24L, "1818")]
    [InlineData(255L, "18ff")]
    [InlineData(256L, "190100")]
    [InlineData(65535L, "19ffff")]
    [InlineData(65536L, "1a00010000")]
    [InlineData(1000000000000L, "1b000000e8d4a51000")]
    [InlineData(-1L, "20")]
    [InlineData(-100L, "3863")]
    [InlineData(long.MaxValue, "1b7fffffffffffffff")]
    [InlineData(long.MinValue, "3b7fffffffffffffff")]
    public void Integers_take_their_shortest_form(long value, string hex)
    {
        Assert.Equal(hex, Written((ref CborWriter w) => w.Integer(value)));
        Assert.Equal(value, new CborReader(Convert.FromHexString(hex)).Integer());
    }

    [Theory]
    [InlineData(0.0, "f90000")]
    [InlineData(-0.0, "f98000")]
    [InlineData(1.5, "f93e00")]
    [InlineData(65504.0, "f97bff")]
    [InlineData(100000.0, "fa47c35000")]
    [InlineData(3.4028234663852886e+38, "fa7f7fffff")]
    [InlineData(1.1, "fb3ff199999999999a")]
    [InlineData(-4.1, "fbc010666666666666")]
    [InlineData(5.960464477539063e-8, "f90001")]
    public void Floats_take_the_shortest_form_that_keeps_their_value(double value, string hex)
    {
        Assert.Equal(hex, Written((ref CborWriter w) => w.Float(value)));
        Assert.Equal(value, new CborReader(Convert.FromHexString(hex)).Float());
    }

    [Theory]
    [InlineData("1817")]
    [InlineData("190001")]
    [InlineData("1a00000001")]
    [InlineData("1b0000000000000001")]
    [InlineData("1bffffffffffffffff00")]
    [InlineData("19")]
    [InlineData("1c")]
    [InlineData("1f")]
    [InlineData("f97c00")]
    [InlineData("f97e00")]
    [InlineData("fa3fc00000")]
    [InlineData("fb3ff8000000000000")]
    [InlineData("61ff")]
    [InlineData("6261")]
    [InlineData("5f4101ff")]
    [InlineData("9f01ff")]
    [InlineData("8201")]
    [InlineData("9b7fffffffffffffff")]
    [InlineData("a201010102")]
    [InlineData("a202010102")]
    [InlineData("c000")]
    [InlineData("f7")]
    [InlineData("f820")]
    [InlineData("")]
    public void Everything_but_the_one_canonical_form_is_refused(string hex) =>
        Assert.Throws<MalformedException>(() =>
        {
            var reader = new CborReader(Convert.FromHexString(hex));
            reader.Item();
            reader.End();
        });

    [Fact]
    public void Nesting_is_bounded() =>
        Assert.Throws<MalformedException>(() => new CborReader([.. Enumerable.Repeat((byte)0x81, 40), 0]).Item());

    [Fact]
    public void Numbers_that_are_not_finite_are_not_written()
    {
        foreach (var value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            Assert.Throws<ArgumentException>(() => Written((ref CborWriter w) => w.Float(value)));
    }

    private delegate void Write(ref CborWriter writer);

    private static string Written(Write write)
    {
        Span<byte> buffer = stackalloc byte[16];
        var writer = new CborWriter(buffer);
        write(ref writer);
        return Convert.ToHexStringLower(buffer[..writer.Length]);
    }

    [Fact]
    public void Every_number_that_a_half_holds_is_written_as_one_and_its_neighbours_are_not()
    {
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var half = BitConverter.UInt16BitsToHalf((ushort)bits);
            if (!Half.IsFinite(half))
                continue;
            Assert.Equal(3 * 2, Written((ref CborWriter w) => w.Float((double)half)).Length);
            Assert.Equal(9 * 2, Written((ref CborWriter w) => w.Float(double.BitIncrement((double)half))).Length);
            if (half != default)
                Assert.Equal(5 * 2, Written((ref CborWriter w) => w.Float(float.BitIncrement((float)half))).Length);
        }
    }
}
