using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Bench.Sampling;

/// <summary>An ADS1115 that converts by itself at 860 samples a second; a round reads its newest code. For the measurement alone: it cannot tell whether the code is new.</summary>
internal sealed class RunningConverter : ISensor
{
    private const int Rate = 860;
    private const double FullScale = 4.096;

    private readonly WordRegisters _registers;

    /// <param name="bus">Where it is, at 0x48.</param>
    public RunningConverter(II2cBus bus)
    {
        _registers = new WordRegisters(bus, 0x48);
        _registers.Write((byte)Ads1x15Register.Config, (ushort)(Ads1x15Chip.Ads1115.Convert(0, FullScale, Rate) & ~Ads1x15Chip.SingleShot));
    }

    public static TimeSpan Period { get; } = TimeSpan.FromTicks(TimeSpan.TicksPerSecond / Rate);

    public string Name => "running ads1115";

    public IReadOnlyList<SensorOutput> Outputs { get; } = [new("fast", "V", Ads1x15Chip.Ads1115.VoltsPerCode(FullScale))];

    public ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        var status = _registers.Read((byte)Ads1x15Register.Conversion, out var word);
        sink.Accept(status == I2cStatus.Ok ? Sample.Good(0, (short)word * Outputs[0].Resolution, (short)word) : Sample.Absent(0, status.ToReason()));
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
    }
}
