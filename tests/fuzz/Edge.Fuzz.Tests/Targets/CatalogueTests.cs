using Edge.Fuzz.Runs;
using Edge.Fuzz.Seeds;
using Edge.Fuzz.Targets;

namespace Edge.Fuzz.Tests.Targets;

/// <summary>A short run of every parser; the long ones are made by hand, see README.md.</summary>
public sealed class CatalogueTests
{
    private const long Inputs = 60_000;
    private const long Seed = 20261121;

    public static TheoryData<string> Names() => [.. Catalogue.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_the_input_a_parser_keeps_its_promises(string name)
    {
        var target = Catalogue.All.Single(t => t.Name == name);

        var report = new FuzzRun(target, Seed, TimeProvider.System).Run(Inputs / target.Cost, null, null, CancellationToken.None);

        Assert.Empty(report.Failures);
        Assert.InRange(report.Accepted, 1, report.Inputs - 1);
        Assert.True(report.Classes > 1, "every input was refused for the same reason");
    }

    [Fact]
    public void Names_are_given_once_and_regressions_belong_to_one()
    {
        string[] names = [.. Catalogue.All.Select(t => t.Name)];

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Subset(names.ToHashSet(), Regressions.Parsers.ToHashSet());
    }
}
