using Edge.Ledger.City;
using Edge.Ledger.Mqtt.Links;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>sparkplug:</c>.</summary>
internal sealed class SparkplugSection(YamlFile yaml, Func<string, string> pathOf)
{
    public const string Name = "sparkplug";

    private const long Least = 1_000;
    private const long Most = 100_000_000;

    /// <summary>Null where it is not written: then there is no such node.</summary>
    public SparkplugSettings? Read(LogOrigin origin, MqttEndpoint city)
    {
        if (yaml.Mapping(yaml.Root, "", Name) is not { } node)
            return null;
        // No gateway's id has a dot: it is a client of its own, also at the city's broker.
        var (bag, client, place) = (yaml.Bag(node, Name, BrokerSection.Name), $"{origin.GatewayId}.sparkplug", YamlFile.Join(Name, BrokerSection.Name));
        var settings = new SparkplugSettings
        {
            Group = Id(bag, "group", bag.RequiredText("group", "water", Topic)),
            Node = Id(bag, "node", bag.Text("node", Topic) ?? origin.GatewayId!),
            PrimaryHost = bag.Text("primary_host", Topic) is { } host ? Id(bag, "primary_host", host) : null,
            Rate = bag.Bytes("rate", Least, Most, "64kB") ?? SparkplugSettings.UsualRate,
            Burst = bag.Bytes("burst", Least, Most, "256kB") ?? SparkplugSettings.UsualBurst,
            Broker = yaml.Mapping(node, Name, BrokerSection.Name) is { } own ? new BrokerSection(yaml, pathOf, place).Read(own, client) : city with { ClientId = client },
        };
        bag.RefuseUnknown();
        return settings;
    }

    private static Allowed Topic => Allowed.Like(@"^[^/+#\u0000-\u001f\u007f]{1,200}$");

    /// <summary>Part of a topic: one level of it.</summary>
    private static string Id(SettingBag bag, string name, string id)
    {
        if (id.Length > 200 || id.AsSpan().ContainsAny("/+#") || id.Any(char.IsControl))
            bag.Complain(name, $"\"{id}\" cannot stand in a topic; write 1 to 200 characters without / + #, for example {name}: water");
        return id;
    }
}
