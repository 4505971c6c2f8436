using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Edge.Torture.Power.Guest;

/// <summary>
/// The control that a store which never flushes must fail: from now on the kernel answers 0 to every call of this process that would flush, and does nothing
/// (a seccomp filter, see seccomp(2)). Unlike LD_PRELOAD it also holds for calls that were looked up in libc by name.
/// </summary>
[SupportedOSPlatform("linux")]
internal static partial class NoFlush
{
    private const int SetNoNewPrivileges = 38;   // PR_SET_NO_NEW_PRIVS
    private const nint FilterMode = 1, AllThreads = 1;   // SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC
    private const ushort LoadWord = 0x20, JumpIfEqual = 0x15, Return = 0x06;   // BPF_LD|BPF_W|BPF_ABS, BPF_JMP|BPF_JEQ|BPF_K, BPF_RET|BPF_K
    private const uint Allow = 0x7fff0000, AnswerZero = 0x00050000;   // SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO with errno 0

    // fsync, fdatasync, sync_file_range, msync, syncfs, sync
    private static readonly uint[] CallsOfX64 = [74, 75, 277, 26, 306, 162];
    private static readonly uint[] CallsOfArm64 = [82, 83, 84, 227, 267, 81];

    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    /// <exception cref="InvalidOperationException">The kernel refused.</exception>
    public static unsafe void Begin()
    {
        var calls = IsArm ? CallsOfArm64 : CallsOfX64;
        Instruction[] program =
        [
            new(LoadWord, 0, 0, 0),   // the call's number
            .. calls.Select((call, at) => new Instruction(JumpIfEqual, (byte)(calls.Length - at), 0, call)),
            new(Return, 0, 0, Allow),
            new(Return, 0, 0, AnswerZero),
        ];
        fixed (Instruction* first = program)
        {
            var filter = new Filter { Length = (ushort)program.Length, Program = first };
            if (Control(SetNoNewPrivileges, 1, 0, 0, 0) != 0 || SystemCall(IsArm ? 277 : 317, FilterMode, AllThreads, (nint)(&filter)) != 0)
                throw new InvalidOperationException($"The kernel takes no filter: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Control(int option, nint a, nint b, nint c, nint d);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint a, nint b, nint c);

    /// <summary>struct sock_filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Filter
    {
        public ushort Length;
        public Instruction* Program;
    }
}
