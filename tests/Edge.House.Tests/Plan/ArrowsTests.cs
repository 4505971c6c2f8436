namespace Edge.House.Tests.Plan;

public class ArrowsTests
{
    [Fact]
    public void Every_arrow_of_the_house_runs_the_right_way() => Assert.Empty(Arrows.Wrong(Repository.Projects));

    [Theory]
    [InlineData("ledger-client/Edge.Verify/Edge.Verify.csproj", "Edge.Store")]
    [InlineData("ledger-client/Edge.Ledger/Edge.Ledger.csproj", "Edge.Store")]
    [InlineData("gateway/Edge.Sensors/Edge.Sensors.csproj", "Edge.Simulators")]
    [InlineData("gateway/Edge.Store/Edge.Store.csproj", "Edge.Ledger.Mqtt")]
    [InlineData("gateway/Edge.Gateway/Edge.Gateway.csproj", "Edge.Ledger.City")]
    [InlineData("tests/ledger-client/Edge.Verify.Tests/Edge.Verify.Tests.csproj", "Edge.Gateway")]
    [InlineData("tests/ledger-client/Edge.Ledger.Tests/Edge.Ledger.Tests.csproj", "Edge.Simulators")]
    public void An_arrow_that_runs_the_wrong_way_is_named(string file, string reference)
    {
        var wrong = Assert.Single(Arrows.Wrong([new Project(file, [reference], [])]));

        Assert.StartsWith($"{Path.GetFileNameWithoutExtension(file)} -> {reference}:", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_the_plan_does_not_know_is_named() =>
        Assert.Contains("Edge.Surprise is not in the plan", Assert.Single(Arrows.Wrong([new Project("gateway/Edge.Surprise.csproj", ["Edge.Ledger"], [])])), StringComparison.Ordinal);

    [Fact]
    public void The_core_names_no_package() => Assert.Empty(Repository.Projects.Single(project => project.Name == "Edge.Ledger").Packages);

    [Fact]
    public void Every_project_is_in_the_solution_and_under_a_folder_of_the_plan()
    {
        var solution = Repository.Read("Edge.sln").Replace('\\', '/');

        Assert.All(Repository.Projects, project => Assert.Contains($"\"{project.File}\"", solution, StringComparison.Ordinal));
        Assert.All(Repository.Projects, project => Assert.Contains(project.File.Split('/')[0], (string[])["ledger-client", "gateway", "simulators", "tests"]));
    }

    [Fact]
    public void A_suite_stands_where_its_subject_stands()
    {
        var subjects = Repository.Projects.ToDictionary(project => project.Name, project => project.File.Split('/')[0]);
        foreach (var suite in Repository.Projects.Where(project => project.Name.EndsWith(".Tests", StringComparison.Ordinal)))
        {
            if (subjects.TryGetValue(suite.Name[..^".Tests".Length], out var folder))
                Assert.StartsWith(folder == "tests" ? "tests/" : $"tests/{folder}/{suite.Name}/", suite.File, StringComparison.Ordinal);
        }
    }
}
