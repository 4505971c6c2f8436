using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// What libmosquitto calls, on the thread that runs the loop. An exception must not cross into C: each callback hands it to the link, which closes.
/// </summary>
internal static unsafe class MosquittoCallbacks
{
    internal static void Attach(MosquittoHandle client)
    {
        Native.mosquitto_connect_v5_callback_set(client, &Connected);
        Native.mosquitto_disconnect_v5_callback_set(client, &Disconnected);
        Native.mosquitto_publish_v5_callback_set(client, &Published);
        Native.mosquitto_subscribe_v5_callback_set(client, &Subscribed);
        Native.mosquitto_message_v5_callback_set(client, &Received);
        Native.mosquitto_log_callback_set(client, &Logged);
    }

    private static MosquittoLink Link(nint user) => (MosquittoLink)GCHandle.FromIntPtr(user).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Connected(nint client, nint user, int reason, int flags, nint properties) =>
        Guard(user, link => link.OnConnected(reason, (flags & 1) != 0, properties != 0 && Native.mosquitto_property_read_int32(properties, Native.PropertyMaximumPacketSize, out var most, skipFirst: false) != 0 ? most : 0));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Disconnected(nint client, nint user, int reason, nint properties) => Guard(user, link => link.OnDisconnected(reason));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Published(nint client, nint user, int id, int reason, nint properties)
    {
        var link = Link(user);
        try
        {
            link.OnPublished(id, reason);
        }
        catch (Exception e)
        {
            link.Fail(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Subscribed(nint client, nint user, int id, int count, int* granted, nint properties)
    {
        var link = Link(user);
        try
        {
            link.OnSubscribed(id, count == 1 ? granted[0] : 0x80);
        }
        catch (Exception e)
        {
            link.Fail(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Received(nint client, nint user, NativeMessage* message, nint properties)
    {
        var link = Link(user);
        try
        {
            var topic = Marshal.PtrToStringUTF8((nint)message->Topic) ?? "";
            if (!link.Admits(topic, (long)topic.Length + message->PayloadLength)) return;
            var payload = new ReadOnlySpan<byte>(message->Payload, message->PayloadLength).ToArray();
            link.OnMessage(new MqttMessage(topic, payload, message->Retain != 0));
        }
        catch (Exception e)
        {
            link.Fail(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Logged(nint client, nint user, int level, byte* text)
    {
        if ((level & (Native.LogError | Native.LogWarning)) == 0) return;
        var link = Link(user);
        try
        {
            link.OnComplaint(Marshal.PtrToStringUTF8((nint)text) ?? "");
        }
        catch (Exception e)
        {
            link.Fail(e);
        }
    }

    private static void Guard(nint user, Action<MosquittoLink> action)
    {
        var link = Link(user);
        try
        {
            action(link);
        }
        catch (Exception e)
        {
            link.Fail(e);
        }
    }
}
