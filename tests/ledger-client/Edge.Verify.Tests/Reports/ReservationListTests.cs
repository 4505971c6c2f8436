using Edge.Ledger.Evidence;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

public sealed class ReservationListTests
{
    [Theory]
    [InlineData(FindingCode.GatewayUnknown, "12", false)]
    [InlineData(FindingCode.GatewaySignature, "12", false)]
    [InlineData(FindingCode.ContextMismatch, "12", true)]
    public void A_name_of_digits_is_not_taken_for_an_entry(FindingCode code, string detail, bool isEntry)
    {
        var phrases = new EnglishPhrases();

        Assert.Equal(isEntry, ReservationList.Sentence(new Finding(code, detail), phrases).Contains(phrases.Entries([12], 0), StringComparison.Ordinal));
    }
}
