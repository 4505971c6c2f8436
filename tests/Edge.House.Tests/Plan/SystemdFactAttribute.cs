namespace Edge.House.Tests.Plan;

/// <summary>Skipped, and said to be, where there is no systemd to ask; tests/vm asks the one of its machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SystemdFactAttribute : FactAttribute
{
    public const string Program = "/usr/bin/systemd-analyze";

    public SystemdFactAttribute() => Skip = File.Exists(Program) ? null : $"NOT TESTED: the exposure of the systemd unit. Needs {Program} (apt-get install systemd), or run ./edge test";
}
