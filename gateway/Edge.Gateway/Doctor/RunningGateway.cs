using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Identity;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Doctor;

/// <summary>Whether a gateway has the devices of this configuration.</summary>
/// <param name="IsThere">It runs: its devices are its own.</param>
/// <param name="Health">What it says; null when it does not say.</param>
public sealed record RunningGateway(bool IsThere, GatewayHealth? Health)
{
    public static RunningGateway None { get; } = new(false, null);

    /// <summary>Since when it has its configuration in force, by the board's clock, to the second; null: not known.</summary>
    public string? Since => DateTimeOffset.TryParse(Health?.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)
        ? (now - TimeSpan.FromSeconds(Health!.UptimeSeconds)).ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : null;

    public static async Task<RunningGateway> FindAsync(GatewayConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await StatusClient.AskAsync(StatusAddress.PathOf(configuration.Store.Folder), time, cancellationToken);
            return answer is not null ? new(true, HealthJson.Read(answer)) : new(KeyHold.IsHeld(configuration.KeyFile), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(true, null);
        }
    }

    /// <summary>Whether what it says is said of this configuration; of one that does not tell which it has, it is not.</summary>
    public bool HasInForce(GatewayConfiguration configuration) => Health?.ConfigurationHash is { } hash && hash == configuration.FileSha256;

    /// <summary>Addresses that are its own on a bus, whatever it is called in its configuration; null where it does not tell.</summary>
    public IReadOnlySet<byte>? On(BusPlan bus) => !IsThere ? new HashSet<byte>() : Health?.Addresses is not { } told ? null
        : told.Where(t => Real(t.Key) == Real(bus.Device ?? bus.Socket)).SelectMany(t => t.Value).Select(a => (byte)a).ToHashSet();

    /// <summary>Where a link leads: udev may give an adapter a second name.</summary>
    private static string? Real(string? path)
    {
        try
        {
            return path is null ? null : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            return path;
        }
    }
}
