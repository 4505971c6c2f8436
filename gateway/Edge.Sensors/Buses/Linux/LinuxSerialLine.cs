using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary>
/// A serial device of the kernel (a USB adapter, a UART of the board, a pseudo-terminal). Opens when first used and again, with
/// back-off, when it was gone.
/// </summary>
public sealed unsafe class LinuxSerialLine : ISerialLine
{
    private readonly string _path;
    private readonly Backoff _backoff;
    private readonly Lock _gate = new();
    private int _descriptor = -1;
    private int _taken;
    private volatile string? _trouble;

    /// <param name="path">For example /dev/ttyUSB0.</param>
    /// <param name="name">The line's key in the configuration.</param>
    /// <param name="time">For back-off.</param>
    public LinuxSerialLine(string path, string name, TimeProvider time)
    {
        _path = path;
        Name = name;
        _backoff = new Backoff(time);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Trouble => _trouble;

    /// <inheritdoc/>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <inheritdoc/>
    public void Release() => Volatile.Write(ref _taken, 0);

    /// <inheritdoc/>
    public bool Send(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_descriptor < 0 && !TryOpen())
                return false;
            fixed (byte* sent = bytes)
            {
                if (LibC.Ioctl(_descriptor, Termios2.Flush, null) == 0 && LibC.Write(_descriptor, sent, (nuint)bytes.Length) == bytes.Length)
                    return true;
            }
            return Lose();
        }
    }

    /// <inheritdoc/>
    public bool TryReceive(Span<byte> bytes, out int count)
    {
        count = 0;
        lock (_gate)
        {
            if (_descriptor < 0)
                return false;
            fixed (byte* received = bytes)
                count = (int)LibC.Read(_descriptor, received, (nuint)bytes.Length);
            if (count > 0)
                return true;
            var nothing = count < 0 && Marshal.GetLastPInvokeError() is Errno.EAgain or Errno.EIntr;
            count = 0;
            return nothing || Lose();
        }
    }

    private bool TryOpen()
    {
        if (!_backoff.Ready)
            return false;
        _descriptor = LibC.Open(_path, LibC.OpenReadWrite | LibC.NotControlling | LibC.NonBlocking | LibC.CloseOnExec);
        var raw = Termios2.Raw9600();
        if (_descriptor >= 0 && LibC.Ioctl(_descriptor, Termios2.Set, &raw) == 0 && LibC.Ioctl(_descriptor, Termios2.Exclusive, null) == 0)
        {
            _backoff.Succeed();
            _trouble = null;
            return true;
        }
        var errno = Marshal.GetLastPInvokeError();
        Close(errno == Errno.ENoTty ? $"{_path} is not a serial line: check the path under buses."
            : Errno.Explain(_path, errno, "dialout", "check the adapter's plug and its name (ls /dev/serial/by-id)"));
        return false;
    }

    private bool Lose()
    {
        Close(Errno.Explain(_path, Errno.ENoDev, "dialout", "the adapter has disappeared; check its connection"));
        return false;
    }

    private void Close(string trouble)
    {
        if (_descriptor >= 0)
            _ = LibC.Close(_descriptor);
        _descriptor = -1;
        _trouble = trouble;
        _backoff.Fail();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
            Close("ended");
    }
}
