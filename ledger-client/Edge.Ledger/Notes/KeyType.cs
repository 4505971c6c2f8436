namespace Edge.Ledger.Notes;

/// <summary>Signature type bytes of c2sp.org/signed-note. Other bytes are carried and ignored as unknown.</summary>
public enum KeyType : byte
{
    /// <summary>Ed25519 over the note text.</summary>
    Ed25519 = 0x01,

    /// <summary>Timestamped Ed25519 cosignature/v1 (c2sp.org/tlog-cosignature).</summary>
    Ed25519Cosignature = 0x04,
}
