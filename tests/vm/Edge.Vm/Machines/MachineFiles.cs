using System.Runtime.InteropServices;
using Edge.Testing;

namespace Edge.Vm.Machines;

/// <summary>The virtual machine that <c>tests/vm/machine/set-up</c> made in artifacts/vm.</summary>
public static class MachineFiles
{
    /// <summary>Kernel, first memory and root disk.</summary>
    public static string Place { get; } = Path.Combine(Programs.RepositoryRoot, "artifacts", "vm");

    /// <summary>The script that boots it.</summary>
    public static string Boot { get; } = Path.Combine(Programs.RepositoryRoot, "tests", "vm", "machine", "boot");

    /// <summary>The host's .NET, which the guest runs as well.</summary>
    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Why nothing can be tried in it here; null if it can.</summary>
    public static string? Missing =>
        !IsInPath(Emulator) ? Words($"{Emulator} is not installed")
        : !File.Exists(Path.Combine(Place, "made")) ? Words($"there is no virtual machine in {Place}")
        : null;

    private static string Emulator => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "qemu-system-aarch64" : "qemu-system-x86_64";

    private static string Words(string what) => $"SKIPPED, NOT PROVED: {what}. ./edge test and ./edge torture power set it up.";

    private static bool IsInPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin").Any(folder => File.Exists(Path.Combine(folder, program)));
}
