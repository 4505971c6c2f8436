using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Bme280;

/// <summary>
/// BME280, forced: identifies the chip and reads its coefficients when it first answers (and each time it comes back); per round it writes the settings, waits, and
/// reads settings, status and data in one transfer. Data whose settings are not those it wrote is not believed: the chip has no checksum.
/// </summary>
public sealed class Bme280Sensor : ISensor
{
    private readonly II2cBus _bus;
    private readonly Bme280Options _options;
    private readonly TimeProvider _time;
    private readonly Pause _pause;
    private readonly byte[] _round = new byte[Bme280Chip.RoundBytes];
    private readonly byte[] _start;
    private readonly TimeSpan _conversion;
    private Bme280Coefficients? _coefficients;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes while it converts.</param>
    public Bme280Sensor(II2cBus bus, Bme280Options options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(options);
        _bus = bus;
        _options = options;
        _time = time;
        _pause = new Pause(time);
        _conversion = Bme280Chip.Duration(options.Oversampling);
        _start =
        [
            (byte)Bme280Register.Humidity, (byte)Bme280Chip.Code(options.Oversampling), (byte)Bme280Register.Config, 0,
            (byte)Bme280Register.Measure, (byte)(Bme280Chip.Measure(options.Oversampling) | Bme280Chip.Forced),
        ];
        Name = $"bme280 at 0x{options.Address:X2} on {bus.Name}";
        Outputs = [.. OutputsOf(options)];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        var reason = await MeasureAsync(cancellationToken).ConfigureAwait(false);
        if (reason != Reason.None)
            _coefficients = null;
        for (var i = 0; i < _options.Outputs.Count; i++)
            sink.Accept(reason != Reason.None ? Sample.Absent(i, reason) : Evaluate(i, _options.Outputs[i].Quantity));
    }

    [AsyncMethodBuilder(typeof(KeepingMethodBuilder<>))]
    private async ValueTask<Reason> MeasureAsync(CancellationToken cancellationToken)
    {
        var reason = _coefficients is null ? Identify() : Reason.None;
        if (reason == Reason.None)
            reason = _bus.Transfer((byte)_options.Address, _start, []).ToReason();
        if (reason != Reason.None)
            return reason;
        var started = _time.GetTimestamp();
        var limit = 2 * _conversion + TimeSpan.FromMilliseconds(20);
        await _pause.WaitAsync(_conversion, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            reason = Read(Bme280Register.Humidity, _round);
            if (reason != Reason.None)
                return reason;
            reason = Judge();
            if (reason != Reason.NotReady || _time.GetElapsedTime(started) > limit)
                return reason;
            await _pause.WaitAsync(_conversion / 8, cancellationToken).ConfigureAwait(false);
        }
    }

    private Reason Identify()
    {
        Span<byte> id = stackalloc byte[1];
        var reason = Read(Bme280Register.Id, id);
        if (reason != Reason.None)
            return reason;
        if (id[0] != Bme280Chip.Id)
            return Reason.WrongDevice;
        Span<byte> low = stackalloc byte[Bme280Coefficients.LowBytes];
        Span<byte> high = stackalloc byte[Bme280Coefficients.HighBytes];
        reason = Read(Bme280Register.CoefficientsLow, low);
        if (reason == Reason.None)
            reason = Read(Bme280Register.CoefficientsHigh, high);
        if (reason != Reason.None)
            return reason;
        var coefficients = new Bme280Coefficients(low, high);
        if (!coefficients.ArePlausible)
            return Reason.Garbled;
        _coefficients = coefficients;
        return Reason.None;
    }

    private Reason Read(Bme280Register register, Span<byte> into) => _bus.Transfer((byte)_options.Address, [(byte)register], into).ToReason();

    /// <summary>What settings and status say of the round: 0xF2 humidity, 0xF3 status, 0xF4 measure, 0xF5 config.</summary>
    private Reason Judge()
    {
        var (humidity, status, measure, config) = (_round[0], _round[1], _round[2], _round[3]);
        if (humidity == 0 && measure == 0)
            return Reason.NoData;
        if (humidity != _start[1] || (measure & ~Bme280Chip.Mode) != (_start[5] & ~Bme280Chip.Mode) || config != 0)
            return Reason.Garbled;
        return (status & (Bme280Chip.Measuring | Bme280Chip.Copying)) != 0 || (measure & Bme280Chip.Mode) != 0 ? Reason.NotReady : Reason.None;
    }

    private Sample Evaluate(int output, Bme280Quantity quantity)
    {
        var codes = Bme280Codes.Read(_round.AsSpan(5));
        var raw = codes.Of(quantity);
        if (codes.AreSkipped)
            return Sample.Absent(output, Reason.NoData, raw);
        // Pressure and humidity are compensated with the temperature, so they are no better than it.
        if (codes.AtEnd(quantity) || codes.AtEnd(Bme280Quantity.Temperature))
            return Sample.Absent(output, Reason.Saturated, raw);
        var value = _coefficients!.Value(quantity, codes);
        if (!double.IsFinite(value))
            return Sample.Absent(output, Reason.Garbled, raw);
        return IsInRange(quantity, value) ? Sample.Good(output, value, raw) : Sample.Uncertain(output, value, raw, Reason.OutOfRange);
    }

    /// <summary>The datasheet's operating ranges, tables 2 to 4: outside them no accuracy is given.</summary>
    private static bool IsInRange(Bme280Quantity quantity, double value) => quantity switch
    {
        Bme280Quantity.Temperature => value is >= -40 and <= 85,
        Bme280Quantity.Pressure => value is >= 30_000 and <= 110_000,
        _ => true,
    };

    internal static IEnumerable<SensorOutput> OutputsOf(Bme280Options options) =>
        options.Outputs.Select(o => new SensorOutput(o.Name, Unit(o.Quantity), options.Resolution(o.Quantity)));

    private static string Unit(Bme280Quantity quantity) => quantity switch
    {
        Bme280Quantity.Temperature => "Cel",
        Bme280Quantity.Pressure => "Pa",
        _ => "%RH",
    };

    /// <inheritdoc/>
    public void Dispose() => _pause.Dispose();
}
