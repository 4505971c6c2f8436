using Edge.Testing;
using Edge.Verify.Commands;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Commands;

public sealed class ExitCodeTests
{
    [Fact]
    public void The_table_of_exit_codes_has_every_one_of_them_and_no_other() =>
        Assert.Equal(Enum.GetValues<ExitCode>().Select(c => (int)c), ExitCodeTable.Read()["verify"].Codes);

    [Fact]
    public void Help_names_each_and_has_an_example_in_both_languages()
    {
        foreach (var (help, example) in new[] { (Languages.Phrases(Language.English).Help, "Example: edge-verify "), (Languages.Phrases(Language.Chinese).Help, "例：edge-verify ") })
        {
            Assert.Contains(example, help, StringComparison.Ordinal);
            Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Matches($"(?m)(^|[ ：；]){(int)code}[:：]", help));
        }
    }
}
