using Edge.Gateway.Identity;
using Edge.Gateway.Tests.Faults;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Testing;

namespace Edge.Gateway.Tests.Identity;

public sealed class LogOwnerTests
{
    [Theory]
    [InlineData("city.example/gw-1", 1, LogOwner.Own)]
    [InlineData("city.example/gw-1", 2, LogOwner.AnotherKey)]
    [InlineData("city.example/gw-2", 1, LogOwner.AnotherGateway)]
    [InlineData("city.example/gw-2", 2, LogOwner.AnotherGateway)]
    public void A_log_belongs_to_the_name_and_the_key_of_its_newest_checkpoint(string name, byte secret, LogOwner owner)
    {
        using var rig = new WriterRig();
        using var other = new NoteSigner(name, KeyType.Ed25519, [.. Enumerable.Repeat(secret, 32)]);

        Assert.Equal(owner, LogOwners.Of(rig.Log.View.Store, other.Verifier, out var found));
        Assert.Equal("city.example/gw-1", found);
    }

    [Fact]
    public void A_log_that_nobody_has_signed_is_anyones()
    {
        using var folder = new TemporaryDirectory();
        using var log = LogFolder.Open(folder.File("log"));
        using var key = new NoteSigner("city.example/gw-1", KeyType.Ed25519, new byte[32]);

        Assert.Equal(LogOwner.Own, LogOwners.Of(log, key.Verifier, out _));
    }

    [Theory]
    [InlineData("city.example/gw-1", "holds the log of city.example/gw-1, but", "中是 city.example/gw-1 的日志")]
    [InlineData("city.example/water-gw-0001", "was signed by another key than", "由另一把密钥签署")]
    public async Task A_gateway_does_not_start_on_anothers_log_and_says_why_in_both_languages(string owner, string english, string chinese)
    {
        using var signer = new NoteSigner(owner, KeyType.Ed25519, [.. Enumerable.Repeat((byte)7, 32)]);
        using var rig = new WriterRig(signer: signer);
        rig.Writer.Stop();
        rig.Log.Dispose();

        foreach (var (words, said) in new[] { ((string?)null, english), ("zh_CN.UTF-8", chinese) })
        {
            await using var gateway = new LoneGateway(rig.Configuration.Store.Folder);
            gateway.Start(locale: words);
            Assert.Equal(2, await gateway.Process.WaitForExit());
            Assert.Contains(gateway.Process.Error.All, l => l.Contains(said, StringComparison.Ordinal));
        }
    }
}
