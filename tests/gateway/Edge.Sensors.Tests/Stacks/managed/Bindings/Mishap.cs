using Edge.Sensors.Sampling;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Something that befalls a chip, after which a driver has no value to give.</summary>
/// <param name="Words">How the page calls it.</param>
/// <param name="Fault">The fault; null is a supply that dips.</param>
internal sealed record Mishap(string Words, DeviceFault? Fault)
{
    private const int Rounds = 10;

    public static readonly Mishap
        BrownOut = new("brown-out", null),
        Garbage = new("garbage on the bus", DeviceFault.Garbage),
        NeverReady = new("never ready", DeviceFault.NeverReady),
        Saturated = new("end of the range", DeviceFault.Saturated),
        OtherChip = new("another chip", DeviceFault.WrongIdentity),
        HeldLow = new("line held low", DeviceFault.BusStuck),
        NotThere = new("nobody on the line", DeviceFault.NoAcknowledge);

    /// <summary>Whether a driver gives a value that is not what there is.</summary>
    /// <param name="make">A chip of its own for each try, with its input; the input is told at the beginning and again when it befalls.</param>
    /// <param name="driver">Which of the two.</param>
    public bool Misleads(Func<(IDriverPair Pair, Action<double> Input, double Before, double After)> make, Func<IDriverPair, ISensor> driver)
    {
        var (healthy, input, before, after) = make();
        using var end = healthy;
        input(before);
        healthy.Sample(driver(healthy));
        var first = healthy.Moments;
        input(after);
        var truth = healthy.Sample(driver(healthy)).All;
        var moments = Fault is null ? Enumerable.Range(first, Math.Max(1, healthy.Moments - first)) : [first];
        return moments.Any(moment => Misleads(make(), driver, moment, truth));
    }

    private bool Misleads((IDriverPair Pair, Action<double> Input, double Before, double After) made, Func<IDriverPair, ISensor> driver, int moment, IReadOnlyList<Sample> truth)
    {
        using var pair = made.Pair;
        var sensor = driver(pair);
        made.Input(made.Before);
        pair.Sample(sensor);
        made.Input(made.After);
        if (Fault is { } fault)
            pair.Fault = fault;
        else
            pair.BrownOutAt(moment);
        return Enumerable.Range(0, Fault is null ? 1 : Rounds).SelectMany(_ => pair.Sample(sensor).All)
            .Any(sample => sample.Value is { } value && Math.Abs(value - truth[sample.Output].Value!.Value) > 2 * sensor.Outputs[sample.Output].Resolution);
    }
}
