using Edge.Ledger.Tests;
using Edge.Verify.Tests.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Page;

/// <summary>What decides a computed value is read on the page as edge-verify tells it.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageInputsTests(PageBrowser browser)
{
    [PageFact]
    public async Task Calibrations_of_inputs_are_told_as_edge_verify_tells_them()
    {
        foreach (var definition in new[] { InputDefinitionTests.Billing, InputDefinitionTests.Shifted, InputDefinitionTests.Earlier, InputDefinitionTests.Compensated })
        {
            await using var session = await browser.Open();
            await session.Judge(InputDefinitionTests.Evidence(definition), new TestKeys().PolicyText);
            foreach (var language in Enum.GetValues<Language>())
            {
                if (language == Language.Chinese)
                    await session.Page.ClickAsync("#language");
                var page = await session.Page.TextContentAsync(".conditions") ?? "";
                Assert.All(InputDefinitionTests.Calibrations(definition, language), said => Assert.Contains(said, page, StringComparison.Ordinal));
                Assert.Equal(definition.Contains("k_factor", StringComparison.Ordinal), page.Contains("225", StringComparison.Ordinal));
                Assert.DoesNotContain("keeps_calibration", page, StringComparison.Ordinal);
            }

            Assert.Empty(session.Complaints);
        }
    }
}
