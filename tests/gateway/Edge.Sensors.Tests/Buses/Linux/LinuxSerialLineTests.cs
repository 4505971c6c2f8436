using Edge.Ledger.Entries;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Pzem;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Serving;
using Edge.Simulators.Signals;
using Edge.Testing;

namespace Edge.Sensors.Tests.Buses.Linux;

/// <summary>The kernel's terminals for real, with a simulated meter at the far end; only time is set by hand.</summary>
public sealed class LinuxSerialLineTests : IDisposable
{
    /// <summary>Patient, for the kernel may be slow while the clock set by hand is not.</summary>
    private static readonly PzemOptions Options = new()
    {
        Outputs = [new("i", PzemRegister.Current), new("e", PzemRegister.Energy)],
        Patience = TimeSpan.FromSeconds(2),
    };

    private readonly SimulatedClock _clock = new();
    private readonly PseudoTerminal _terminal = new();
    private readonly SimulatedSerialLine _far;
    private readonly SimulatedPzem _meter;
    private readonly LinuxSerialLine _line;
    private readonly PzemSensor _sensor;

    public LinuxSerialLineTests()
    {
        _far = new SimulatedSerialLine("far", _clock);
        _far.Connect(_meter = new SimulatedPzem(1, new AdjustableSignal(220), new AdjustableSignal(1), _clock));
        _line = new LinuxSerialLine(_terminal.Path, "rs485", _clock);
        _sensor = new PzemSensor(_line, Options, _clock);
    }

    public void Dispose()
    {
        _sensor.Dispose();
        _line.Dispose();
        _terminal.Dispose();
    }

    private async Task<CollectedSamples> Sample()
    {
        var samples = new CollectedSamples();
        var round = _sensor.SampleAsync(samples, CancellationToken.None).AsTask();
        await Eventually.True(() =>
        {
            _terminal.Serve(_far);
            _clock.Advance(TimeSpan.FromMilliseconds(5));
            return round.IsCompleted;
        });
        await round;
        return samples;
    }

    // The question ends in 0Ah, its checksum in 0Dh, its function is 04h: a line that is not raw would change each of them.
    [Fact]
    public async Task A_meter_at_the_other_end_is_read_byte_by_byte()
    {
        CollectedSamples.AssertAbsent(Reason.WarmUp, (await Sample())[0]);
        _clock.Advance(TimeSpan.FromSeconds(4));
        _meter.WattHours = 0x0D0A_1113;
        var samples = await Sample();
        Assert.Equal((1000, 0x0D0A_1113), (samples[0].Raw, samples[1].Raw));
        Assert.Equal(1.0, samples[0].Value);
        Assert.Equal(2, _far.Questions);
        Assert.Null(_line.Trouble);
    }

    [Fact]
    public async Task What_came_before_the_question_is_forgotten()
    {
        await Sample();
        _terminal.Speak("late and for nobody"u8);
        var first = new byte[1];
        await Eventually.True(() => _line.TryReceive(first, out var count) && count == 1);
        CollectedSamples.AssertAbsent(Reason.WarmUp, (await Sample())[0]);
    }

    [Fact]
    public async Task A_line_whose_other_end_went_is_gone_and_says_so()
    {
        await Sample();
        _terminal.Dispose();
        CollectedSamples.AssertAbsent(Reason.BusFault, CollectedSamples.Of(_sensor, _clock)[0]);
        Assert.Contains("disappeared", _line.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_ends_while_an_answer_is_awaited_is_gone()
    {
        await Sample();
        Assert.True(_line.TryReceive(new byte[1], out var count));
        Assert.Equal(0, count);
        _terminal.Dispose();
        Assert.False(_line.TryReceive(new byte[1], out _));
        Assert.Contains("disappeared", _line.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_adapter_is_looked_for_again_after_its_back_off()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var line = new LinuxSerialLine(path, "rs485", _clock);
        Assert.False(line.Send([1]));
        Assert.Contains("/dev/serial/by-id", line.Trouble, StringComparison.Ordinal);
        File.CreateSymbolicLink(path, _terminal.Path);
        Assert.False(line.Send([1]));
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.True(line.Send([1]));
        Assert.Null(line.Trouble);
        File.Delete(path);
    }

    [Fact]
    public void A_file_that_is_no_serial_line_is_called_so()
    {
        var file = Path.GetTempFileName();
        using (var line = new LinuxSerialLine(file, "rs485", _clock))
        {
            Assert.False(line.Send([1]));
            Assert.Contains("is not a serial line", line.Trouble, StringComparison.Ordinal);
            Assert.False(line.TryReceive(new byte[1], out _));
        }
        File.Delete(file);
    }
}
