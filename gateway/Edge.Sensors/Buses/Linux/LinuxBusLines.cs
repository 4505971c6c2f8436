using System.Runtime.InteropServices;
using Edge.Sensors.Buses.Recovery;

namespace Edge.Sensors.Buses.Linux;

/// <summary>
/// SCL and SDA through two lines of the GPIO character device, requested together as open-drain outputs that are let go. They must be spare pins wired to the
/// bus: a pin that the adapter itself uses would be taken from it. Requested when first used, and again after they were lost.
/// </summary>
/// <param name="label">The chip's label, for example pinctrl-bcm2711 (or its kernel name).</param>
/// <param name="scl">The offset of the line at SCL.</param>
/// <param name="sda">The offset of the line at SDA.</param>
/// <param name="deviceFolder">Where the character devices are.</param>
public sealed unsafe class LinuxBusLines(string label, int scl, int sda, string deviceFolder = "/dev") : IBusLines
{
    private const ulong Clock = 1, Data = 2, Both = Clock | Data;
    private const uint HalfClockMicroseconds = 5;

    private int _lines = -1;

    /// <inheritdoc/>
    public string? Trouble { get; private set; }

    /// <inheritdoc/>
    public bool TryRead(out bool clock, out bool data)
    {
        var values = new GpioLineValues { Mask = Both };
        var isRead = TryRequest() && Ask(GpioUapi.GetValues, &values);
        clock = isRead && (values.Bits & Clock) != 0;
        data = isRead && (values.Bits & Data) != 0;
        return isRead;
    }

    /// <inheritdoc/>
    public bool TryDrive(bool clock, bool data)
    {
        var values = new GpioLineValues { Mask = Both, Bits = (clock ? Clock : 0) | (data ? Data : 0) };
        if (!TryRequest() || !Ask(GpioUapi.SetValues, &values))
            return false;
        _ = LibC.SleepMicroseconds(HalfClockMicroseconds);
        return true;
    }

    private bool Ask(uint request, GpioLineValues* values)
    {
        if (LibC.Ioctl(_lines, request, values) == 0)
            return true;
        Trouble = $"The lines {scl} and {sda} of {label} were lost: check the board's connection.";
        Dispose();
        return false;
    }

    private bool TryRequest()
    {
        if (_lines >= 0)
            return true;
        var chip = GpioChip.Open(label, deviceFolder, out var trouble);
        if (chip < 0)
        {
            Trouble = trouble;
            return false;
        }

        var request = new GpioLineRequest { LineCount = 2 };
        request.Offsets[0] = (uint)scl;
        request.Offsets[1] = (uint)sda;
        "edge-gateway"u8.CopyTo(request.Consumer);
        request.Config.Flags = GpioUapi.Output | GpioUapi.OpenDrain;
        request.Config.LetGo(Both);
        var failed = LibC.Ioctl(chip, GpioUapi.GetLine, &request) < 0;
        var errno = failed ? Marshal.GetLastPInvokeError() : 0;
        _ = LibC.Close(chip);
        Trouble = !failed ? null
            : errno == Errno.EInval ? $"{label} has no lines {scl} and {sda} that can be open-drain: check scl and sda under recovery."
            : Errno.Explain($"Line {scl} or {sda} of {label}", errno, "gpio", "check the chip");
        _lines = failed ? -1 : request.Descriptor;
        return !failed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_lines >= 0)
            _ = LibC.Close(_lines);
        _lines = -1;
    }
}
