using System.Runtime.InteropServices;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>The part of libmosquitto 2.0 (<c>mosquitto.h</c>) that is used. <c>int</c> is 32 bits and <c>bool</c> one byte on every Linux.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "libmosquitto.so.1";

    internal const int OptionProtocolVersion = 1;
    internal const int OptionTcpNoDelay = 11;

    internal const int PropertyMaximumPacketSize = 39;

    internal const int Success = 0;
    internal const int ErrorInvalid = 3;
    internal const int ErrorNoConnection = 4;
    internal const int ErrorConnectionRefused = 5;
    internal const int ErrorConnectionLost = 7;
    internal const int ErrorErrno = 14;

    internal const int LogWarning = 0x04;
    internal const int LogError = 0x08;

    [LibraryImport(Library)]
    internal static partial int mosquitto_lib_init();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint mosquitto_new(string? id, [MarshalAs(UnmanagedType.U1)] bool cleanSession, nint user);

    [LibraryImport(Library)]
    internal static partial void mosquitto_destroy(nint client);

    [LibraryImport(Library)]
    internal static partial int mosquitto_int_option(MosquittoHandle client, int option, int value);

    [LibraryImport(Library)]
    internal static partial int mosquitto_threaded_set(MosquittoHandle client, [MarshalAs(UnmanagedType.U1)] bool threaded);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_username_pw_set(MosquittoHandle client, string? user, string? password);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_will_set_v5(MosquittoHandle client, string topic, int length, byte* payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain, nint properties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_tls_set(MosquittoHandle client, string? authorityFile, string? authorityFolder, string? certificateFile, string? keyFile, nint passwordCallback);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial int mosquitto_connect_async(MosquittoHandle client, string host, int port, int keepAliveSeconds);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_connect_bind_v5(MosquittoHandle client, string? host, int port, int keepAliveSeconds, string? bindAddress, nint properties);

    [LibraryImport(Library)]
    internal static partial int mosquitto_property_add_int32(ref nint properties, int identifier, uint value);

    [LibraryImport(Library)]
    internal static partial nint mosquitto_property_read_int32(nint properties, int identifier, out uint value, [MarshalAs(UnmanagedType.U1)] bool skipFirst);

    [LibraryImport(Library)]
    internal static partial void mosquitto_property_free_all(ref nint properties);

    [LibraryImport(Library)]
    internal static partial int mosquitto_disconnect_v5(MosquittoHandle client, int reason, nint properties);

    [LibraryImport(Library, SetLastError = true)]
    internal static partial int mosquitto_loop(MosquittoHandle client, int timeoutMilliseconds, int maxPackets);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_subscribe_v5(MosquittoHandle client, out int id, string filter, int qos, int options, nint properties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int mosquitto_publish_v5(MosquittoHandle client, out int id, string topic, int length, byte* payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain, nint properties);

    [LibraryImport(Library)]
    internal static partial nint mosquitto_strerror(int error);

    [LibraryImport(Library)]
    internal static partial void mosquitto_connect_v5_callback_set(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, nint, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_disconnect_v5_callback_set(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, nint, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_publish_v5_callback_set(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, nint, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_subscribe_v5_callback_set(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, int*, nint, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_message_v5_callback_set(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, NativeMessage*, nint, void> callback);

    [LibraryImport(Library)]
    internal static partial void mosquitto_log_callback_set(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, byte*, void> callback);
}
