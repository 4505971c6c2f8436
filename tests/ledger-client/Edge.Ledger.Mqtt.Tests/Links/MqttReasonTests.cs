using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Tests.Links;

public sealed class MqttReasonTests
{
    // MQTT 5 section 2.4, what a broker may say in CONNACK, PUBACK, SUBACK and DISCONNECT.
    private const string Codes =
        "00 04 10 80 81 82 83 84 85 86 87 88 89 8A 8B 8C 8D 8E 8F 90 91 92 93 94 95 96 97 98 99 9A 9B 9C 9D 9E 9F A0 A1 A2";

    [Fact]
    public void Every_reason_of_MQTT_5_has_words_of_its_own()
    {
        var words = Codes.Split(' ').Select(code => MqttReason.Describe(Convert.ToInt32(code, 16))).ToArray();
        Assert.DoesNotContain(words, w => w.Contains("0x", StringComparison.Ordinal));
        Assert.Distinct(words);
    }
}
