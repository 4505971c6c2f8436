using System.Net;
using Edge.Sensors.Catalog;
using Edge.Site;
using Edge.Site.Access;
using Edge.Site.Tap;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>site:</c>.</summary>
internal static class SiteSection
{
    private const string Usual = "127.0.0.1:8080";

    /// <summary>Null where nothing is served.</summary>
    public static SiteSettings? Read(SettingBag bag, Func<string, string> pathOf, TapSettings? tap)
    {
        var (certificate, key, token) = (FileOf("certificate"), FileOf("key"), FileOf("token"));
        if ((certificate is null) != (key is null))
            bag.Complain(key is null ? "key" : "certificate", "is missing; a certificate and its key are given together or not at all");
        if (token is not null && File.Exists(token) && new FileInfo(token).Length < ProgramToken.Least)
            bag.Complain("token", $"{token} has fewer than {ProgramToken.Least} characters, which could be guessed; make one with: openssl rand -base64 32 > {token}");
        if (token is not null && File.Exists(token) && ProgramToken.IsOpen(token))
            bag.Complain("token", $"others than its owner may use {token}, and show what stands in it; run: chmod 600 {token}");
        if (bag.Text("listen") is not { } listen)
        {
            if (certificate is not null || tap is not null)
                bag.Complain("listen", $"is missing; write for example listen: {Usual}");
            return null;
        }

        // A port has to be said: an address by itself is an end point too, of port 0.
        if (IPEndPoint.TryParse(listen, out var end) && listen.EndsWith($":{end.Port}", StringComparison.Ordinal))
            return new SiteSettings { Listen = end, CertificateFile = certificate, KeyFile = key, TokenFile = token, Tap = tap };
        bag.Complain("listen", $"\"{listen}\" is not an address with a port; write for example {Usual}, or 0.0.0.0:8443 for others");
        return null;

        string? FileOf(string name)
        {
            if (bag.Text(name) is not { Length: > 0 } written)
                return null;
            var path = pathOf(written);
            if (!File.Exists(path))
                bag.Complain(name, $"there is no file {path}; copy it there, or correct the name");
            return path;
        }
    }
}
