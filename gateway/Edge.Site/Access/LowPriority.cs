using System.Runtime.InteropServices;

namespace Edge.Site.Access;

/// <summary>Work that gives way to measuring: on a thread of its own with the least claim to a core (nice 19; Linux counts it by thread).</summary>
internal static partial class LowPriority
{
    private const int ThisThread = 0;
    private const int Least = 19;

    public static Task<T> RunAsync<T>(Func<T> work) => Task.Factory.StartNew(
        () =>
        {
            // Where it is not granted the work is done all the same.
            _ = SetPriority(ThisThread, 0, Least);
            return work();
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int nice);
}
