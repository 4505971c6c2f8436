using System.Text.RegularExpressions;
using System.Xml.Linq;
using Edge.Testing;

namespace Edge.House.Tests.Plan;

/// <summary>What the managed stack is made of is said in several places: the list of packages, the projects that take them, the README, the help, pages with a version.</summary>
public sealed partial class StackTests
{
    private static readonly XElement[] Versions = [.. XDocument.Load(Path.Combine(Programs.RepositoryRoot, "Directory.Packages.props")).Descendants("PackageVersion")];

    private static readonly Dictionary<string, string> Listed =
        Versions.Where(package => (string?)package.Attribute("Stack") == "managed").ToDictionary(Name, package => (string)package.Attribute("Version")!);

    /// <summary>How the README's row begins that tells of a project's package.</summary>
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["Edge.Ledger.Mqtt"] = "`IMqttLink`",
        ["Edge.Store"] = "the index under `ILogStore`",
        ["Edge.Demo"] = "the broker of the demonstration",
        ["Edge.Sensors"] = "`II2cBus`, `IGpioLine`",
        ["Edge.Sensors.Tests"] = "`ISensor`",
    };

    // Benches hold the packages against each other; they are no part of what is built on them.
    private static bool IsMeasuring(string project) => project == "Edge.Bench";

    [Fact]
    public async Task Projects_take_the_packages_that_are_listed_for_the_managed_stack_and_no_others()
    {
        Assert.Equal(Listed.Keys.Order(), (await PackagesTaken.ByTheManagedStackAlone()).Select(taken => taken.Package).Distinct().Order());
        Assert.Empty(await PackagesTaken.ByTheSystemStackAlone());
    }

    [Fact]
    public async Task The_README_names_each_in_the_row_of_the_project_that_takes_it()
    {
        var rows = Repository.Read("README.md").Split('\n').SkipWhile(line => line != "### Two stacks").Skip(1).TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith("| the", StringComparison.Ordinal) || line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|'))
            .Select(cell => (Row: cell[1].Trim(), Package: cell[3].Trim().Split([',', ':'])[0]));
        var taken = (await PackagesTaken.ByTheManagedStackAlone()).Where(taken => !IsMeasuring(taken.Project)).ToList();

        Assert.All(taken, one => Assert.True(Rows.ContainsKey(one.Project), $"{one.Project} takes {one.Package} and has no row in the README's table."));
        Assert.Equal(taken.Select(one => (Rows[one.Project], one.Package)).Order(), rows.Select(row => (Rows.Values.FirstOrDefault(begin => row.Row.StartsWith(begin, StringComparison.Ordinal)) ?? row.Row, row.Package)).Order());
    }

    [Theory]
    [InlineData("en", @"packages from\s+NuGet, ([^;]+);")]
    [InlineData("zh", @"NuGet 软件包 ([^，]+)，")]
    public async Task The_help_names_those_that_programs_are_built_on(string language, string sentence)
    {
        var taken = (await PackagesTaken.ByTheManagedStackAlone()).Where(taken => !IsMeasuring(taken.Project) && !taken.Project.EndsWith(".Tests", StringComparison.Ordinal));

        var named = Regex.Match(Repository.Read($".edge/{language}.txt"), sentence).Groups[1].Value;
        Assert.Equal(taken.Select(one => one.Package).Distinct().Order(), Regex.Split(named, @"\s*(?:,|、|和|\band\b)\s*").Order());
    }

    [Fact]
    public void A_page_that_gives_a_version_gives_the_listed_one()
    {
        var others = from file in Repository.Files
                     where file.EndsWith(".md", StringComparison.Ordinal) || file is ".edge/en.txt" or ".edge/zh.txt"
                     from Match named in PackageWithVersion().Matches(Repository.Read(file))
                     let name = named.Groups["name"].Value
                     where Listed.TryGetValue(name, out var version) && version != named.Groups["version"].Value
                     select $"{file}: {named.Value}, listed is {Listed[name]}";

        Assert.Empty(others);
        Assert.Contains(PackageWithVersion().Matches(Repository.Read("gateway/Edge.Sensors/Stacks/README.md")), named => named.Groups["name"].Value == "Iot.Device.Bindings");
    }

    [Fact]
    public void What_a_package_takes_along_is_of_a_listed_one() =>
        Assert.All(Versions.Select(package => (string?)package.Attribute("TakenAlongBy")).OfType<string>(), name => Assert.Contains(name, Listed.Keys));

    private static string Name(XElement package) => (string?)package.Attribute("Include") ?? "";

    [GeneratedRegex(@"\b(?<name>[A-Z][\w.]*\w),? (?:version )?`?(?<version>\d+(?:\.\d+)+)")]
    private static partial Regex PackageWithVersion();
}
