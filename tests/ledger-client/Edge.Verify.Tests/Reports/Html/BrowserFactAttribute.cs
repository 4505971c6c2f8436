namespace Edge.Verify.Tests.Reports.Html;

/// <summary>A fact about a page in a real browser; "./edge test" installs it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!Chromium.IsThere)
            Skip = "NOT TESTED: needs a browser. apt-get install chromium poppler-utils fonts-noto-cjk, or run ./edge test";
    }
}
