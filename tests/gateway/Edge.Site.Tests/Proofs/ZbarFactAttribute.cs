namespace Edge.Site.Tests.Proofs;

/// <summary>A test that reads a QR code with a program of somebody else's: skipped, and said so, without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ZbarFactAttribute : FactAttribute
{
    public const string Program = "/usr/bin/zbarimg";

    public ZbarFactAttribute()
    {
        if (!File.Exists(Program))
            Skip = "NOT TESTED: QR codes as somebody else's reader takes them. Needs zbarimg (apt-get install zbar-tools, or run ./edge test).";
    }
}
