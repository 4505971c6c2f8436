using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Commands;

/// <summary>The real program, given what never ends, never opens, or takes nothing.</summary>
public sealed class SpecialFileTests
{
    [Theory]
    [InlineData("/dev/zero", "en", "/dev/zero: is a pipe, a socket or a device; name a regular file")]
    [InlineData("/dev/zero", "zh", "/dev/zero：是管道、套接字或设备；请指明普通文件")]
    [InlineData("pipe", "en", "pipe: is a pipe, a socket or a device; name a regular file")]
    public async Task A_configuration_that_is_no_regular_file_is_refused_unread_by_every_command(string file, string language, string why)
    {
        using var folder = new TemporaryDirectory();
        await using (var pipe = ChildProcess.Start("/usr/bin/mkfifo", [folder.File("pipe")]))
            Assert.Equal(0, await pipe.WaitForExit());

        foreach (var command in new string[][] { ["config", "check", file], ["status", "--config", file], ["doctor", "--config", file] })
        {
            await using var process = ChildProcess.Start(Programs.Gateway, [.. command, "--lang", language], folder.Path);
            Assert.Equal(2, await process.WaitForExit());
            Assert.Contains(why, process.Error.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("key: gateway.key", "key: /dev/zero", "/dev/zero is not a gateway's key: it is a pipe, a socket or a device.")]
    [InlineData("key: gateway.key", "key: large", "/large is not a gateway's key: it has more than 1048576 bytes.")]
    [InlineData("policy: ../policy.txt", "policy: /dev/zero", "/dev/zero is not a policy: it is a pipe, a socket or a device.")]
    [InlineData("user: gw", "user: gw, password_file: /dev/zero", "broker.password_file: is a pipe, a socket or a device; name a regular file")]
    public async Task So_is_what_a_configuration_names(string part, string by, string why)
    {
        using var folder = new TemporaryDirectory();
        folder.Write("gateway.yaml", Configuration.ConfigurationText.With(part, by));
        await using (var large = File.Create(folder.File("large")))
            large.SetLength(3L << 30);

        await using var process = ChildProcess.Start(Programs.Gateway, ["config", "check", folder.File("gateway.yaml"), "--lang", "en"]);

        Assert.Equal(2, await process.WaitForExit());
        Assert.Contains(why, process.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_huge_configuration_no_more_is_read_than_one_has()
    {
        using var folder = new TemporaryDirectory();
        await using (var large = File.Create(folder.File("large")))
            large.SetLength(3L << 30);

        await using var process = ChildProcess.Start(Programs.Gateway, ["config", "check", folder.File("large"), "--lang", "en"]);

        Assert.Equal(2, await process.WaitForExit());
        Assert.Contains("large:1: file: has more than 1048576 bytes", process.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_cannot_be_written_is_one_message()
    {
        await using var process = ChildProcess.Start("/bin/sh", ["-c", "\"$0\" config schema >/dev/full", Programs.Gateway]);

        Assert.Equal(1, await process.WaitForExit());
        Assert.Single(process.Error.ToString().Trim().Split('\n'));
    }
}
