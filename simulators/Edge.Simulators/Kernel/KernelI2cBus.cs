using System.Buffers.Binary;
using System.Globalization;
using Edge.Sensors.Buses;

namespace Edge.Simulators.Kernel;

/// <summary>An adapter of this machine's kernel, /dev/i2c-N, whose transfers a simulated bus answers; it is there until this ends.</summary>
internal sealed class KernelI2cBus : IDisposable
{
    private const string Path = "/dev/edge-i2c";

    private readonly II2cBus _bus;
    private readonly FileStream _kernel;
    private volatile bool _ended;

    /// <exception cref="IOException">The module is not there.</exception>
    public KernelI2cBus(II2cBus bus)
    {
        _bus = bus;
        _kernel = KernelDevice.Open(Path);
        Span<byte> first = stackalloc byte[4];
        _kernel.ReadExactly(first);
        Device = string.Create(CultureInfo.InvariantCulture, $"/dev/i2c-{BinaryPrimitives.ReadInt32LittleEndian(first)}");
        new Thread(Answer) { IsBackground = true, Name = Device }.Start();
    }

    /// <summary>What the gateway opens.</summary>
    public string Device { get; }

    private void Answer()
    {
        var request = new byte[KernelTransfer.Longest];
        var answer = new byte[KernelTransfer.Longest];
        try
        {
            while (!_ended)
            {
                var length = _kernel.Read(request);
                Reply(answer.AsSpan(0, KernelTransfer.Answer(request.AsSpan(0, length), _bus, answer)));
            }
        }
        catch (Exception e) when (_ended && e is IOException or ObjectDisposedException)
        {
            // It was closed while it waited for the next request.
        }
    }

    /// <summary>The kernel refuses an answer that came after it had given up waiting; the next request is another one.</summary>
    private void Reply(ReadOnlySpan<byte> answer)
    {
        try
        {
            _kernel.Write(answer);
        }
        catch (IOException) when (!_ended)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended = true;
        _kernel.Dispose();
    }
}
