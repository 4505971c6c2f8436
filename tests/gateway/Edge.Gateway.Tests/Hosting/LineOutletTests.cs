using Edge.Gateway.Hosting;
using Edge.Testing;

namespace Edge.Gateway.Tests.Hosting;

public sealed class LineOutletTests
{
    [Fact]
    public async Task Lines_are_written_in_order()
    {
        using var written = new StringWriter();
        using var outlet = new LineOutlet(TextWriter.Synchronized(written));

        await Eventually.True(() => outlet.Offer("one"));
        await Eventually.True(() => outlet.Offer("two"));

        await Eventually.True(() => written.ToString() == $"one{Environment.NewLine}two{Environment.NewLine}");
    }

    [Fact]
    public async Task A_reader_that_never_reads_costs_lines_and_no_time()
    {
        using var stuck = new StuckWriter();
        var outlet = new LineOutlet(stuck);
        Assert.True(outlet.Offer("taken, and never written"));
        await stuck.Entered.WaitAsync(Eventually.DefaultLimit);

        Assert.True(outlet.Offer("waits"));
        Assert.False(outlet.Offer("dropped"));
        Assert.True(outlet.IsOpen);
        outlet.Dispose();
        Assert.False(outlet.Offer("closed"));
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    public async Task A_reader_that_has_gone_closes_the_outlet_and_nothing_else(Type failure)
    {
        using var gone = new GoneWriter(failure);
        using var outlet = new LineOutlet(gone);

        outlet.Offer("nobody hears this");

        await Eventually.True(() => !outlet.IsOpen);
    }

    private sealed class StuckWriter : StringWriter
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _release = new();

        public Task Entered => _entered.Task;

        public override void WriteLine(string? value)
        {
            _entered.TrySetResult();
            _release.Wait();
        }

        protected override void Dispose(bool disposing)
        {
            _release.Set();
            base.Dispose(disposing);
        }
    }

    private sealed class GoneWriter(Type failure) : StringWriter
    {
        public override void WriteLine(string? value) => throw (Exception)Activator.CreateInstance(failure)!;
    }
}
