using Edge.Site.Assets;
using Edge.Verify.Outputs;

namespace Edge.Integration.Tests.Site;

/// <summary>A fact about both pages in a real browser; skipped, and said so, where it or one of them was not built.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public const string Program = "/usr/bin/chromium";

    public BrowserFactAttribute() => Skip = !File.Exists(Program) || !SiteAssets.Load().HasPage || !VerifierPage.IsThere
        ? "NOT TESTED: a value of the site page, proved by the verifier's page. Needs chromium, nodejs and npm: run ./edge test" : null;
}
