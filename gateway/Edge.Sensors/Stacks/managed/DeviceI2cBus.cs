using System.Device.I2c;
using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;

namespace Edge.Sensors.Stacks;

/// <summary>
/// An adapter through System.Device.I2c, which uses I2C_RDWR as well. Opens when first used and again, with back-off, when the adapter was gone.
/// A transfer that fails allocates: it comes as an exception.
/// </summary>
public sealed class DeviceI2cBus : II2cBus
{
    private const int LongestMessage = 8192;
    private const string Prefix = "/dev/i2c-";

    private readonly string _path;
    private readonly TimeSpan _timeout;
    private readonly Backoff _backoff;
    private readonly Func<int, I2cBus> _open;
    private readonly Action<string, TimeSpan> _tell;
    private readonly Lock _gate = new();
    private readonly Dictionary<byte, I2cDevice> _devices = [];
    private I2cBus? _bus;
    private volatile string? _trouble;

    /// <param name="path">/dev/i2c-N: the package opens adapters by their number.</param>
    /// <param name="name">The bus' name in the configuration.</param>
    /// <param name="time">For back-off.</param>
    /// <param name="timeout">Longest transfer, told to the adapter in steps of 10 ms; one that does not heed it keeps its own.</param>
    /// <param name="open">Opens adapter N, which this then owns; null: the package does.</param>
    /// <param name="tell">Tells the adapter at a path how long a transfer may take; null: the kernel is told.</param>
    public DeviceI2cBus(string path, string name, TimeProvider time, TimeSpan timeout, Func<int, I2cBus>? open = null, Action<string, TimeSpan>? tell = null)
    {
        _path = path;
        _timeout = timeout;
        _open = open ?? I2cBus.Create;
        _tell = tell ?? TellTimeout;
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
            if (_bus is null && !TryOpen())
                return I2cStatus.Gone;
            try
            {
                var device = Device(address);
                if (write.Length == 0 && read.Length == 0)
                    device.ReadByte(); // Of an empty write the package sends not even the address.
                else if (read.Length == 0)
                    device.Write(write);
                else if (write.Length == 0)
                    device.Read(read);
                else
                    device.WriteRead(write, read);
                return I2cStatus.Ok;
            }
            catch (IOException failure)
            {
                var status = Errno.ToI2cStatus(NumberIn(failure.Message));
                if (status == I2cStatus.Gone)
                    Close(Errno.Explain(_path, Errno.ENoDev, "i2c", "the adapter has disappeared; check its connection"));
                return status;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
            Close("ended");
    }

    private I2cDevice Device(byte address)
    {
        if (!_devices.TryGetValue(address, out var device))
            _devices.Add(address, device = _bus!.CreateDevice(address));
        return device;
    }

    private bool TryOpen()
    {
        if (!_backoff.Ready)
            return false;
        if (!_path.StartsWith(Prefix, StringComparison.Ordinal) || !int.TryParse(_path.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Close($"{_path} cannot be opened: System.Device.I2c knows adapters as {Prefix}N only. Name it so, or build with Stack=system.");
            return false;
        }

        try
        {
            _tell(_path, _timeout);
            _bus = _open(number);
            _backoff.Succeed();
            _trouble = null;
            return true;
        }
        catch (IOException failure)
        {
            Close(Errno.Explain(_path, NumberIn(failure.Message), "i2c", "enable I2C (dtparam=i2c_arm=on, module i2c-dev) and check the number with i2cdetect -l"));
            return false;
        }
    }

    // The package has no way to: the adapter is opened once more for it, and keeps what it was told.
    private static void TellTimeout(string path, TimeSpan timeout)
    {
        var adapter = LibC.Open(path, LibC.OpenReadWrite | LibC.CloseOnExec);
        if (adapter < 0)
            return;
        I2cTimeout.Tell(adapter, timeout);
        _ = LibC.Close(adapter);
    }

    private void Close(string trouble)
    {
        foreach (var device in _devices.Values)
            device.Dispose();
        _devices.Clear();
        _bus?.Dispose();
        _bus = null;
        _trouble = trouble;
        _backoff.Fail();
    }

    // "Error 121 (Remote I/O error) performing ...": the package says the kernel's number in its words only.
    private static int NumberIn(string message)
    {
        var digits = message.AsSpan().TrimStart("Error ");
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(length < 0 ? digits : digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Marshal.GetLastPInvokeError();
    }
}
