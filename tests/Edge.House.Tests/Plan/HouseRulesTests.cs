namespace Edge.House.Tests.Plan;

public class HouseRulesTests
{
    [Fact]
    public void No_file_is_too_long() => Assert.Empty(Broken(HouseRules.TooLong));

    [Fact]
    public void Every_file_and_folder_has_a_name_that_says_something() => Assert.Empty(Repository.Files.Select(HouseRules.NameSaysNothing).OfType<string>());

    [Fact]
    public void Nothing_names_a_place_of_one_machine_or_a_secret() => Assert.Empty(Broken(HouseRules.ForeignPlace));

    [Fact]
    public void Stacks_are_chosen_by_the_project_and_not_by_directives() => Assert.Empty(Broken(HouseRules.Conditional));

    [Fact]
    public void Every_file_is_text() => Assert.Empty(Broken(HouseRules.Binary));

    [Fact]
    public void A_file_beyond_the_limit_is_named()
    {
        Assert.Null(HouseRules.TooLong("gateway/A.cs", new string('\n', HouseRules.MaxLines)));
        Assert.Contains("gateway/A.cs has 401 lines", HouseRules.TooLong("gateway/A.cs", new string('\n', HouseRules.MaxLines + 1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gateway/Utils/Path.cs", false)]
    [InlineData("gateway/StringHelper.cs", false)]
    [InlineData("gateway/ConnectionManager.cs", false)]
    [InlineData("gateway/Edge.Common/A.cs", false)]
    [InlineData("gateway/Utility.cs", true)]
    [InlineData("gateway/Tunnel.cs", true)]
    public void An_empty_name_is_found(string file, bool fine) => Assert.Equal(fine, HouseRules.NameSaysNothing(file) is null);

    [Theory]
    [InlineData("see /{0}/main/x", "work")]
    [InlineData("see /{0}/me/x", "home")]
    [InlineData("<{0}Sources>", "package")]
    [InlineData("-----BEGIN EC {0} KEY-----", "PRIVATE")]
    public void A_place_of_one_machine_is_found(string text, string word) =>
        Assert.NotNull(HouseRules.ForeignPlace("a.md", string.Format(System.Globalization.CultureInfo.InvariantCulture, text, word)));

    [Theory]
    [InlineData("https://example.org/work/1")]
    [InlineData("tests/work/flow.cs")]
    [InlineData("$HOME/.dotnet")]
    public void An_innocent_path_is_left_alone(string text) => Assert.Null(HouseRules.ForeignPlace("a.md", text));

    [Fact]
    public void A_directive_is_found()
    {
        Assert.NotNull(HouseRules.Conditional("a.cs", "class A;\n#if MANAGED\n#endif"));
        Assert.Null(HouseRules.Conditional("a.cs", "// #if is not used\n#pragma warning disable X"));
    }

    private static IEnumerable<string> Broken(Func<string, string, string?> rule) =>
        Repository.Files.Select(file => rule(file, Repository.Read(file))).OfType<string>();
}
