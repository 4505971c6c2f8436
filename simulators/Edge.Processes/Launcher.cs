using System.Collections.Concurrent;
using System.Diagnostics;

namespace Edge.Processes;

/// <summary>
/// Starts processes from one thread that lives as long as this process. The kernel sends the parent-death signal when the *thread* that forked ends, so a pool
/// thread must not do it.
/// </summary>
internal static class Launcher
{
    private static readonly BlockingCollection<Action> Work = [];

    static Launcher() => new Thread(Run) { IsBackground = true, Name = "process launcher" }.Start();

    public static void Start(Process process)
    {
        var started = new TaskCompletionSource();
        Work.Add(() =>
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception failure)
            {
                started.SetException(failure);
            }
        });
        started.Task.GetAwaiter().GetResult();
    }

    private static void Run()
    {
        foreach (var work in Work.GetConsumingEnumerable())
            work();
    }
}
