using System.Runtime.InteropServices;
using Edge.Testing;

namespace Edge.Gateway.Tests.Faults;

/// <summary>
/// A wall clock of one process that is as far off as a file says, by libfaketime: of the program on the runtime, which asks libc by that name and finds this one.
/// Monotonic clocks stay true.
/// </summary>
internal sealed class FakedClock : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    /// <param name="offset">As libfaketime writes it: +50y, -1h.</param>
    public FakedClock(string offset)
    {
        File.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(_folder.File("lib")).FullName, "libc.so"), Library);
        Set(offset);
    }

    public static string Library => $"/usr/lib/{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64")}-linux-gnu/faketime/libfaketimeMT.so.1";

    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["LD_PRELOAD"] = Library,
        ["LD_LIBRARY_PATH"] = _folder.File("lib"),
        ["FAKETIME_TIMESTAMP_FILE"] = _folder.File("offset"),
        ["FAKETIME_NO_CACHE"] = "1",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["FAKETIME_DONT_RESET"] = "1",
    };

    /// <summary>Sets the clock, also of a running process.</summary>
    public void Set(string offset)
    {
        File.WriteAllText(_folder.File("offset.new"), offset + "\n");
        File.Move(_folder.File("offset.new"), _folder.File("offset"), overwrite: true);
    }

    public void Dispose() => _folder.Dispose();
}
