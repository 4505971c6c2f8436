namespace Edge.Verify.Receipts;

/// <summary>Why a receipt proves nothing.</summary>
public enum ReceiptFault
{
    None,

    /// <summary>The policy has no log key that the receipt names.</summary>
    KeyUnknown,

    /// <summary>What the receipt and what it is about lead to is no root that the key has signed.</summary>
    NotSigned,
}
