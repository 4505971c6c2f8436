namespace Edge.Simulators.Kernel;

/// <summary>The character devices of the modules in <c>tests/vm/modules</c>, through which this process is a bus or a chip of the kernel.</summary>
internal static class KernelDevice
{
    /// <summary>Opens one, unbuffered; what it stands for exists until it is closed.</summary>
    /// <param name="path">For example /dev/edge-i2c.</param>
    /// <exception cref="IOException">It is not there or may not be opened; the message says what to do.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path} cannot be opened ({e.Message}): --kernel works as root in a virtual machine with the modules of tests/vm/modules; end whoever else holds the device.", e);
        }
    }
}
