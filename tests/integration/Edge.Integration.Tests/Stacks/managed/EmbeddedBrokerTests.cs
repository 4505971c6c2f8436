using Edge.Processes;
using Edge.Testing;

namespace Edge.Integration.Tests.Stacks;

/// <summary>The broker that the demonstration has in itself where no mosquitto is needed.</summary>
public sealed class EmbeddedBrokerTests
{
    [Fact]
    public async Task It_takes_no_port_that_another_has_and_one_that_was_just_left_at_once()
    {
        var port = $"{FreePort.Next()}";
        await using var first = ChildProcess.Start(Programs.Demo, ["broker", "--port", port]);
        await ReadyAsync(first);
        await using var second = ChildProcess.Start(Programs.Demo, ["broker", "--port", port]);

        Assert.Equal(1, await second.WaitForExit());
        Assert.Contains($"127.0.0.1:{port}: Address already in use", second.Error.ToString(), StringComparison.Ordinal);

        first.Kill();
        await first.WaitForExit();
        await using var third = ChildProcess.Start(Programs.Demo, ["broker", "--port", port]);
        await ReadyAsync(third);
    }

    private static async Task ReadyAsync(ChildProcess broker) =>
        Assert.NotNull(await broker.Error.Find(l => l.EndsWith(" running", StringComparison.Ordinal), 0, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)));
}
