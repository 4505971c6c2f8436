using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Text;

public sealed class ShownValueTests
{
    [Theory]
    [InlineData(3.4000000000000004, 0.01, "3.40")]
    [InlineData(3.4, 0.0625, "3.40")]
    [InlineData(1234.5678, 1, "1235")]
    [InlineData(1234.5678, 100, "1235")]
    [InlineData(-0.001, 0.01, "0.00")]
    [InlineData(0.1 + 0.2, 0, "0.3")]
    [InlineData(1e20, 0.01, "1E+20")]
    [InlineData(2.5, 1e-15, "2.500000000000")]
    [InlineData(0.125, 0.01, "0.13")]
    [InlineData(-12.5, 1, "-13")]
    [InlineData(1.115, 0.01, "1.11")]
    [InlineData(1e14 + 0.5, 1, "100000000000001")]
    [InlineData(1e21, 1, "1E+21")]
    [InlineData(-0.0, 0.01, "0.00")]
    [InlineData(123_456.5, 0, "123457")]
    [InlineData(999_999.6, 0, "1000000")]
    [InlineData(5e-324, 0, "4.94066E-324")]
    public void A_value_has_the_decimals_of_its_resolution(double value, double resolution, string expected) => Assert.Equal(expected, ShownValue.Of(value, resolution));

    [Theory]
    [InlineData("""{"driver":"contact","channel":{"output":"state"},"options":{"means":"door"}}""", WatchedContact.Door)]
    [InlineData("""{"driver":"contact","channel":{"output":"count"},"options":{"means":"door"}}""", null)]
    [InlineData("""{"driver":"contact","channel":{"output":"state"},"options":{"means":"1"}}""", null)]
    [InlineData("""{"driver":"pulse-flow","channel":{"output":"state"},"options":{"means":"door"}}""", null)]
    [InlineData("""{"driver":"contact","channel":7}""", null)]
    [InlineData("[]", null)]
    [InlineData("contact", null)]
    public void A_contact_is_known_by_its_definition(string definition, WatchedContact? expected) => Assert.Equal(expected, ContactDefinition.Of(definition));
}
