using System.Runtime.InteropServices;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>Connects through the system's libmosquitto.</summary>
public sealed class MosquittoConnector : IMqttConnector
{
    private readonly TimeProvider _clock;

    /// <summary>Loads the library.</summary>
    /// <param name="clock">Measures the connect timeout.</param>
    /// <param name="library">The shared object to look for.</param>
    /// <exception cref="MqttLinkException">It is not installed.</exception>
    public MosquittoConnector(TimeProvider clock, string library = Native.Library)
    {
        _clock = clock;
        if (!NativeLibrary.TryLoad(library, out _))
            throw new MqttLinkException($"MQTT needs {library}, which this system does not have. Install it: apt install libmosquitto1", transient: false);
        Check(Native.mosquitto_lib_init());
    }

    /// <inheritdoc/>
    public async Task<IMqttLink> ConnectAsync(MqttEndpoint endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        endpoint.Validate();
        return await VersionChoice.ConnectAsync(endpoint, version => ConnectAsync(endpoint, version, cancellationToken));
    }

    private async Task<IMqttLink> ConnectAsync(MqttEndpoint endpoint, MqttVersion version, CancellationToken cancellationToken)
    {
        var link = new MosquittoLink(endpoint, version);
        try
        {
            await link.Opened.WaitAsync(endpoint.ConnectTimeout, _clock, cancellationToken);
            return link;
        }
        catch (Exception e)
        {
            link.Abandon();
            if (e is not TimeoutException) throw;
            throw new MqttLinkException($"The broker {endpoint} did not answer within {endpoint.ConnectTimeout.TotalSeconds:0.#} s.", transient: true, e);
        }
    }

    private static void Check(int error)
    {
        if (error != Native.Success) throw new MqttLinkException($"libmosquitto could not be initialised: {Describe(error)}.", transient: false);
    }

    internal static string Describe(int error) => Marshal.PtrToStringUTF8(Native.mosquitto_strerror(error)) ?? $"error {error}";
}
