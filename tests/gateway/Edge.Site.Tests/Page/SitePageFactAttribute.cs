using Edge.Site.Assets;

namespace Edge.Site.Tests.Page;

/// <summary>A fact about the page in a real browser; "./edge test" installs what it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SitePageFactAttribute : FactAttribute
{
    public SitePageFactAttribute() => Skip =
        !File.Exists(SiteBrowser.Program) ? "NOT TESTED: the site page needs a browser. apt-get install chromium fonts-noto-cjk, or run ./edge test"
        : !SiteAssets.Load().HasPage ? "NOT TESTED: this build has no site page. apt-get install nodejs npm, and run ./edge test"
        : null;
}
