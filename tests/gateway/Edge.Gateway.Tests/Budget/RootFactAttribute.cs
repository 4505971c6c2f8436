namespace Edge.Gateway.Tests.Budget;

/// <summary>A test that mounts file systems: skipped, and said so, where this user may not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
            Skip = "NOT TESTED: real full disks. Mounting a small file system needs root: run this suite as root.";
    }
}
