using System.Runtime.InteropServices;

namespace Edge.Ledger.Keys;

/// <summary>Owns an EVP_PKEY.</summary>
internal sealed class EvpKey : SafeHandle
{
    public EvpKey()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        LibCrypto.FreeKey(handle);
        return true;
    }
}
