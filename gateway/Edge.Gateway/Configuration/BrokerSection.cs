using Edge.Ledger.City;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>broker:</c>.</summary>
internal sealed class BrokerSection(YamlFile yaml, Func<string, string> pathOf)
{
    public MqttEndpoint Read(LogOrigin origin)
    {
        var node = yaml.Mapping(yaml.Root, "", "broker");
        var bag = yaml.Bag(node, "broker", "tls");
        var port = bag.Integer("port", 1883);
        if (port is < 1 or > 65535)
            bag.Complain("port", $"{port} is not a port; write 1 to 65535, usually 1883, with TLS 8883");
        var endpoint = new MqttEndpoint
        {
            Host = bag.RequiredText("host", "broker.city.example"),
            Port = port is < 1 or > 65535 ? 1883 : port,
            ClientId = origin.GatewayId,
            UserName = bag.Text("user"),
            Password = Password(bag),
            Tls = Tls(yaml.Mapping(node, "broker", "tls")),
        };
        bag.RefuseUnknown();
        try
        {
            if (endpoint.Host.Length > 0)
                endpoint.Validate();
        }
        catch (ArgumentException e)
        {
            yaml.Complain("broker", e.Message);
        }

        return endpoint;
    }

    private string? Password(Edge.Sensors.Catalog.SettingBag bag)
    {
        if (bag.Text("password_file") is not { } file)
            return null;
        try
        {
            return File.ReadAllText(pathOf(file)).TrimEnd('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Complain("password_file", $"cannot be read: {e.Message}");
            return null;
        }
    }

    private MqttTls? Tls(YamlDotNet.RepresentationModel.YamlMappingNode? node)
    {
        if (node is null)
            return null;
        var bag = yaml.Bag(node, "broker.tls");
        var tls = new MqttTls { AuthorityFile = Path("ca"), CertificateFile = Path("certificate"), KeyFile = Path("key") };
        bag.RefuseUnknown();
        return tls;

        string? Path(string name) => bag.Text(name) is { Length: > 0 } path ? pathOf(path) : null;
    }
}
