using System.Collections.ObjectModel;
using System.IO.Compression;
using System.Xml.Linq;
using Edge.Processes;
using Edge.Testing;

namespace Edge.House.Tests.Plan;

/// <summary>The choice of a stack and its messages by the real build, of a project of its own below copies of the project's build files.</summary>
public sealed class StackBuildTests : IDisposable
{
    private static readonly (string Name, string Version)[] Packages =
    [
        .. from package in XDocument.Load(Path.Combine(Programs.RepositoryRoot, "Directory.Packages.props")).Descendants("PackageVersion")
           where package.Attribute("Stack") is not null || package.Attribute("TakenAlongBy") is not null
           select (((string?)package.Attribute("Include") ?? (string?)package.Attribute("Update"))!, (string)package.Attribute("Version")!),
    ];

    private readonly TemporaryDirectory _folder = new();
    private readonly Dictionary<string, string?> _environment = new() { ["Stack"] = null, ["STACK"] = null, ["EDGE_LANG"] = "en", ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" };

    public StackBuildTests()
    {
        foreach (var file in Repository.Files.Where(file => file.StartsWith(".edge/", StringComparison.Ordinal) || file.StartsWith("Directory.", StringComparison.Ordinal)))
            _folder.Write(file, Repository.Read(file));
        _folder.Write("a/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><IsSuite>true</IsSuite></PropertyGroup></Project>""");
        _folder.Write("a/A.cs", "");
        Directory.CreateDirectory(_folder.File("source"));
        _environment["NUGET_PACKAGES"] = _folder.File("packages");   // an empty one: nothing comes from elsewhere
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Managed", "en", "error EDGE1: there is no stack \"Managed\". ")]
    [InlineData("System", "zh", "error EDGE1: 没有名为“System”的组件栈。")]
    public async Task A_stack_is_spelled_by_the_letter_and_nothing_is_written_before_that_is_said(string stack, string language, string said)
    {
        _environment["EDGE_LANG"] = language;

        var (code, lines) = await Dotnet("build", "a/A.csproj", $"-p:Stack={stack}", "-v", "quiet");

        Assert.NotEqual(0, code);
        Assert.All(lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)), line => Assert.Contains(said, line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(said, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_folder.File("artifacts")));
    }

    [Theory]
    [InlineData(null, "heroku-24", "system")]
    [InlineData("managed", "heroku-24", "managed")]
    [InlineData(null, null, "system")]
    public async Task Only_its_own_variable_is_read_whatever_MSBuild_thinks_of_case(string? own, string? foreign, string stack)
    {
        _environment["Stack"] = own;
        _environment["STACK"] = foreign;

        Assert.Equal((0, stack), await Dotnet("msbuild", "a/A.csproj", "-getProperty:Stack") is var (code, lines) ? (code, Assert.Single(lines)) : default);
    }

    [Fact]
    public async Task An_argument_is_taken_before_any_variable()
    {
        _environment["STACK"] = "heroku-24";

        Assert.Equal(["managed"], (await Dotnet("msbuild", "a/A.csproj", "-getProperty:Stack", "-p:Stack=managed")).Lines);
    }

    [Fact]
    public async Task Packages_that_no_source_has_are_one_message() => await Lacks("no package source has MQTTnet 5.2.0.1603, MQTTnet.Server 5.2.0.1603, LiteDB 5.0.21, System.Device.Gpio 4.2.0, Iot.Device.Bindings 4.2.0; also needed: Microsoft.Win32.SystemEvents 9.0.19, System.Drawing.Common 8.0.30, System.IO.Ports 9.0.23, UnitsNet 5.75.1");

    [Fact]
    public async Task In_the_language_of_the_locale_even_where_that_is_not_installed()
    {
        _environment["EDGE_LANG"] = null;
        _environment["LC_ALL"] = "zh_CN.UTF-8";

        await Lacks("软件包源中没有 MQTTnet 5.2.0.1603、MQTTnet.Server 5.2.0.1603、LiteDB 5.0.21、System.Device.Gpio 4.2.0、Iot.Device.Bindings 4.2.0；还需要：Microsoft.Win32.SystemEvents 9.0.19、System.Drawing.Common 8.0.30、System.IO.Ports 9.0.23、UnitsNet 5.75.1", "无法编译组件栈 managed：{0}。请添加或修复软件包源，或编译另一组件栈 system（");
    }

    [Fact]
    public async Task So_is_a_source_with_another_version_only()
    {
        Offer("LiteDB", "5.0.22");

        await Lacks("no package source has LiteDB 5.0.21 (nearest: 5.0.22); Directory.Packages.props sets the version");
    }

    [Fact]
    public async Task So_is_one_without_what_another_takes_along()
    {
        Offer(except: "UnitsNet");

        await Lacks("no package source has UnitsNet 5.75.1");
    }

    [Fact]
    public async Task So_is_a_damaged_package()
    {
        Offer();
        await using (var file = File.OpenWrite(_folder.File("source/LiteDB.5.0.21.nupkg")))
            file.SetLength(file.Length / 2);

        await Lacks("LiteDB 5.0.21 is damaged");
    }

    [Fact]
    public async Task With_all_of_them_it_is_built_into_a_folder_of_its_own()
    {
        Offer();

        var (code, lines) = await Dotnet("build", "a/A.csproj", "-p:Stack=managed", "-v", "quiet", $"-p:RestoreSources={_folder.File("source")}");

        Assert.True(code == 0, string.Join('\n', lines));
        Assert.True(File.Exists(_folder.File("artifacts/managed/bin/A/debug/A.dll")));
    }

    [Fact]
    public async Task So_is_a_source_that_NuGet_refuses() =>
        await Lacks("the package source http://127.0.0.1:9/v3/index.json is plain http, which NuGet refuses (allowInsecureConnections in NuGet.Config)", source: "http://127.0.0.1:9/v3/index.json");

    private async Task Lacks(string what, string said = "the managed stack cannot be built: {0}. Add or mend a package source, or build the other stack, system (", string? source = null)
    {
        var (code, lines) = await Dotnet("restore", "a/A.csproj", "-p:Stack=managed", "-v", "quiet", $"-p:RestoreSources={source ?? _folder.File("source")}");

        Assert.NotEqual(0, code);
        Assert.Contains($": error EDGE2: {said.Replace("{0}", what, StringComparison.Ordinal)}", Assert.Single(lines), StringComparison.Ordinal);
    }

    /// <summary>Puts all packages into the source, empty ones; one of them in another version, or one not at all.</summary>
    private void Offer(string? name = null, string? version = null, string? except = null)
    {
        foreach (var package in Packages.Where(package => package.Name != except))
        {
            var offered = package.Name == name ? version : package.Version;
            using var archive = ZipFile.Open(_folder.File($"source/{package.Name}.{offered}.nupkg"), ZipArchiveMode.Create);
            using var text = new StreamWriter(archive.CreateEntry($"{package.Name}.nuspec").Open());
            text.Write($"<package><metadata><id>{package.Name}</id><version>{offered}</version><authors>a</authors><description>a</description>");
            if (package.Name == "Iot.Device.Bindings")
                text.Write("""<dependencies><dependency id="UnitsNet" version="5.0.0" /></dependencies>""");
            text.Write("</metadata></package>");
        }
    }

    private async Task<(int Code, IReadOnlyList<string> Lines)> Dotnet(params string[] arguments)
    {
        await using var child = ChildProcess.Start("dotnet", arguments, _folder.Path, new ReadOnlyDictionary<string, string?>(_environment));
        var code = await child.WaitForExit(TimeSpan.FromMinutes(3));
        return (code, [.. child.Output.All.Where(line => line.Trim().Length > 0 && !line.StartsWith("Build FAILED", StringComparison.Ordinal) && !line.Trim().EndsWith("(s)", StringComparison.Ordinal) && !line.StartsWith("Time Elapsed", StringComparison.Ordinal)).Distinct()]);
    }
}
