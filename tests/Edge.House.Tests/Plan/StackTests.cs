using System.Xml.Linq;
using Edge.Testing;

namespace Edge.House.Tests.Plan;

/// <summary>What the managed stack is made of is said in three places: the list of packages, the projects that take them, the README.</summary>
public sealed class StackTests
{
    private const string Only = "'$(Stack)' == 'managed'";

    private static readonly string[] Listed =
        [.. XDocument.Load(Path.Combine(Programs.RepositoryRoot, "Directory.Packages.props")).Descendants("PackageVersion").Where(p => (string?)p.Attribute("Stack") == "managed").Select(Name).Order()];

    [Fact]
    public void Projects_take_the_packages_that_are_listed_for_the_managed_stack_and_no_others()
    {
        var taken = from file in Directory.EnumerateFiles(Programs.RepositoryRoot, "*.csproj", SearchOption.AllDirectories)
                    from packages in XDocument.Load(file).Descendants("ItemGroup").Where(g => (string?)g.Attribute("Condition") == Only)
                    from package in packages.Elements("PackageReference").Select(Name)
                    select package;

        Assert.Equal(Listed, taken.Distinct().Order());
    }

    [Fact]
    public void The_README_names_them_and_no_others()
    {
        var rows = File.ReadLines(Path.Combine(Programs.RepositoryRoot, "README.md")).SkipWhile(l => l != "### Two stacks").Skip(1).TakeWhile(l => !l.StartsWith('#')).Where(l => l.StartsWith("| the", StringComparison.Ordinal) || l.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(Listed, rows.Select(row => row.Split('|')[3].Trim().Split([',', ':'])[0]).Order());
    }

    private static string Name(XElement package) => (string?)package.Attribute("Include") ?? "";
}
