using System.Text;
using Edge.Gateway.Health;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>Health as the status socket tells it, encoded once per look.</summary>
internal sealed class GatewaySiteStatus(HealthSource health) : ISiteStatus
{
    private readonly Lock _gate = new();
    private GatewayHealth? _told;
    private byte[] _json = [];

    public ReadOnlyMemory<byte> Json()
    {
        var now = health.Now();
        lock (_gate)
        {
            if (!ReferenceEquals(now, _told))
                (_told, _json) = (now, Encoding.UTF8.GetBytes(HealthJson.Write(now)));
            return _json;
        }
    }
}
