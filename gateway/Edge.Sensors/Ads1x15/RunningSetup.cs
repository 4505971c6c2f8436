using Edge.Ledger.Entries;
using Edge.Sensors.Buses;

namespace Edge.Sensors.Ads1x15;

/// <summary>What a converter that runs by itself must hold: written once, read back one register at a time.</summary>
/// <param name="registers">Its registers.</param>
/// <param name="options">Valid options.</param>
internal sealed class RunningSetup(WordRegisters registers, Ads1x15Options options)
{
    private readonly (Ads1x15Register Register, ushort Held, ushort PowerOn, ushort Ignored)[] _setup =
    [
        (Ads1x15Register.HighThreshold, Ads1x15Chip.ReadyHigh, options.Chip.PowerOnHigh, 0),
        (Ads1x15Register.LowThreshold, Ads1x15Chip.ReadyLow, Ads1x15Chip.PowerOnLow, 0),
        (Ads1x15Register.Config, options.Chip.Run(options.Inputs[0].Terminal, options.Gain, options.DataRate), Ads1x15Chip.PowerOn, Ads1x15Chip.Start),
    ];

    private int _next;

    /// <summary>Writes it all; the config, which starts the chip, last.</summary>
    public Reason Write()
    {
        foreach (var (register, held, _, _) in _setup)
        {
            if (registers.Write((byte)register, held) is not I2cStatus.Ok and var status)
                return status.ToReason();
        }

        return Reason.None;
    }

    /// <summary>Reads all of it back, the config first.</summary>
    public Reason Check()
    {
        for (var place = _setup.Length - 1; place >= 0; place--)
        {
            if (Check(place) is not Reason.None and var reason)
                return reason;
        }

        return Reason.None;
    }

    /// <summary>Reads back the next register, every other time the config.</summary>
    public Reason CheckNext()
    {
        _next = (_next + 1) % 4;
        return Check(_next % 2 == 0 ? _next / 2 : _setup.Length - 1);
    }

    /// <summary>Reads the config back: a supply that dipped shows there.</summary>
    public Reason CheckConfig() => Check(_setup.Length - 1);

    private Reason Check(int place)
    {
        var (register, held, powerOn, ignored) = _setup[place];
        if (registers.Read((byte)register, out var word) is not I2cStatus.Ok and var status)
            return status.ToReason();
        return (word | ignored) == (held | ignored) ? Reason.None
            : (word | ignored) == (powerOn | ignored) ? Reason.CalibrationLost : Reason.Garbled;
    }
}
