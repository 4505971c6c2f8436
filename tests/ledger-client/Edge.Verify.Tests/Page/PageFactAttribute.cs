using Edge.Testing;
using Edge.Verify.Outputs;

namespace Edge.Verify.Tests.Page;

/// <summary>A fact about the verifier's page in a real browser; "./edge test" installs what it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PageFactAttribute : FactAttribute
{
    public PageFactAttribute() => Skip =
        !File.Exists(PageBrowser.Program) ? "NOT TESTED: the verifier's page needs a browser. apt-get install chromium fonts-noto-cjk, or run ./edge test"
        : !VerifierPage.IsThere ? "NOT TESTED: this build has no verifier's page. apt-get install nodejs npm, and run ./edge test"
        : null;
}
