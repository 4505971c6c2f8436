using System.Net;
using Edge.Sensors.Catalog;
using Edge.Site;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>site:</c>.</summary>
internal static class SiteSection
{
    private const string Usual = "127.0.0.1:8080";

    /// <summary>Null where nothing is served.</summary>
    public static SiteSettings? Read(SettingBag bag)
    {
        if (bag.Text("listen") is not { } listen)
            return null;
        // A port has to be said: an address by itself is an end point too, of port 0.
        if (IPEndPoint.TryParse(listen, out var end) && listen.EndsWith($":{end.Port}", StringComparison.Ordinal) && IPAddress.IsLoopback(end.Address))
            return new SiteSettings { Listen = end };
        bag.Complain("listen", $"\"{listen}\" is not a loopback address with a port; write for example {Usual}");
        return null;
    }
}
