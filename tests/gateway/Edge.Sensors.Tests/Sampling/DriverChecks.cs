using Edge.Ledger.Entries;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Sampling;

/// <summary>What must be true of every driver on an I2C bus, whatever it measures.</summary>
internal static class DriverChecks
{
    /// <summary>What a device that cannot be talked to is called.</summary>
    public static readonly (DeviceFault Fault, Reason Reason)[] OfTheBus =
    [
        (DeviceFault.NoAcknowledge, Reason.NoAnswer),
        (DeviceFault.Unplugged, Reason.NoAnswer),
        (DeviceFault.BusStuck, Reason.BusFault),
        (DeviceFault.ArbitrationLost, Reason.BusFault),
        (DeviceFault.TimedOut, Reason.BusFault),
        (DeviceFault.Short, Reason.Garbled),
    ];

    /// <summary>Those, and what else a chip can suffer.</summary>
    public static TheoryData<DeviceFault, Reason> Faults(params (DeviceFault Fault, Reason Reason)[] others)
    {
        var all = new TheoryData<DeviceFault, Reason>();
        foreach (var (fault, reason) in OfTheBus.Concat(others))
            all.Add(fault, reason);
        return all;
    }

    /// <summary>Good before, that reason and no other while it lasts, good after.</summary>
    public static void LeadsToItsReasonAndGoesAwayWithIt<TChip>(I2cRig<TChip> rig, DeviceFault fault, Reason reason)
        where TChip : SimulatedI2cDevice
    {
        IsGood(rig.Sample());
        rig.Chip.Fault = fault;
        Assert.All(rig.Sample().All, s => Assert.Equal((reason, reason == Reason.None), (s.Reason, s.Value is not null)));
        rig.Chip.Fault = DeviceFault.None;
        IsGood(rig.Sample());
    }

    /// <summary>Random answers after a good start are never taken for a value.</summary>
    public static void GarbageGivesNoValue<TChip>(I2cRig<TChip> rig)
        where TChip : SimulatedI2cDevice
    {
        IsGood(rig.Sample());
        rig.Chip.Fault = DeviceFault.Garbage;
        for (var round = 0; round < 200; round++)
            Assert.All(rig.Sample().All, s => Assert.Null(s.Value));
    }

    /// <summary>Registers that are lost after any transfer of a round spoil that round, for that reason, and the next is as before.</summary>
    /// <param name="make">A rig of its own for each moment.</param>
    /// <param name="reason">What the round is absent for.</param>
    /// <param name="isSetAnew">Whether the driver sets the chip anew in each round: what was lost before it then spoils nothing.</param>
    public static void ABrownOutAtAnyMomentGivesNoValue<TChip>(Func<I2cRig<TChip>> make, Reason reason, bool isSetAnew = false)
        where TChip : SimulatedI2cDevice
    {
        using var healthy = make();
        healthy.Sample();
        var first = healthy.Log.Transfers.Count;
        var good = healthy.Sample().All;
        var perRound = healthy.Log.Transfers.Count - first;
        for (var moment = isSetAnew ? 1 : 0; moment < perRound; moment++)
        {
            using var rig = make();
            rig.Sample();
            if (moment == 0)
                rig.Chip.BrownOut();
            else
                rig.Log.After = (count, _) => { if (count == first + moment) rig.Chip.BrownOut(); };
            Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(reason, s));
            Assert.Equal(good, rig.Sample().All);
        }
    }

    private static void IsGood(CollectedSamples samples) => Assert.All(samples.All, s => Assert.Equal((Quality.Good, Reason.None), (s.Quality, s.Reason)));
}
