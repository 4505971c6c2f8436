using System.Text.Json;
using Edge.Ledger.Cose;
using Edge.Ledger.Entries;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Receipts;

/// <summary>The answer about one receipt, for people and for programs; see SPEC.md, COSE receipts.</summary>
internal sealed class ReceiptReport(Arguments asked, byte[] policyBytes, TrustPolicy policy, ReceiptCheck check, ReceiptPhrases phrases)
{
    private readonly Phrases _shared = phrases.Shared;

    public ExitCode ExitCode => check.Fault == ReceiptFault.None ? ExitCode.Valid : ExitCode.Invalid;

    private string Log => ShownText.Name(check.Receipt.KeyId[..check.Receipt.KeyId.LastIndexOf('+')]);

    private string Sentence => check.Fault switch
    {
        ReceiptFault.None => _shared.ValidBut([phrases.OwnWordOnly], check.Receipt is InclusionReceipt inclusion
            ? phrases.Included(inclusion.Index, phrases.Describe(Entry.Decode(check.Entry.GetValueOrDefault().Span)), Log, inclusion.TreeSize)
            : phrases.Grown(Log, ((ConsistencyReceipt)check.Receipt).OldSize, check.Receipt.TreeSize)),
        ReceiptFault.KeyUnknown => _shared.Invalid(phrases.KeyUnknown(check.Receipt.KeyId)),
        _ => _shared.Invalid(phrases.NotSigned(check.Receipt.KeyId, check.Entry is not null)),
    };

    public void Write(ReportWriter writer)
    {
        writer.Paragraph(Sentence);
        writer.Blank();
        if (check.Fault == ReceiptFault.None)
        {
            writer.Field(phrases.Key, check.Receipt.KeyId);
            writer.Field(phrases.Root, Shortened.Hash(check.Root, asked.Full));
        }

        TrustSection.Write(writer, policy, _shared, asked.Full);
    }

    public void WriteJson(Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Form);
        json.WriteStartObject();
        json.WriteString("format", "edge-receipt/1");
        json.WriteString("outcome", check.Fault == ReceiptFault.None ? "valid_but" : "invalid");
        json.WriteNumber("exit_code", (int)ExitCode);
        json.WriteString("language", Languages.Code(_shared.Language));
        json.WriteString("sentence", ShownText.Clean(Sentence));
        json.WriteString("fault", JsonReport.Snake(check.Fault));
        json.WriteString("key_id", check.Receipt.KeyId);
        json.WriteNumber("size", check.Receipt.TreeSize);
        if (check.Receipt is InclusionReceipt inclusion)
            json.WriteNumber("index", inclusion.Index);
        if (check.Receipt is ConsistencyReceipt consistency)
            json.WriteNumber("old_size", consistency.OldSize);
        if (check.Fault == ReceiptFault.None)
            json.WriteString("root", Convert.ToHexStringLower(check.Root.Bytes));
        if (check.Fault == ReceiptFault.None && check.Entry is { } entry)
            json.WriteString("entry", Convert.ToHexStringLower(entry.Span));
        JsonReport.Policy(json, asked.Policy, policyBytes, policy);
        JsonReport.End(json, output);
    }
}
