using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Policies;

namespace Edge.Verify.Receipts;

/// <summary>What a policy says of a receipt.</summary>
/// <param name="Entry">The entry it is about; null for one of consistency.</param>
/// <param name="Root">The signed root, where it is proved.</param>
public sealed record ReceiptCheck(CoseReceipt Receipt, ReadOnlyMemory<byte>? Entry, ReceiptFault Fault, Hash32 Root)
{
    public static ReceiptCheck Of(SignedEntry signed, TrustPolicy policy)
    {
        if (policy.Logs.FirstOrDefault(signed.Receipt.IsBy) is not { } key)
            return new ReceiptCheck(signed.Receipt, signed.Entry, ReceiptFault.KeyUnknown, default);
        var proved = signed.Verify(key, out var root);
        return new ReceiptCheck(signed.Receipt, signed.Entry, Answer(proved), root);
    }

    public static ReceiptCheck Of(InclusionReceipt receipt, byte[] entry, TrustPolicy policy)
    {
        if (policy.Logs.FirstOrDefault(receipt.IsBy) is not { } key)
            return new ReceiptCheck(receipt, entry, ReceiptFault.KeyUnknown, default);
        var proved = receipt.Verify(key, entry, out var root);
        return new ReceiptCheck(receipt, entry, Answer(proved), root);
    }

    public static ReceiptCheck Of(ConsistencyReceipt receipt, Hash32 oldRoot, TrustPolicy policy)
    {
        if (policy.Logs.FirstOrDefault(receipt.IsBy) is not { } key)
            return new ReceiptCheck(receipt, null, ReceiptFault.KeyUnknown, default);
        var proved = receipt.Verify(key, oldRoot, out var root);
        return new ReceiptCheck(receipt, null, Answer(proved), root);
    }

    private static ReceiptFault Answer(bool proved) => proved ? ReceiptFault.None : ReceiptFault.NotSigned;
}
