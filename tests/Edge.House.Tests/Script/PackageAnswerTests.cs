using System.Collections.ObjectModel;
using Edge.Processes;
using Edge.Testing;

namespace Edge.House.Tests.Script;

/// <summary>What is made of NuGet's answer where a package of the managed stack cannot be had: one sentence, or nothing. The answers are NuGet's own.</summary>
public sealed class PackageAnswerTests : IDisposable
{
    private const string Wanted = "MQTTnet 5.2.0.1603, LiteDB 5.0.21, UnitsNet 5.75.1, System.IO.Ports 9.0.23";
    private const string WantedWithTakers = "MQTTnet 5.2.0.1603, LiteDB 5.0.21, UnitsNet 5.75.1 Iot.Device.Bindings, System.IO.Ports 9.0.23 Iot.Device.Bindings";
    private const string Uncoded = "/sdk/NuGet.targets(198,5): error : ";

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("NU1101: Unable to find package LiteDB. No packages exist with this id in source(s): s1\nNU1101: Unable to find package runtime.native.System.IO.Ports. No packages exist with this id in source(s): s1",
        "no package source has LiteDB 5.0.21, runtime.native.System.IO.Ports", "软件包源中没有 LiteDB 5.0.21、runtime.native.System.IO.Ports")]
    [InlineData("NU1102: Unable to find package LiteDB with version (>= 5.0.21)\nNU1102:   - Found 1 version(s) in s1 [ Nearest version: 4.1.4 ]\nNU1102:   - Found 0 version(s) in s2",
        "no package source has LiteDB 5.0.21 (nearest: 4.1.4); Directory.Packages.props sets the version", "软件包源中没有 LiteDB 5.0.21（最接近的版本：4.1.4）；版本在 Directory.Packages.props 中设定")]
    [InlineData("NU1103: Unable to find a stable package LiteDB with version (>= 5.0.21)\nNU1103:   - Found 1 version(s) in s1 [ Nearest version: 6.0.0-prerelease.0 ]",
        "no package source has LiteDB 5.0.21 (nearest: 6.0.0-prerelease.0); Directory.Packages.props sets the version", "软件包源中没有 LiteDB 5.0.21（最接近的版本：6.0.0-prerelease.0）；版本在 Directory.Packages.props 中设定")]
    [InlineData("NU1100: Unable to resolve 'UnitsNet (>= 5.75.1)' for 'net10.0'. PackageSourceMapping is enabled, the following source(s) were not considered: s1.",
        "no package source has UnitsNet 5.75.1", "软件包源中没有 UnitsNet 5.75.1")]
    [InlineData("NU1603: Warning As Error: Packages.managed depends on LiteDB (>= 5.0.21) but LiteDB 5.0.21 was not found. LiteDB 5.0.22 was resolved instead.",
        "no package source has LiteDB 5.0.21 (nearest: 5.0.22); Directory.Packages.props sets the version", "软件包源中没有 LiteDB 5.0.21（最接近的版本：5.0.22）；版本在 Directory.Packages.props 中设定")]
    [InlineData("NU1101: Unable to find package Iot.Device.Bindings. No packages exist with this id in source(s): s1\nNU1101: Unable to find package UnitsNet. No packages exist with this id in source(s): s1",
        "no package source has Iot.Device.Bindings, UnitsNet 5.75.1; also needed: System.IO.Ports 9.0.23", "软件包源中没有 Iot.Device.Bindings、UnitsNet 5.75.1；还需要：System.IO.Ports 9.0.23")]
    [InlineData("NU1302: You are running the 'restore' operation with an 'HTTP' source: http://127.0.0.1:9/v3/index.json. NuGet requires HTTPS sources. To use an HTTP source, you must explicitly set 'allowInsecureConnections' to true in your NuGet.Config file. Refer to https://aka.ms/nuget-https-everywhere for more information.",
        "the package source http://127.0.0.1:9/v3/index.json is plain http, which NuGet refuses (allowInsecureConnections in NuGet.Config)", "软件包源 http://127.0.0.1:9/v3/index.json 是明文 http，NuGet 不接受（NuGet.Config 中的 allowInsecureConnections）")]
    [InlineData("NU1803: Warning As Error: You are running the 'restore' operation with an 'HTTP' source: http://s1/index.json. Non-HTTPS access will be removed in a future version. Consider migrating to an 'HTTPS' source.",
        "the package source http://s1/index.json is plain http, which NuGet refuses (allowInsecureConnections in NuGet.Config)", "软件包源 http://s1/index.json 是明文 http，NuGet 不接受（NuGet.Config 中的 allowInsecureConnections）")]
    [InlineData("NU1605: Warning As Error: Detected package downgrade: MQTTnet from 5.3.0 to 5.2.0.1603.",
        "Detected package downgrade: MQTTnet from 5.3.0 to 5.2.0.1603 (NU1605)", "Detected package downgrade: MQTTnet from 5.3.0 to 5.2.0.1603 (NU1605)")]
    [InlineData("NU3008: Package 'LiteDB 5.0.21' from source 'https://s1/v3/index.json': The package integrity check failed. The package has changed since it was signed.",
        "LiteDB 5.0.21 is damaged at https://s1/v3/index.json", "LiteDB 5.0.21 已损坏（来自 https://s1/v3/index.json）")]
    [InlineData("NU3012: Package 'LiteDB 5.0.21' from source 'https://s1/v3/index.json': The author primary signature found a chain building issue: Revoked.",
        "LiteDB 5.0.21 from https://s1/v3/index.json is not accepted (NU3012)", "来自 https://s1/v3/index.json 的 LiteDB 5.0.21 不被接受（NU3012）")]
    [InlineData("NU1301: Unable to load the service index for source https://s1/v3/index.json.\nNU1301:   Connection refused (s1:443)\nNU1301:   Connection refused",
        $"no usable answer from the package source https://s1/v3/index.json (Connection refused (s1:443)), which is asked for {Wanted}", $"软件包源 https://s1/v3/index.json 没有可用的应答（Connection refused (s1:443)），待取：{Wanted}")]
    [InlineData("NU1301: The local source '/x/gone' doesn't exist.",
        $"no usable answer from the package source /x/gone (The local source '/x/gone' doesn't exist), which is asked for {Wanted}", $"软件包源 /x/gone 没有可用的应答（The local source '/x/gone' doesn't exist），待取：{Wanted}")]
    public async Task Each_package_is_named_with_what_is_wrong_with_it(string answer, string english, string chinese)
    {
        var lines = string.Join("\n", answer.Split('\n').Select(line => $"/x/Packages.managed.proj : error {line}"));
        NuGet($"cat <<'X'\n{lines}\n{lines}\nX\nexit 1");

        Assert.Equal([english], await Ask("en"));
        Assert.Equal([chinese], await Ask("zh"));
    }

    [Theory]
    [InlineData("The nupkg at 'https://s1/litedb.5.0.21.nupkg' is not valid.", "LiteDB 5.0.21 is damaged at https://s1/litedb.5.0.21.nupkg")]
    [InlineData("  The HTTP request to 'GET https://s1/litedb.5.0.21.nupkg' has timed out after 100000ms.",
        $"no usable answer from the package source https://s1/litedb.5.0.21.nupkg (The HTTP request to 'GET https://s1/litedb.5.0.21.nupkg' has timed out after 100000ms), which is asked for {Wanted}")]
    public async Task A_download_that_failed_is_told_by_its_cause(string cause, string said)
    {
        NuGet($"""
            cat <<'X'
            {Uncoded}Failed to download package 'LiteDB.5.0.21' from 'https://s1/litedb.5.0.21.nupkg'. [/x/Packages.managed.proj]
            {Uncoded}{cause} [/x/Packages.managed.proj]
            {Uncoded}  End of Central Directory record could not be found. [/x/Packages.managed.proj]
            {Uncoded}The feed 's1 [https://s1/v3/index.json]' lists package 'LiteDB.5.0.21' but multiple attempts to download the nupkg have failed. [/x/Packages.managed.proj]
            X
            exit 1
            """);

        Assert.Equal([said], await Ask("en"));
    }

    [Fact]
    public async Task A_damaged_package_that_NuGet_does_not_name_is_found_by_asking_for_each_alone()
    {
        NuGet($"""
            case "$*" in *StackPackage=MQTTnet*) exit 0 ;; esac
            echo "{Uncoded}End of Central Directory record could not be found. [/x/Packages.managed.proj]"
            exit 1
            """);

        Assert.Equal(["LiteDB 5.0.21 is damaged"], await Ask("en"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/x/a.proj : error NU1000: the folder cannot be written")]
    [InlineData($"{Uncoded}No space left on device : '/x/litedb' [/x/a.proj]")]
    [InlineData($"{Uncoded}Access to the path '/x/litedb' is denied. [/x/a.proj]")]
    [InlineData("/x/a.proj : error MSB4025: The project file could not be loaded.")]
    public async Task What_is_not_about_packages_is_left_to_the_build(string answer)
    {
        NuGet($"echo \"{answer}\"; exit 1");

        Assert.Empty(await Ask("en"));
    }

    [Fact]
    public async Task Nothing_is_said_when_all_came()
    {
        NuGet("echo '  GET https://s1/a'");

        Assert.Empty(await Ask("en"));
    }

    [Fact]
    public async Task A_source_that_is_away_for_a_moment_is_asked_again()
    {
        NuGet("""
            [ ! -f "$0.asked" ] || exit 0
            : >"$0.asked"
            echo '/x/a.proj : error NU1301: Unable to load the service index for source https://s1/v3/index.json.'
            exit 1
            """);

        Assert.Empty(await Ask("en"));
    }

    [Theory]
    [InlineData("en", "echo '  GET https://s1/a/index.json'; echo '  GET https://s1/b/index.json'; echo '  OK https://s1/a/index.json 5ms'", $"no answer from the package source https://s1/b/index.json within 1 seconds, which is asked for {Wanted}")]
    [InlineData("zh", "", $"软件包源在 1 秒内无应答，待取：{Wanted}")]
    public async Task A_source_that_never_answers_is_given_up(string language, string before, string said)
    {
        NuGet($"{before}\nexec sleep 600");

        Assert.Equal([said], await Ask(language, "1"));
    }

    private void NuGet(string body)
    {
        _folder.Write("dotnet", $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(_folder.File("dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<IReadOnlyList<string>> Ask(string language, string seconds = "60")
    {
        await using var child = ChildProcess.Start(Path.Combine(Programs.RepositoryRoot, ".edge/get-packages"), [language, seconds, WantedWithTakers, _folder.File("dotnet"), "restore"],
            environment: new ReadOnlyDictionary<string, string?>(new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8" }));
        await child.WaitForExit();
        Assert.Empty(child.Error.All);
        return child.Output.All;
    }
}
