using Edge.Gateway.Tests.Faults;
using Edge.Testing;

namespace Edge.Gateway.Tests.Commands;

/// <summary>Commands that people are told to type are called as they called this one, with the stack.</summary>
public sealed class OfferedCommandsTests
{
    private const string Script = "./edge --stack managed";

    [Fact]
    public async Task What_is_offered_is_called_as_the_script_was()
    {
        using var folder = new TemporaryDirectory();
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.UntilAsync(h => h.Sealed > 4);
        await gateway.StopAsync();

        Assert.Contains($"then: {Script} verify ", await gateway.AskByScriptAsync(Script, "export", "cose", folder.File("grown.cose"), "--from-size", "3"), StringComparison.Ordinal);
        Assert.Contains($": {Script} evidence --index", await gateway.AskByScriptAsync(Script, "doctor", "--sign", "Li Wei"), StringComparison.Ordinal);
        Assert.Contains($"{Programs.Gateway} run --config", await gateway.AskByScriptAsync(Script, "status"), StringComparison.Ordinal);
    }
}
