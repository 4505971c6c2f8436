using System.Runtime.InteropServices;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// A <c>struct mosquitto*</c>. Every native call holds a reference, so the client is destroyed only when no thread is inside the library.
/// </summary>
internal sealed class MosquittoHandle : SafeHandle
{
    private GCHandle _owner;

    /// <param name="clientId">The client identifier, or null.</param>
    /// <param name="owner">Found again by the callbacks through the library's user pointer.</param>
    internal MosquittoHandle(string? clientId, MosquittoLink owner)
        : base(0, ownsHandle: true)
    {
        _owner = GCHandle.Alloc(owner);
        SetHandle(Native.mosquitto_new(clientId, cleanSession: true, GCHandle.ToIntPtr(_owner)));
        if (!IsInvalid) return;
        _owner.Free();
        throw new MqttLinkException("libmosquitto could not create a client: out of memory, or the client identifier is not valid UTF-8.", transient: false);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.mosquitto_destroy(handle);
        _owner.Free();
        return true;
    }
}
