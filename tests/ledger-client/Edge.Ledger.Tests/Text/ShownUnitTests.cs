using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Text;

public sealed class ShownUnitTests
{
    [Theory]
    [InlineData("Cel", "°C")]
    [InlineData("degC", "°C")]
    [InlineData("uS/cm", "µS/cm")]
    [InlineData("[psi]", "psi")]
    [InlineData("/", "")]
    [InlineData("bar", "bar")]
    [InlineData("no unit", "\"no unit\"")]
    public void A_unit_is_shown_by_the_sign_that_people_know(string unit, string shown) => Assert.Equal(shown, ShownUnit.Of(unit));
}
