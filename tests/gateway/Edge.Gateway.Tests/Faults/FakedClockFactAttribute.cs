namespace Edge.Gateway.Tests.Faults;

/// <summary>A test that sets the clock of a running program: skipped, and said so, without libfaketime.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FakedClockFactAttribute : FactAttribute
{
    public FakedClockFactAttribute()
    {
        if (!File.Exists(FakedClock.Library))
            Skip = "NOT TESTED: a running gateway whose clock is set. Needs libfaketime (apt-get install faketime).";
    }
}
