using System.Globalization;
using Edge.Verify.Words;

namespace Edge.Verify.Receipts;

internal sealed class EnglishReceiptPhrases(Phrases shared) : ReceiptPhrases(shared)
{
    public override string OwnWordOnly => "it is the log's own word: a COSE receipt proves no time, and no department stands behind it";

    public override string Included(ulong index, string entry, string log, ulong size) => $"Entry {Number(index)} ({entry}) is in the log {log}, as signed at {Entries(size)}";

    public override string Grown(string log, ulong oldSize, ulong size) =>
        $"The log {log}, as signed at {Entries(size)}, begins with the {(oldSize == 1 ? "entry" : Entries(oldSize))} under the root given; since then it has only grown";

    public override string KeyUnknown(string keyId) => $"the policy has no log key {keyId}";

    public override string NotSigned(string keyId, bool isAboutEntry) =>
        $"the key {keyId} has not signed the root that this receipt and the {(isAboutEntry ? "entry" : "earlier root")} lead to; one of the two was altered, or they do not belong together";

    public override string Root => "Root";

    public override string Key => "Key";

    public override string Report => "Report on a COSE receipt";

    public override string Digest => "SHA-256 of the receipt";

    public override string File => "COSE receipt";

    public override string Entry => "Entry";

    public override string Earlier => "Earlier root, as given";

    public override string Proved => "Checked with the keys of the policy file alone: the log has signed a root under which this stands.";

    private static string Number(ulong value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Entries(ulong count) => $"{Number(count)} {(count == 1 ? "entry" : "entries")}";
}
