using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ade7953;

/// <summary>
/// ADE7953. It measures without being asked; a round clears its flags, lets rms and power settle, and reads them with the flags of
/// just that time: which input went past its full scale, whether there was a zero crossing, whether it converted at all. It has no
/// identity register that the maker gives a value for; what tells it is that it repeats the address it was asked for before.
/// </summary>
/// <param name="bus">The bus it is on; stays the caller's.</param>
/// <param name="options">Valid options.</param>
/// <param name="time">Whose time passes while it settles.</param>
public sealed class Ade7953Sensor(II2cBus bus, Ade7953Options options, TimeProvider time)
    : RegisterSensor($"{Ade7953Binding.Word} at 0x{options.Address:X2} on {bus.Name}", options.Describe(), Ade7953Chip.Settling, time)
{
    private readonly Ade7953Registers _registers = new(bus, (byte)options.Address);
    private readonly (Ade7953Register Register, uint Value)[] _setup = options.Setup();
    private readonly int[] _codes = new int[options.Outputs.Count];
    private int _flagsA, _flagsB;

    /// <inheritdoc/>
    protected override void Identify()
    {
        Read(Ade7953Register.Configuration);
        if (Read(Ade7953Register.LastAddress) != (uint)Ade7953Register.Configuration)
            Refuse(Reason.WrongDevice);
        if (HoldsSetup() || IsRefused)
            return;
        TakeFlags();
        Write(Ade7953Register.Unlock, Ade7953Chip.Key);
        Write(Ade7953Register.Optimum, Ade7953Chip.Optimum);
        foreach (var (register, value) in _setup)
            Write(register, value);
    }

    private bool HoldsSetup()
    {
        var holds = true;
        foreach (var (register, value) in _setup)
            holds &= Read(register) == value;
        return holds;
    }

    private void TakeFlags()
    {
        _flagsB = (int)Read(Ade7953Register.TakeFlagsB);
        _flagsA = (int)Read(Ade7953Register.TakeFlagsA);
    }

    /// <summary>It converts by itself; from here on its flags count.</summary>
    protected override void Start()
    {
        TakeFlags();
        CheckReset();
    }

    private void CheckReset()
    {
        if ((_flagsA & Ade7953Chip.Reset) != 0)
            Refuse(Reason.CalibrationLost);
    }

    /// <inheritdoc/>
    protected override bool IsReady() => (Read(Ade7953Register.FlagsA) & Ade7953Chip.Converted) != 0;

    /// <inheritdoc/>
    protected override void Collect()
    {
        for (var i = 0; i < _codes.Length; i++)
        {
            _codes[i] = options.Outputs[i].Quantity switch
            {
                Ade7953Quantity.Voltage => Unsigned(Ade7953Register.Voltage),
                Ade7953Quantity.CurrentA => Unsigned(Ade7953Register.CurrentA),
                Ade7953Quantity.CurrentB => Unsigned(Ade7953Register.CurrentB),
                Ade7953Quantity.PowerA => Signed(Ade7953Register.PowerA),
                Ade7953Quantity.PowerB => Signed(Ade7953Register.PowerB),
                _ => (int)Read(Ade7953Register.Period),
            };
        }
        TakeFlags();
        CheckReset();
    }

    /// <summary>24 bits with their sign repeated above them; anything else there is a spoilt transfer.</summary>
    private int Signed(Ade7953Register register)
    {
        var word = (int)Read(register);
        if (word << 8 >> 8 != word)
            Refuse(Reason.Garbled);
        return word;
    }

    /// <summary>24 bits; above them zeros, or their highest repeated: the datasheet says so of all its registers.</summary>
    private int Unsigned(Ade7953Register register)
    {
        var word = (int)Read(register);
        var code = word & 0xFFFFFF;
        if (word != code && word << 8 >> 8 != word)
            Refuse(Reason.Garbled);
        return code;
    }

    /// <inheritdoc/>
    protected override void CheckSetup()
    {
        if (!HoldsSetup())
            Refuse(Reason.CalibrationLost);
    }

    /// <inheritdoc/>
    protected override Sample Evaluate(int output)
    {
        var (quantity, code) = (options.Outputs[output].Quantity, _codes[output]);
        var (voltageEnds, aEnds, bEnds) = (IsSet(_flagsA, Ade7953Chip.Overvoltage), IsSet(_flagsA, Ade7953Chip.Overcurrent), IsSet(_flagsB, Ade7953Chip.Overcurrent));
        if (quantity == Ade7953Quantity.Frequency)
            return IsSet(_flagsA, Ade7953Chip.ZeroCrossing) ? Sample.Good(output, Ade7953Chip.PeriodClock / (code + 1), code) : Sample.Absent(output, Reason.NoData, code);
        var saturated = quantity switch
        {
            Ade7953Quantity.Voltage => voltageEnds,
            Ade7953Quantity.CurrentA => aEnds,
            Ade7953Quantity.CurrentB => bEnds,
            Ade7953Quantity.PowerA => voltageEnds || aEnds,
            _ => voltageEnds || bEnds,
        };
        return Judge(output, saturated, code, options.Step(quantity));
    }

    private static bool IsSet(int flags, int flag) => (flags & flag) != 0;

    /// <summary>A register; 0 once the round has a reason.</summary>
    private uint Read(Ade7953Register register)
    {
        if (IsRefused)
            return 0;
        Refuse(_registers.Read(register, out var value).ToReason());
        return value;
    }

    private void Write(Ade7953Register register, uint value)
    {
        if (!IsRefused)
            Refuse(_registers.Write(register, value).ToReason());
    }
}
