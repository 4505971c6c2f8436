using Edge.Ledger.Entries;
using Edge.Sensors.Ade7953;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Ade7953;

/// <summary>Inputs past their full scale, missing, or without a mains; and what may be written of them.</summary>
public sealed class Ade7953InputTests : IDisposable
{
    private readonly MainsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(354.0, 5.0, 2.0, Ade7953Quantity.Voltage, Ade7953Quantity.PowerA, Ade7953Quantity.PowerB)]
    [InlineData(230.0, 22.2, 2.0, Ade7953Quantity.CurrentA, Ade7953Quantity.PowerA)]
    [InlineData(230.0, -22.2, 2.0, Ade7953Quantity.CurrentA, Ade7953Quantity.PowerA)]
    [InlineData(230.0, 5.0, -71.0, Ade7953Quantity.CurrentB, Ade7953Quantity.PowerB)]
    [InlineData(230.0, null, 2.0, Ade7953Quantity.CurrentA, Ade7953Quantity.PowerA)]
    [InlineData(null, 5.0, 2.0, Ade7953Quantity.Voltage, Ade7953Quantity.PowerA, Ade7953Quantity.PowerB)]
    public void An_input_past_its_full_scale_spoils_what_is_made_of_it_and_nothing_else(double? volts, double? a, double? b, params Ade7953Quantity[] spoilt)
    {
        (_rig.Volts.Value, _rig.AmperesA.Value, _rig.AmperesB.Value) = (volts, a, b);
        foreach (var (quantity, sample) in Enum.GetValues<Ade7953Quantity>().Zip(_rig.Sample().All))
        {
            Assert.Equal((spoilt.Contains(quantity) ? Reason.Saturated : Reason.None, spoilt.Contains(quantity)), (sample.Reason, sample.Value is null));
            Assert.NotNull(sample.Raw);
        }
    }

    [Fact]
    public void A_converter_at_its_end_gives_no_value_of_what_it_converts()
    {
        _rig.Sample();
        _rig.Chip.Fault = DeviceFault.Saturated;
        Assert.All(_rig.Sample().All.Take(5), s => CollectedSamples.AssertAbsent(Reason.Saturated, s));
        _rig.Chip.Fault = DeviceFault.None;
        Assert.All(_rig.Sample().All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Fact]
    public void What_went_past_the_full_scale_before_the_round_is_not_held_against_it()
    {
        _rig.Sample();
        _rig.AmperesA.Value = 30;
        _rig.Register(Ade7953Register.FlagsA);
        _rig.AmperesA.Value = 5;
        Assert.Equal(Quality.Good, _rig.Of(Ade7953Quantity.CurrentA).Quality);
    }

    [Fact]
    public void Without_a_voltage_the_last_frequency_is_not_repeated()
    {
        _rig.Sample();
        _rig.Volts.Value = 0;
        var samples = _rig.Sample();
        Assert.Equal((0.0, Quality.Good), (samples[(int)Ade7953Quantity.Voltage].Value!.Value, samples[(int)Ade7953Quantity.Voltage].Quality));
        CollectedSamples.AssertAbsent(Reason.NoData, samples[(int)Ade7953Quantity.Frequency]);
    }

    [Fact]
    public void Without_any_signal_it_has_no_supply()
    {
        _rig.Sample();
        (_rig.Volts.Value, _rig.AmperesA.Value, _rig.AmperesB.Value) = (null, null, null);
        Assert.All(_rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.NoAnswer, s));
        (_rig.Volts.Value, _rig.AmperesA.Value, _rig.AmperesB.Value) = (230, 5, 2);
        Assert.Equal(230, _rig.Of(Ade7953Quantity.Voltage).Value!.Value, 0.001);
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        Assert.Empty(MainsRig.Options.Validate());
        Assert.Equal(
            ["address", "voltage_full_scale", "current_a_full_scale", "current_b_full_scale", "voltage_gain", "current_a_gain", "current_b_gain"],
            (MainsRig.Options with { Address = 0x39, VoltageFullScale = 0, CurrentAFullScale = -1, CurrentBFullScale = double.NaN, VoltageGain = 22, CurrentAGain = 3, CurrentBGain = 22 })
                .Validate().Select(p => p.Option));
        Assert.Equal("channels", Assert.Single((MainsRig.Options with { Outputs = [] }).Validate()).Option);
        Assert.Empty(new Ade7953Options { CurrentBFullScale = 30, Outputs = [new("n", Ade7953Quantity.CurrentB), new("f", Ade7953Quantity.Frequency)] }.Validate());
    }
}
