using System.Runtime.InteropServices;

namespace Edge.Ledger.Tests.Merkle.Lanes;

/// <summary>A page of zeros between two that end the process when touched.</summary>
internal sealed unsafe partial class GuardedPage : IDisposable
{
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* _pages;

    public GuardedPage()
    {
        _pages = Map(null, (nuint)(3 * Length), 0, PrivateAnonymous, -1, 0);
        if (_pages == (byte*)-1 || Protect(_pages + Length, (nuint)Length, ReadWrite) != 0)
            throw new InvalidOperationException("The kernel gives no guarded page.");
    }

    public static int Length => Environment.SystemPageSize;

    public ReadOnlySpan<byte> First(int length) => new Span<byte>(_pages + Length, Length)[..length];

    public ReadOnlySpan<byte> Last(int length) => new Span<byte>(_pages + Length, Length)[^length..];

    public void Dispose() => _ = Unmap(_pages, (nuint)(3 * Length));

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial byte* Map(byte* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(byte* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(byte* address, nuint length);
}
