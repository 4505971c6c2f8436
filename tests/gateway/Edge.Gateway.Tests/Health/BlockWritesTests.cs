using Edge.Gateway.Health;

namespace Edge.Gateway.Tests.Health;

public sealed class BlockWritesTests
{
    [Fact]
    public void The_kernels_count_of_block_writes_is_taken_and_no_other() =>
        Assert.Equal(634_880, BlockWrites.Parse("rchar: 1\nwchar: 2\nread_bytes: 4\nwrite_bytes: 634880\ncancelled_write_bytes: 9\n"));

    [Theory]
    [InlineData("")]
    [InlineData("write_bytes:\n")]
    [InlineData("write_bytes: many\n")]
    [InlineData("cancelled_write_bytes: 9\n")]
    public void Where_the_kernel_does_not_say_it_is_not_known(string text) => Assert.Null(BlockWrites.Parse(text));

    [Fact]
    public void This_kernel_says() => Assert.True(BlockWrites.Read() >= 0);
}
