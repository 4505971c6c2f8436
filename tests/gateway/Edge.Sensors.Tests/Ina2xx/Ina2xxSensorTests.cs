using Edge.Ledger.Entries;
using Edge.Sensors.Ina219;
using Edge.Sensors.Ina226;
using Edge.Sensors.Ina228;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Ina2xx;

/// <summary>What is true of every power monitor of the family.</summary>
public sealed class Ina2xxSensorTests
{
    private static readonly string[] Chips = ["ina219", "ina226", "ina228"];

    private static readonly (DeviceFault Fault, Reason Reason)[] Faults =
        [.. DriverChecks.OfTheBus, (DeviceFault.NeverReady, Reason.NotReady), (DeviceFault.Saturated, Reason.Saturated)];

    public static TheoryData<string> Drivers => [.. Chips];

    public static TheoryData<string, DeviceFault, Reason> FaultsOfDrivers
    {
        get
        {
            var all = new TheoryData<string, DeviceFault, Reason>();
            foreach (var (chip, (fault, reason)) in Chips.SelectMany(c => Faults.Select(f => (c, f))))
                all.Add(chip, fault, reason);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(FaultsOfDrivers))]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(string driver, DeviceFault fault, Reason reason)
    {
        using var rig = PowerMonitorRig.Of(driver);
        DriverChecks.LeadsToItsReasonAndGoesAwayWithIt(rig, fault, reason);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Another_device_at_the_address_is_not_believed(string driver)
    {
        foreach (var fault in new[] { DeviceFault.WrongIdentity, DeviceFault.Garbage })
        {
            using var rig = PowerMonitorRig.Of(driver);
            rig.Chip.Fault = fault;
            Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.WrongDevice, s));
        }
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_device_that_was_exchanged_while_it_was_away_is_not_believed(string driver)
    {
        using var rig = PowerMonitorRig.Of(driver);
        rig.Sample();
        rig.Chip.Fault = DeviceFault.Unplugged;
        rig.Sample();
        rig.Chip.Fault = DeviceFault.WrongIdentity;
        Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.WrongDevice, s));
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Garbage_after_a_good_start_gives_no_value(string driver)
    {
        using var rig = PowerMonitorRig.Of(driver);
        DriverChecks.GarbageGivesNoValue(rig);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_frozen_converter_looks_healthy_to_the_driver_because_only_a_rule_per_channel_can_tell(string driver)
    {
        using var rig = PowerMonitorRig.Of(driver);
        var before = rig.Sample().All;
        (rig.Chip.Fault, rig.Volts.Value) = (DeviceFault.Frozen, 5);
        Assert.Equal(before, rig.Sample().All);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_brown_out_at_any_moment_gives_no_value_and_is_mended_for_the_next_round(string driver) =>
        DriverChecks.ABrownOutAtAnyMomentGivesNoValue(() => PowerMonitorRig.Of(driver), Reason.CalibrationLost);

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_missing_current_never_reads_as_zero_and_both_missing_is_no_answer(string driver)
    {
        using var rig = PowerMonitorRig.Of(driver);
        rig.Amperes.Value = null;
        var samples = rig.Sample();
        Assert.Equal(11.98, samples[0].Value!.Value, rig.Sensor.Outputs[0].Resolution);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[1]);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[2]);
        rig.Volts.Value = null;
        Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.NoAnswer, s));
        (rig.Volts.Value, rig.Amperes.Value) = (12, 1);
        Assert.Equal(Quality.Good, rig.Sample()[1].Quality);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_missing_voltage_spoils_voltage_and_power_but_not_the_current(string driver)
    {
        using var rig = PowerMonitorRig.Of(driver);
        rig.Volts.Value = null;
        var samples = rig.Sample();
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[0]);
        Assert.Equal(10, samples[1].Value!.Value, rig.Sensor.Outputs[1].Resolution);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[2]);
        Assert.All(samples.All, s => Assert.NotNull(s.Raw));
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Ratios_of_divider_and_transformer_scale_to_the_primary_side(string driver)
    {
        Ina2xxOptions options = driver switch
        {
            "ina219" => new Ina219Options { Outputs = PowerMonitorRig.Outputs },
            "ina226" => new Ina226Options { Outputs = PowerMonitorRig.Outputs },
            _ => new Ina228Options { Outputs = PowerMonitorRig.Outputs },
        };
        using var rig = new PowerMonitorRig(options with { BusRatio = 10, CurrentRatio = 60 });
        (rig.Volts.Value, rig.Amperes.Value) = (234.84, -18.4);
        var samples = rig.Sample();
        Assert.Equal(234.84, samples[0].Value!.Value, rig.Sensor.Outputs[0].Resolution);
        Assert.Equal(-18.4, samples[1].Value!.Value, rig.Sensor.Outputs[1].Resolution);
        Assert.Equal(samples[0].Value!.Value * samples[1].Value!.Value, samples[2].Value!.Value, rig.Sensor.Outputs[2].Resolution);
        Assert.Equal(["V", "A", "W"], rig.Sensor.Outputs.Select(o => o.Unit));
    }
}
