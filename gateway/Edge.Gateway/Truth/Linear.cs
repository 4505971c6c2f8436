using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;

namespace Edge.Gateway.Truth;

/// <summary>factor times the input, plus offset.</summary>
internal sealed class Linear(int channel, DerivedSettings settings) : Derivation(channel, settings)
{
    public override bool Make(in StampedSample input, out StampedSample made)
    {
        made = Made(input, (Settings.Factor * input.Sample.Value) + Settings.Offset, input.Sample.Quality, input.Sample.Reason);
        return true;
    }
}
