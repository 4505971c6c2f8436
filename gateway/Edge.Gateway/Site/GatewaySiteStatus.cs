using System.Text;
using Edge.Gateway.Health;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>Health as the status socket tells it and as <c>edge status</c> says it, each encoded once per look.</summary>
internal sealed class GatewaySiteStatus(HealthSource health) : ISiteStatus
{
    private readonly Once _json = new(h => Encoding.UTF8.GetBytes(HealthJson.Write(h)));
    private readonly Once _said = new(SaidHealth.Write);

    public ReadOnlyMemory<byte> Json() => _json.Of(health.Now());

    public ReadOnlyMemory<byte> Said() => _said.Of(health.Now());

    private sealed class Once(Func<GatewayHealth, byte[]> encode)
    {
        private readonly Lock _gate = new();
        private GatewayHealth? _told;
        private byte[] _bytes = [];

        public byte[] Of(GatewayHealth now)
        {
            lock (_gate)
            {
                if (!ReferenceEquals(now, _told))
                    (_told, _bytes) = (now, encode(now));
                return _bytes;
            }
        }
    }
}
