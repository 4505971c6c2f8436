using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary>
/// <c>/dev/i2c-N</c> through I2C_RDWR (kernel, Documentation/i2c/dev-interface.rst). Opens when first used and again, with
/// back-off, when the adapter was gone.
/// </summary>
public sealed unsafe class LinuxI2cBus : II2cBus
{
    private const int LongestMessage = 8192;

    /// <summary>Longest transfer unless told otherwise. The kernel's own is 1 s with most adapters, in which nobody else on the bus can be read.</summary>
    public static readonly TimeSpan UsualTimeout = TimeSpan.FromMilliseconds(50);

    private readonly string _path;
    private readonly TimeSpan _timeout;
    private readonly Backoff _backoff;
    private readonly Lock _gate = new();
    private int _descriptor = -1;
    private volatile string? _trouble;

    /// <param name="path">For example /dev/i2c-1.</param>
    /// <param name="name">The bus' name in the configuration.</param>
    /// <param name="time">For back-off.</param>
    /// <param name="timeout">Longest transfer, told to the adapter in steps of 10 ms; one that does not heed it keeps its own.</param>
    public LinuxI2cBus(string path, string name, TimeProvider time, TimeSpan? timeout = null)
    {
        _path = path;
        _timeout = timeout ?? UsualTimeout;
        Name = name;
        _backoff = new Backoff(time);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Trouble => _trouble;

    /// <inheritdoc/>
    public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.Length > LongestMessage || read.Length > LongestMessage)
            return I2cStatus.Refused;
        lock (_gate)
        {
            if (_descriptor < 0 && !TryOpen())
                return I2cStatus.Gone;
            // The kernel reads and writes the spans' own memory during the call only.
            fixed (byte* written = write, received = read)
            {
                var messages = stackalloc I2cMessage[2];
                var count = 0;
                if (write.Length > 0 || read.Length == 0)
                    messages[count++] = new I2cMessage { Address = address, Length = (ushort)write.Length, Buffer = written };
                if (read.Length > 0)
                    messages[count++] = new I2cMessage { Address = address, Flags = I2cMessage.ReadFlag, Length = (ushort)read.Length, Buffer = received };
                var transaction = new I2cTransaction { Messages = messages, Count = (uint)count };
                var done = LibC.Ioctl(_descriptor, I2cTransaction.Request, &transaction);
                if (done == count)
                    return I2cStatus.Ok;
                if (done >= 0)
                    return I2cStatus.Short;
                var status = Errno.ToI2cStatus(Marshal.GetLastPInvokeError());
                if (status == I2cStatus.Gone)
                    Close(Errno.Explain(_path, Errno.ENoDev, "i2c", "the adapter has disappeared; check its connection"));
                return status;
            }
        }
    }

    private bool TryOpen()
    {
        if (!_backoff.Ready)
            return false;
        _descriptor = LibC.Open(_path, LibC.OpenReadWrite | LibC.CloseOnExec);
        if (_descriptor >= 0)
        {
            I2cTimeout.Tell(_descriptor, _timeout);
            _backoff.Succeed();
            _trouble = null;
            return true;
        }
        Close(Errno.Explain(_path, Marshal.GetLastPInvokeError(), "i2c", "enable I2C (dtparam=i2c_arm=on, module i2c-dev) and check the number with i2cdetect -l"));
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
