using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Stacks;

namespace Edge.Ledger.Mqtt.Tests.Stacks;

public sealed class MosquittoLibraryTests
{
    [Fact]
    public void Says_what_to_install_when_the_library_is_missing()
    {
        var e = Assert.Throws<MqttLinkException>(() => new MosquittoConnector(TimeProvider.System, "libmosquitto-not-there.so.1"));
        Assert.Contains("libmosquitto-not-there.so.1", e.Message, StringComparison.Ordinal);
        Assert.Contains("apt install libmosquitto1", e.Message, StringComparison.Ordinal);
        Assert.False(e.IsTransient);
    }
}
