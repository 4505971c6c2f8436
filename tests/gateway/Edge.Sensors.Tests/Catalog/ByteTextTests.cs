using Edge.Sensors.Catalog;

namespace Edge.Sensors.Tests.Catalog;

public sealed class ByteTextTests
{
    [Theory]
    [InlineData("32GB", 32_000_000_000)]
    [InlineData("1.5 MiB", 1_572_864)]
    [InlineData("7B", 7)]
    [InlineData("0kB", 0)]
    [InlineData("96TB", 96_000_000_000_000)]
    public void Amounts_of_data_are_read_as_people_write_them(string text, long bytes)
    {
        Assert.True(ByteText.TryParse(text, out var read));
        Assert.Equal(bytes, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("32")]
    [InlineData("GB")]
    [InlineData("-1GB")]
    [InlineData("1e3GB")]
    [InlineData("32gb")]
    [InlineData("99999TB")]
    [InlineData("NaNB")]
    public void Anything_else_is_refused(string text) => Assert.False(ByteText.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1500, "1.5 kB")]
    [InlineData(21_300_000_000, "21.3 GB")]
    [InlineData(5e15, "5000 TB")]
    public void Amounts_are_shown_with_the_largest_unit_that_fits(double bytes, string text) => Assert.Equal(text, ByteText.Format(bytes));
}
