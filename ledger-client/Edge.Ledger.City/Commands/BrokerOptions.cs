using System.CommandLine;
using System.Globalization;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.City.Commands;

/// <summary>The options that say where the broker is.</summary>
internal sealed class BrokerOptions
{
    private readonly Option<string> _broker = new("--broker") { Description = "Broker as HOST or HOST:PORT (default port 1883, with TLS 8883). / 消息服务器地址", Required = true, HelpName = "HOST:PORT" };
    private readonly Option<bool> _tls = new("--tls") { Description = "Use TLS with the system's authorities. Implied by the options below. / 使用 TLS" };
    private readonly Option<string?> _authority = new("--tls-ca") { Description = "Authority of the broker's certificate (PEM). / 消息服务器证书的 CA", HelpName = "FILE" };
    private readonly Option<string?> _certificate = new("--tls-cert") { Description = "Own certificate (PEM). / 本方证书", HelpName = "FILE" };
    private readonly Option<string?> _key = new("--tls-key") { Description = "Its private key (PEM). / 本方证书私钥", HelpName = "FILE" };
    private readonly Option<string?> _user = new("--user") { Description = "User name at the broker. / 用户名", HelpName = "NAME" };
    private readonly Option<string?> _password = new("--password-file") { Description = "File whose first line is the password. / 密码文件", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _broker, _tls, _authority, _certificate, _key, _user, _password }) command.Options.Add(option);
    }

    /// <exception cref="ArgumentException">Says which option to correct.</exception>
    /// <param name="parsed">The command line.</param>
    /// <param name="clientId">Unique at the broker.</param>
    /// <param name="incomingCapacity">Messages kept while the node is busy.</param>
    public MqttEndpoint Read(ParseResult parsed, string clientId, int incomingCapacity = 65536)
    {
        var authority = parsed.GetValue(_authority);
        var certificate = parsed.GetValue(_certificate);
        var key = parsed.GetValue(_key);
        var withTls = parsed.GetValue(_tls) || authority is not null || certificate is not null || key is not null;
        var (host, port) = Split(parsed.GetValue(_broker)!, withTls ? 8883 : 1883);
        var endpoint = new MqttEndpoint
        {
            Host = host,
            Port = port,
            ClientId = clientId,
            UserName = parsed.GetValue(_user),
            Password = parsed.GetValue(_password) is { } file ? File.ReadLines(file).FirstOrDefault("") : null,
            Tls = withTls ? new MqttTls { AuthorityFile = authority, CertificateFile = certificate, KeyFile = key } : null,
            IncomingCapacity = incomingCapacity,
        };
        endpoint.Validate();
        return endpoint;
    }

    private static (string Host, int Port) Split(string broker, int port)
    {
        var colon = broker.LastIndexOf(':');
        if (colon < 0 || broker.EndsWith(']')) return (broker.Trim('[', ']'), port);
        if (!int.TryParse(broker.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
            throw new ArgumentException($"--broker {broker}: what follows the colon is not a port. Write HOST:PORT.");
        return (broker[..colon].Trim('[', ']'), port);
    }
}
