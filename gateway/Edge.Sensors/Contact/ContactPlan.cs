using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Contact;

/// <summary>A contact as configured.</summary>
/// <param name="options">Valid options.</param>
/// <param name="line">The line's offset on its chip.</param>
public sealed class ContactPlan(ContactOptions options, int line) : SensorPlan
{
    /// <summary>The options.</summary>
    public ContactOptions Options { get; } = options;

    /// <inheritdoc/>
    public override string Driver => ContactBinding.Word;

    /// <inheritdoc/>
    public override Wiring Wiring => Wiring.Line;

    /// <inheritdoc/>
    public override int Place { get; } = line;

    /// <inheritdoc/>
    public override IReadOnlyList<SensorOutput> Channels { get; } = [.. options.Outputs.Select(o => o.Describe())];

    /// <inheritdoc/>
    public override TimeSpan Duration => TimeSpan.FromMilliseconds(1);

    /// <inheritdoc/>
    public override ISensor Open(IBusDirectory buses, TimeProvider time) => new ContactSensor(buses.Line(Bus, Place, Options.Line), Options, time);
}
