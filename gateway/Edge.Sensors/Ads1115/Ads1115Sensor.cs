using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ads1115;

/// <summary>
/// ADS1115, single-shot, terminal by terminal: starts a conversion, waits until the chip says it is ready, checks that the
/// configuration it converted with is the one asked for, reads the code. The chip has no identity register.
/// </summary>
public sealed class Ads1115Sensor : ISensor
{
    private readonly Ads1115Options _options;
    private readonly TimeProvider _time;
    private readonly WordRegisters _registers;
    private readonly Pause _pause;
    private readonly TimeSpan _conversion;
    private readonly TimeSpan _limit;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes while it converts.</param>
    public Ads1115Sensor(II2cBus bus, Ads1115Options options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time;
        _registers = new WordRegisters(bus, (byte)options.Address);
        _pause = new Pause(time);
        _conversion = TimeSpan.FromSeconds(1.0 / options.DataRate);
        _limit = 2 * _conversion + TimeSpan.FromMilliseconds(20);
        Name = $"ads1115 at 0x{options.Address:X2} on {bus.Name}";
        Outputs = [.. options.Inputs.Select(i => new SensorOutput(i.Name, i.Scale.Unit, i.Scale.Resolution(options.VoltsPerCode)))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _options.Inputs.Count; i++)
        {
            var input = _options.Inputs[i];
            var word = Ads1115Config.Convert(input.Terminal, _options.Gain, _options.DataRate);
            var reason = await ConvertAsync(word, cancellationToken).ConfigureAwait(false);
            sink.Accept(reason == Reason.None ? Fetch(i, input) : Sample.Absent(i, reason));
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Reason> ConvertAsync(ushort word, CancellationToken cancellationToken)
    {
        var status = _registers.Write((byte)Ads1115Register.Config, word);
        if (status != I2cStatus.Ok)
            return status.ToReason();
        var started = _time.GetTimestamp();
        await _pause.WaitAsync(_conversion, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            status = _registers.Read((byte)Ads1115Register.Config, out var answer);
            if (status != I2cStatus.Ok)
                return status.ToReason();
            if ((answer | Ads1115Config.Start) != word)
                return answer == Ads1115Config.PowerOn ? Reason.CalibrationLost : Reason.Garbled;
            if ((answer & Ads1115Config.Start) != 0)
                return Reason.None;
            if (_time.GetElapsedTime(started) > _limit)
                return Reason.NotReady;
            await _pause.WaitAsync(_conversion / 8, cancellationToken).ConfigureAwait(false);
        }
    }

    private Sample Fetch(int output, Ads1115Input input)
    {
        var status = _registers.Read((byte)Ads1115Register.Conversion, out var word);
        if (status != I2cStatus.Ok)
            return Sample.Absent(output, status.ToReason());
        var code = (short)word;
        return code is short.MaxValue or short.MinValue
            ? Sample.Absent(output, Reason.Saturated, code)
            : input.Scale.Evaluate(output, code * _options.VoltsPerCode, code);
    }

    /// <inheritdoc/>
    public void Dispose() => _pause.Dispose();
}
