using System.Runtime.InteropServices;

namespace Edge.Ledger.Keys;

/// <summary>Owns an EVP_MD_CTX, which is used again and again by one thread.</summary>
internal sealed class DigestContext : SafeHandle
{
    public DigestContext()
        : base(0, ownsHandle: true) => SetHandle(LibCrypto.NewContext());

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        LibCrypto.FreeContext(handle);
        return true;
    }
}
