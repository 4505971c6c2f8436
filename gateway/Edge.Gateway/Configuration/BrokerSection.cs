using System.Text;
using Edge.Ledger.Mqtt.Links;
using Edge.Sensors.Catalog;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>broker:</c>, the city's or another.</summary>
/// <param name="path">Where it stands.</param>
internal sealed class BrokerSection(YamlFile yaml, Func<string, string> pathOf, string path = BrokerSection.Name)
{
    public const string Name = "broker";

    /// <summary>Bytes that a password of MQTT has.</summary>
    private const int MostPassword = ushort.MaxValue;

    /// <param name="node">Null where nothing is written.</param>
    /// <param name="client">The client identifier.</param>
    public MqttEndpoint Read(YamlMappingNode? node, string? client)
    {
        var bag = yaml.Bag(node, path, "tls");
        var port = bag.Integer("port", 1883, Allowed.From(1, 65535));
        if (port is < 1 or > 65535)
            bag.Complain("port", $"{port} is not a port; write 1 to 65535, usually 1883, with TLS 8883");
        var endpoint = new MqttEndpoint
        {
            Host = bag.RequiredText("host", "broker.city.example"),
            Port = port is < 1 or > 65535 ? 1883 : port,
            ClientId = client,
            UserName = bag.Text("user"),
            Password = Password(bag),
            Tls = Tls(yaml.Mapping(node, path, "tls")),
        };
        if (bag.Has("password_file") && endpoint.UserName is null)
            bag.Complain("user", "is missing; a password needs a user name, for example user: gw-1");
        bag.RefuseUnknown();
        try
        {
            // What is wrong by itself is named above, all of it.
            if (!yaml.Found.Any(p => p.Path.StartsWith(path, StringComparison.Ordinal)))
                endpoint.Validate();
        }
        catch (ArgumentException e)
        {
            yaml.Complain(path, e.Message);
        }

        return endpoint;
    }

    private string? Password(SettingBag bag)
    {
        if (bag.Text("password_file") is not { } file)
            return null;
        try
        {
            return Encoding.UTF8.GetString(PlainFile.Read(pathOf(file), MostPassword)).TrimEnd('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Complain("password_file", File.Exists(pathOf(file)) ? e.Message == PlainFile.NotPlain ? e.Message : $"cannot be read: {e.Message}" : NoFile(pathOf(file)));
            return null;
        }
    }

    private MqttTls? Tls(YamlMappingNode? node)
    {
        if (node is null)
            return null;
        var bag = yaml.Bag(node, YamlFile.Join(path, "tls"));
        var tls = new MqttTls { AuthorityFile = Path("ca"), CertificateFile = Path("certificate"), KeyFile = Path("key") };
        if ((tls.CertificateFile is null) != (tls.KeyFile is null))
            bag.Complain(tls.KeyFile is null ? "key" : "certificate", "is missing; a client's certificate and its key are given together or not at all");
        bag.RefuseUnknown();
        return tls;

        string? Path(string name)
        {
            if (bag.Text(name) is not { Length: > 0 } written)
                return null;
            var file = pathOf(written);
            if (!File.Exists(file))
                bag.Complain(name, NoFile(file));
            return file;
        }
    }

    private static string NoFile(string path) => $"there is no file {path}; copy it there, or correct the name";
}
