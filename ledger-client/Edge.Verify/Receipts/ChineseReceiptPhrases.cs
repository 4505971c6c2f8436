using System.Globalization;
using Edge.Verify.Words;

namespace Edge.Verify.Receipts;

internal sealed class ChineseReceiptPhrases(Phrases shared) : ReceiptPhrases(shared)
{
    public override string OwnWordOnly => "这只是日志自身的声明：COSE 回执不证明时间，也没有部门见证";

    public override string Included(ulong index, string entry, string log, ulong size) => $"第 {Number(index)} 条日志条目（{entry}）在日志 {log} 之中，签署时日志共 {Number(size)} 条";

    public override string Grown(string log, ulong oldSize, ulong size) => $"日志 {log} 签署时共 {Number(size)} 条，开头是所给的根之下的 {Number(oldSize)} 条，此后只有增加";

    public override string KeyUnknown(string keyId) => $"信任策略中没有日志密钥 {keyId}";

    public override string NotSigned(string keyId, bool isAboutEntry) =>
        $"密钥 {keyId} 没有签署此回执与{(isAboutEntry ? "日志条目" : "先前的根")}所得出的根；二者之一已被改动，或二者不相配";

    private static string Number(ulong value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public override string Root => "根";

    public override string Key => "密钥";

    public override string Report => "COSE 回执核验报告";

    public override string Digest => "回执文件的 SHA-256";

    public override string File => "COSE 回执";

    public override string Entry => "日志条目";

    public override string Earlier => "所给的先前的根";

    public override string Proved => "仅以信任策略文件中的公钥核验：日志签署了涵盖此内容的根。";
}
