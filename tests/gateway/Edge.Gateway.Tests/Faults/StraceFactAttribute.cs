namespace Edge.Gateway.Tests.Faults;

/// <summary>A test that makes system calls of a running program fail: skipped, and said so, without strace or where this user may not trace.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StraceFactAttribute : FactAttribute
{
    public const string Program = "/usr/bin/strace";

    public StraceFactAttribute()
    {
        if (!File.Exists(Program) || !Environment.IsPrivilegedProcess)
            Skip = "NOT TESTED: failing system calls of a running gateway. Needs strace (apt-get install strace, or run ./edge test) and root.";
    }
}
