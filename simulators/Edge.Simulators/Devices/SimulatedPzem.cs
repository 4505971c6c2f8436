using System.Buffers.Binary;
using Edge.Sensors.Modbus;
using Edge.Sensors.Pzem;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// PZEM-004T V3.0 at byte level: answers function 04h, refuses others and what it has no registers for. It lives on the mains it
/// measures: below 80 V it is silent, and for four seconds after they come its current is absurd under a valid checksum.
/// </summary>
public sealed class SimulatedPzem
{
    private const double LeastVolts = 80, AbsurdMilliamperes = 906_166_000;
    private const int CollisionMask = 0x55;
    private static readonly long WarmUp = 4_000_000_000;

    private readonly ISignal _volts, _amperes;
    private readonly TimeProvider _time;
    private readonly Random _noise;
    private readonly byte[] _registers = new byte[PzemOptions.Registers * sizeof(ushort)];
    private long _poweredAt, _measuredAt;
    private bool _isPowered;

    /// <param name="address">1 to 247.</param>
    /// <param name="volts">Of the mains.</param>
    /// <param name="amperes">Through the load.</param>
    /// <param name="time">Whose time passes.</param>
    public SimulatedPzem(int address, ISignal volts, ISignal amperes, TimeProvider time)
    {
        Address = (byte)address;
        (_volts, _amperes, _time) = (volts, amperes, time);
        _noise = new Random(address);
    }

    /// <summary>Its address on the line.</summary>
    public byte Address { get; }

    /// <summary>What is wrong with it now.</summary>
    public DeviceFault Fault { get; set; }

    /// <summary>How long it thinks before it answers.</summary>
    public TimeSpan Thinks => Fault == DeviceFault.TimedOut ? TimeSpan.FromSeconds(10) : TimeSpan.FromMilliseconds(20);

    /// <summary>Of the mains, Hz.</summary>
    public double Hertz { get; set; } = 50;

    /// <summary>Of the load.</summary>
    public double PowerFactor { get; set; } = 1;

    /// <summary>Counted so far, Wh.</summary>
    public double WattHours { get; set; }

    /// <summary>Above so many watts the alarm is on.</summary>
    public double AlarmWatts { get; set; } = double.PositiveInfinity;

    /// <summary>The supply dips.</summary>
    public void BrownOut() => _isPowered = false;

    /// <summary>What it answers to a question addressed to it: bytes written, 0 when it is silent.</summary>
    public int Answer(ReadOnlySpan<byte> question, Span<byte> answer)
    {
        if (Fault is DeviceFault.NoAcknowledge || !Power() || !ModbusFrame.IsSealed(question))
            return 0;
        if (Refusal(question) is { } refusal)
            return Refuse(question, refusal, answer);
        var (first, count) = (BinaryPrimitives.ReadUInt16BigEndian(question[2..]), BinaryPrimitives.ReadUInt16BigEndian(question[4..]));
        if (Fault != DeviceFault.Frozen)
            Measure();
        answer = answer[..ModbusFrame.AnswerLength(count)];
        (answer[0], answer[1], answer[2]) = (Address, ModbusFrame.ReadInputRegisters, (byte)(count * sizeof(ushort)));
        _registers.AsSpan(first * sizeof(ushort), count * sizeof(ushort)).CopyTo(answer[ModbusFrame.Head..]);
        ModbusFrame.Seal(answer);
        if (Fault == DeviceFault.Garbage)
            _noise.NextBytes(answer);
        if (Fault == DeviceFault.BitFlips)
            answer[_noise.Next(answer.Length)] ^= (byte)(1 << _noise.Next(8));
        if (Fault == DeviceFault.ArbitrationLost)
            answer[ModbusFrame.Head] ^= CollisionMask;
        return Fault == DeviceFault.Short ? answer.Length / 2 : answer.Length;
    }

    private bool Power()
    {
        var now = _time.Nanoseconds();
        var wasPowered = _isPowered;
        _isPowered = Fault != DeviceFault.Unplugged && Read(_volts, now) >= LeastVolts;
        if (_isPowered && !wasPowered)
            (_poweredAt, _measuredAt) = (now, now);
        return _isPowered;
    }

    private ModbusException? Refusal(ReadOnlySpan<byte> question) =>
        Fault == DeviceFault.NeverReady ? ModbusException.Busy
        : Fault == DeviceFault.WrongIdentity ? ModbusException.IllegalAddress
        : question[1] != ModbusFrame.ReadInputRegisters ? ModbusException.IllegalFunction
        : BinaryPrimitives.ReadUInt16BigEndian(question[2..]) + BinaryPrimitives.ReadUInt16BigEndian(question[4..]) > PzemOptions.Registers ? ModbusException.IllegalAddress
        : null;

    private static int Refuse(ReadOnlySpan<byte> question, ModbusException why, Span<byte> answer)
    {
        answer = answer[..ModbusFrame.ExceptionLength];
        (answer[0], answer[1], answer[2]) = (question[0], (byte)(question[1] | ModbusFrame.ExceptionFlag), (byte)why);
        ModbusFrame.Seal(answer);
        return answer.Length;
    }

    private void Measure()
    {
        var now = _time.Nanoseconds();
        var (volts, amperes) = (Read(_volts, now), Read(_amperes, now));
        var watts = volts * amperes * PowerFactor;
        WattHours += watts * (now - _measuredAt) / 3600e9;
        _measuredAt = now;
        var isAbsurd = now - _poweredAt < WarmUp;
        Set(PzemRegister.Voltage, volts * 10);
        SetWide(PzemRegister.Current, Fault == DeviceFault.Saturated ? uint.MaxValue : isAbsurd ? AbsurdMilliamperes : amperes * 1000);
        SetWide(PzemRegister.Power, Fault == DeviceFault.Saturated ? uint.MaxValue : watts * 10);
        SetWide(PzemRegister.Energy, Math.Floor(WattHours));
        Set(PzemRegister.Frequency, Hertz * 10);
        Set(PzemRegister.PowerFactor, PowerFactor * 100);
        Set(PzemRegister.Alarm, watts > AlarmWatts ? ushort.MaxValue : 0);
    }

    private static double Read(ISignal signal, long now) => signal.TryRead(now, out var value) ? value : 0;

    private void Set(PzemRegister register, double code) =>
        BinaryPrimitives.WriteUInt16BigEndian(_registers.AsSpan((int)register * sizeof(ushort)), (ushort)Math.Round(code));

    private void SetWide(PzemRegister register, double code)
    {
        var bits = (uint)Math.Round(code);
        Set(register, bits & 0xFFFF);
        Set(register + 1, bits >> 16);
    }
}
