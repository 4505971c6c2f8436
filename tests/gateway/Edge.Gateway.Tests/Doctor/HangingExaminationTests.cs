using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Words;
using Edge.Gateway.Health;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Testing;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>An examination meets a bus whose transfers do not end.</summary>
public sealed class HangingExaminationTests : IDisposable
{
    private readonly DoctorRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_bus_that_hangs_costs_its_own_time_and_the_rest_is_looked_at()
    {
        var time = new ManualTimeProvider();
        using var hanging = new HangingBus();
        (_rig.Time, _rig.Bus) = (time, hanging);

        var looking = _rig.LookAsync();
        await hanging.Hangs;
        await Eventually.True(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return looking.IsCompleted;
        });

        var findings = await looking;
        Assert.Contains(findings.Checks, c => c is { Topic: Topic.Bus, Symptom: Symptom.TooSlow, Verdict: Verdict.Look });
        Assert.Contains(findings.Checks, c => c.Symptom == Symptom.BrokerGood);
        Assert.Equal(["i2c-1", "", "", "", ""], _rig.Progress.Select(p => p.Subject));
    }

    [Fact]
    public async Task Whoever_ends_it_early_need_not_wait_for_a_bus_that_hangs()
    {
        using var hanging = new HangingBus();
        _rig.Bus = hanging;
        using var ended = new CancellationTokenSource();

        var looking = _rig.LookAsync(ended.Token);
        await hanging.Hangs;
        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => looking);
    }

    private sealed class HangingBus : II2cBus
    {
        private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _ended = new();

        public Task Hangs => _hangs.Task;

        public string Name => "i2c-1";

        public string? Trouble => null;

        public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
        {
            _hangs.TrySetResult();
            _ended.Wait();
            return I2cStatus.Gone;
        }

        public void Dispose() => _ended.Set();
    }
}
