using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;

namespace Edge.Gateway.Truth;

/// <summary>factor times one input times the other, each reading used once: where one is missing there is nothing to multiply, and the input's own gap tells why.</summary>
internal sealed class Product(int channel, DerivedSettings settings) : Derivation(channel, settings)
{
    private StampedSample? _first, _second;

    public override bool Make(in StampedSample input, out StampedSample made)
    {
        if (Settings.Inputs[0] == input.Channel)
            _first = input;
        if (Settings.Inputs[1] == input.Channel)
            _second = input;
        made = default;
        if (_first is not { } first || _second is not { } second)
            return false;
        (_first, _second) = (null, null);
        var worst = second.Sample.Quality > first.Sample.Quality ? second.Sample : first.Sample;
        made = Made(input, Settings.Factor * first.Sample.Value * second.Sample.Value, worst.Quality, worst.Reason);
        return true;
    }
}
