using Edge.Sensors.Sampling;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>A binding and the driver it is held against.</summary>
internal abstract class ComparedBinding
{
    public static readonly IReadOnlyList<ComparedBinding> All = [new ComparedAds1115(), new ComparedMcp3428(), new ComparedBme280(), new ComparedIna236(), new ComparedDs3231(), new ComparedDs18b20()];

    /// <summary>The binding's name.</summary>
    public abstract string Name { get; }

    /// <summary>What can befall the chip.</summary>
    public abstract IReadOnlyList<Mishap> Mishaps { get; }

    /// <summary>What a driver made of a code: its value, or where it gives none, as at the ends of a range, what the code is worth.</summary>
    /// <param name="step">Of one code.</param>
    protected static double ValueOf(Sample own, double step) => own.Value ?? own.Raw!.Value * step;

    /// <summary>The same registers, read by both.</summary>
    public abstract IEnumerable<Comparison> Readings();

    /// <summary>A chip, how its input is set, and two values for it.</summary>
    public abstract (IDriverPair Pair, Action<double> Input, double Before, double After) Make();
}
