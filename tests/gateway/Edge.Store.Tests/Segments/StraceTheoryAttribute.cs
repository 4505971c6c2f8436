namespace Edge.Store.Tests.Segments;

/// <summary>A theory that needs strace, which makes system calls of a program fail.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StraceTheoryAttribute : TheoryAttribute
{
    public const string Program = "/usr/bin/strace";

    public StraceTheoryAttribute()
    {
        if (!File.Exists(Program))
            Skip = "NOT TESTED: needs strace. apt-get install strace, or run ./edge test";
    }
}
