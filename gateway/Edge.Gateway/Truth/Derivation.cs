using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Truth;

/// <summary>
/// A channel that is computed. Its reading is made with the last of its inputs' and has that one's time, the worst of their qualities with its reason, and no raw
/// code, since no device gave one. Without one of its inputs' values it has none. Allocates nothing per reading.
/// </summary>
/// <param name="channel">Its place among the channels.</param>
internal abstract class Derivation(int channel, DerivedSettings settings)
{
    /// <summary>Its place among the channels.</summary>
    public int Channel => channel;

    protected DerivedSettings Settings => settings;

    public static Derivation Of(int channel, ChannelSettings of, DerivedSettings settings) => settings.Formula switch
    {
        Formula.Total => new Total(channel, settings, of),
        Formula.Product => new Product(channel, settings),
        _ => new Linear(channel, settings),
    };

    /// <summary>Whether a channel is one of its inputs.</summary>
    public bool Takes(int input) => settings.Inputs.Contains(input);

    /// <summary>Takes a reading of an input.</summary>
    /// <returns>Whether that makes one of its own.</returns>
    public abstract bool Make(in StampedSample input, out StampedSample made);

    protected StampedSample Made(in StampedSample at, double? value, Quality quality, Reason reason) => new(
        channel,
        value is { } number && double.IsFinite(number) ? new Sample(0, number, null, quality, reason)
            : Sample.Absent(0, reason == Reason.None ? Reason.OutOfRange : reason),
        at.Monotonic, at.Wall);
}
