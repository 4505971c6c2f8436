using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Edge.Gateway.Health;

/// <summary>
/// Where a running gateway answers how it is: a Unix socket beside its log, <c>&lt;log&gt;.sock</c>. A socket's address has at most 107 bytes: in a folder
/// with a longer name it is reached through the opened folder, and a log whose own name is too long gives its socket a short one made from it.
/// </summary>
public sealed partial class StatusAddress : IDisposable
{
    private const int MostBytes = 107;
    private const int MostNameBytes = 64;
    private const int PathOnly = 0x200000;
    private const int CloseOnExec = 0x80000;

    private static readonly TimeSpan WhileCrowded = TimeSpan.FromMilliseconds(20);

    private readonly SafeFileHandle? _folder;

    private StatusAddress(UnixDomainSocketEndPoint end, SafeFileHandle? folder) => (End, _folder) = (end, folder);

    /// <summary>For bind and connect; good until this is disposed.</summary>
    public UnixDomainSocketEndPoint End { get; }

    /// <summary>The socket's path.</summary>
    /// <param name="log">The log's path.</param>
    public static string PathOf(string log)
    {
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(log));
        var name = Path.GetFileName(whole) + ".sock";
        if (Encoding.UTF8.GetByteCount(name) > MostNameBytes)
            name = $"edge-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16]}.sock";
        return Path.Combine(Path.GetDirectoryName(whole)!, name);
    }

    /// <exception cref="IOException">The folder cannot be opened.</exception>
    public static StatusAddress Open(string path)
    {
        if (Encoding.UTF8.GetByteCount(path) <= MostBytes)
            return new StatusAddress(new UnixDomainSocketEndPoint(path), null);
        var folder = Path.GetDirectoryName(path)!;
        var opened = OpenFolder(folder, PathOnly | CloseOnExec);
        if (opened < 0)
            throw new IOException($"{folder}: {Marshal.GetLastPInvokeErrorMessage()}");
        var through = string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{opened}/{Path.GetFileName(path)}");
        return new StatusAddress(new UnixDomainSocketEndPoint(through), new SafeFileHandle(opened, ownsHandle: true));
    }

    /// <summary>Connects, also when the kernel says EAGAIN because as many wait as may.</summary>
    /// <exception cref="SocketException">Nobody listens, or this user may not.</exception>
    public async Task ConnectAsync(Socket socket, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await socket.ConnectAsync(End, cancellationToken);
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
            {
                await Task.Delay(WhileCrowded, time, cancellationToken);
            }
        }
    }

    public void Dispose() => _folder?.Dispose();

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFolder(string path, int flags);
}
