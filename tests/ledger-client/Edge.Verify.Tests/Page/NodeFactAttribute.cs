namespace Edge.Verify.Tests.Page;

/// <summary>A fact about the page's program in Node.js; "./edge test" installs what it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(PagePackages.Place, "node_modules")))
            Skip = "NOT TESTED: the verifier's page is made with Node.js and npm. apt-get install nodejs npm, and run ./edge test";
    }
}
