using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>struct termios2</c> of asm-generic/termbits.h, and the requests of asm-generic/ioctls.h (x86-64 and arm64).</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Termios2
{
    /// <summary>TCSETS2.</summary>
    public const uint Set = 0x402C_542B;

    /// <summary>TCFLSH; with 0, what was received goes.</summary>
    public const uint Flush = 0x540B;

    /// <summary>TIOCEXCL: no other program may open the line.</summary>
    public const uint Exclusive = 0x540C;

    private const uint Baud9600 = 0xD, EightBits = 0x30, Receiver = 0x80, NoModem = 0x800;
    private const int Minimum = 6;

    /// <summary>c_iflag.</summary>
    public uint Input;

    /// <summary>c_oflag.</summary>
    public uint Output;

    /// <summary>c_cflag.</summary>
    public uint Control;

    /// <summary>c_lflag.</summary>
    public uint Local;

    /// <summary>c_line.</summary>
    public byte Discipline;

    /// <summary>c_cc.</summary>
    public Characters19 Characters;

    /// <summary>c_ispeed.</summary>
    public uint InputSpeed;

    /// <summary>c_ospeed.</summary>
    public uint OutputSpeed;

    /// <summary>Bytes as they are, 9,600 baud, 8N1, no modem lines; a read of nothing is EAGAIN, one of 0 bytes a line that hung up.</summary>
    public static Termios2 Raw9600()
    {
        var raw = new Termios2 { Control = Baud9600 | EightBits | Receiver | NoModem, InputSpeed = 9600, OutputSpeed = 9600 };
        raw.Characters[Minimum] = 1;
        return raw;
    }
}
