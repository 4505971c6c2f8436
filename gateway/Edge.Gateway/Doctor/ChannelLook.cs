using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Doctor.Readings;
using Edge.Gateway.Doctor.Scans;
using Edge.Gateway.Health;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;
using Edge.Sensors.Scales;

namespace Edge.Gateway.Doctor;

/// <summary>Looks at the channels of one sensor, and says what their readings tell.</summary>
internal sealed class ChannelLook(GatewayConfiguration configuration, SensorPlan plan, Instruments with)
{
    /// <summary>What a busy board or a burst of noise spoils is over by then.</summary>
    private static readonly TimeSpan BeforeSecondLook = TimeSpan.FromSeconds(1);

    private string? _lineTrouble;

    /// <summary>Its bus and its place there, as checks about it are named.</summary>
    public string Place => $"{plan.Bus} {plan.PlaceText}";

    /// <summary>Longest time that reading it takes, the second look included.</summary>
    public TimeSpan Limit => 2 * (plan.Duration + SensorRound.Patience) + BeforeSecondLook + TimeSpan.FromSeconds(5);

    /// <summary>Asks the device itself; where its answer did not come or was damaged, once more: what is there twice is broken.</summary>
    /// <param name="temperature">That its readings are compensated with; null where it was not measured.</param>
    public async Task<IReadOnlyList<ChannelReading>> ReadAsync(double? temperature, CancellationToken cancellationToken)
    {
        var first = await ReadOnceAsync(temperature, cancellationToken);
        if (!first.Any(MayPass))
            return first;
        await Task.Delay(BeforeSecondLook, with.Time, cancellationToken);
        _lineTrouble = null;
        return [.. (await ReadOnceAsync(temperature, cancellationToken)).Select(r => r with { IsSecond = true })];
    }

    private bool MayPass(ChannelReading reading) =>
        reading is { Value: null, Reason: Reason.NoAnswer or Reason.Garbled or Reason.BusFault or Reason.NoData or Reason.WrongDevice or Reason.CalibrationLost } && SymptomOf(reading).Verdict() == Verdict.Broken;

    private async Task<IReadOnlyList<ChannelReading>> ReadOnceAsync(double? temperature, CancellationToken cancellationToken)
    {
        var round = new SensorRound(plan, with.Buses, with.Time);
        var samples = await round.ReadAsync(temperature, cancellationToken);
        if (plan.SecondPlace is { } ready && samples.Any(s => s is { Reason: Reason.BusFault }))
            _lineTrouble = LineTrouble(ready);
        return [.. samples.Select((sample, i) => Judged(sample ?? Sample.Absent(i, Reason.NoData), i) with { DeviceCalibration = round.Calibration })];
    }

    /// <summary>Why the line cannot be used; null when it can.</summary>
    private string? LineTrouble((string Bus, int Line) ready)
    {
        using var line = with.Buses.Line(ready.Bus, ready.Line, new LineSetup(LineBias.PullUp));
        return line.State == GpioLineState.Present ? null : line.Trouble ?? line.Name;
    }

    /// <summary>What the gateway that runs has read, of the channels that are the same there: one name may stand for another device, line or scale in what it has in force.</summary>
    public IReadOnlyList<ChannelReading> Asked(RunningGateway gateway)
    {
        var isSame = gateway.HasInForce(configuration);
        return [.. Enumerable.Range(0, plan.Channels.Count).Select(i => gateway.Health?.Channels.GetValueOrDefault(plan.Channels[i].Name) is var health
            && (isSame || (health?.Fingerprint is { } fingerprint && fingerprint == Settings(i)?.Fingerprint)) ? Of(i, health) : Empty(i) with { IsOther = true })];
    }

    /// <summary>Not read.</summary>
    public IReadOnlyList<ChannelReading> Unread() => [.. Enumerable.Range(0, plan.Channels.Count).Select(Empty)];

    /// <summary>The check that a reading comes to.</summary>
    public Check Check(ChannelReading reading) => new(Topic.Channel, reading.Channel, SymptomOf(reading))
    {
        Reason = reading.Reason,
        Driver = plan.Driver,
        Place = Place,
        Terminal = reading.Terminal,
        Strap = Straps.Of(plan, plan.Place),
        Contact = reading.Contact,
        IsSecond = reading.IsSecond,
        HasShunt = Input(reading) is { Scale: LoopScale },
        IsWidest = Input(reading) is { IsWidest: true },
        ReadyLine = plan.SecondPlace is { } ready ? string.Create(CultureInfo.InvariantCulture, $"{ready.Bus} {ready.Line}") : null,
        Detail = reading.Reason != Reason.BusFault ? null : _lineTrouble ?? (plan.Wiring is Wiring.I2c ? with.Buses.I2c(plan.Bus).Trouble : null),
    };

    /// <summary>What is known of its device once a reading gave away that it is another one.</summary>
    /// <param name="check">That something answers.</param>
    /// <param name="scan">Which parts it can be by its registers; where those are certain it is one of the others.</param>
    public Check Other(Check check, ScannedBus? scan)
    {
        var others = scan?.Found.FirstOrDefault(f => f.Address == plan.Place && f.IsCertain)?.Drivers.Where(d => d != plan.Driver).ToList();
        return check with
        {
            Symptom = Symptom.DeviceOther, Detail = null, Instead = others is { Count: > 0 } ? string.Join(" / ", others) : null,
            Registers = scan?.Found.FirstOrDefault(f => f.Address == plan.Place)?.Registers,
        };
    }

    private LoopInput? Input(ChannelReading reading) => plan.Channels.Index().Where(c => c.Item.Name == reading.Channel).Select(c => LoopInput.Of(plan, c.Index)).FirstOrDefault();

    private Symptom SymptomOf(ChannelReading reading) => reading switch
    {
        { IsOther: true } => Symptom.ChannelOther,
        { Quality: null } => Symptom.NotRead,
        { Quality: Quality.Good, Value: not (null or 0), Contact: not null } => Symptom.ContactActive,
        { Quality: Quality.Good, Value: not null } => Symptom.ReadingGood,
        { Reason: Reason.WarmUp } => Symptom.ReadingAwaited,
        { Reason: Reason.NotReady } when plan.SecondPlace is not null => Symptom.ReadySilent,
        { Reason: Reason.BusFault } when _lineTrouble is not null => Symptom.ReadyAway,
        { Value: not null, Quality: Quality.Uncertain } => Symptom.ReadingDoubted,
        _ => Symptom.ReadingAbsent,
    };

    private ChannelReading Judged(Sample sample, int output)
    {
        var channel = Settings(output);
        var isOut = sample is { Quality: Quality.Good, Value: { } v } && (v < channel?.Rules.Lowest || v > channel?.Rules.Highest);
        return Empty(output) with
        {
            Value = sample.Value, Raw = sample.Raw, Milliamps = Milliamps(output, sample.Raw, sample.Value, sample.Reason),
            Quality = isOut ? Quality.Uncertain : sample.Quality, Reason = isOut ? Reason.OutOfRange : sample.Reason,
        };
    }

    private ChannelReading Of(int output, ChannelHealth? health)
    {
        if (health?.SecondsAgo is null || !Enum.TryParse<Quality>(health.Quality, out var quality) || !Enum.TryParse<Reason>(health.Reason, out var reason))
            return Empty(output);
        var isOld = health.SecondsAgo > health.PatienceSeconds;
        return Empty(output) with
        {
            Value = isOld ? null : health.Value, Raw = health.Raw, Milliamps = Milliamps(output, health.Raw, isOld ? null : health.Value, isOld ? Reason.Overrun : reason), SecondsAgo = health.SecondsAgo,
            Quality = isOld ? Quality.Bad : quality, Reason = isOld ? Reason.Overrun : reason,
        };
    }

    /// <summary>Without a value a code is no current, unless the current is what is wrong.</summary>
    private double? Milliamps(int output, long? raw, double? value, Reason reason) =>
        value is not null || reason is Reason.LoopLow or Reason.LoopHigh ? LoopInput.Of(plan, output)?.Milliamps(raw) : null;

    private ChannelReading Empty(int output)
    {
        var (channel, about, input) = (plan.Channels[output], Settings(output), LoopInput.Of(plan, output));
        var loop = input?.Scale as LoopScale;
        return new(channel.Name, channel.Unit, channel.Resolution, plan.Driver, plan.Bus, plan.PlaceText)
        {
            Terminal = input?.Terminal,
            Contact = about is null ? null : ContactDefinition.Of(about.Definition)?.ToString(),
            Low = loop?.Low ?? about?.AlarmLow ?? about?.Rules.Lowest,
            High = loop?.High ?? about?.AlarmHigh ?? about?.Rules.Highest,
            Calibration = about?.Calibration is { } c ? string.Join(", ", new[] { c.Date, c.Certificate, c.Who, c.Result }.Where(t => t.Length > 0)) : null,
        };
    }

    private ChannelSettings? Settings(int output) => configuration.Channels.FirstOrDefault(c => c.Name == plan.Channels[output].Name);
}
