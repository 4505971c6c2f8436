namespace Edge.Integration.Tests.Monitoring;

/// <summary>A test with Debian's own Prometheus that makes system calls of a gateway fail: skipped, and said so, without it or where this user may not trace.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PrometheusFactAttribute : FactAttribute
{
    public const string Strace = "/usr/bin/strace";

    public PrometheusFactAttribute()
    {
        if (!File.Exists(PrometheusServer.Program) || !File.Exists(PrometheusServer.Tool) || !File.Exists(Strace) || !Environment.IsPrivilegedProcess)
            Skip = "NOT TESTED: Prometheus beside a gateway, and the alerts. Needs prometheus and strace (apt-get install prometheus strace, or run ./edge test) and root.";
    }
}
