using System.Security.Cryptography;
using System.Text.Json;
using Edge.Ledger.Cose;
using Edge.Ledger.Entries;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Receipts;

/// <summary>The answer about one receipt, for people and for programs; see SPEC.md, COSE receipts.</summary>
/// <param name="Bytes">What is in the receipt's file.</param>
internal sealed record ReceiptReport(Arguments Asked, byte[] Bytes, byte[] PolicyBytes, TrustPolicy Policy, ReceiptCheck Check, ReceiptPhrases Phrases)
{
    private readonly Phrases _shared = Phrases.Shared;

    public ExitCode ExitCode => Check.Fault == ReceiptFault.None ? ExitCode.Valid : ExitCode.Invalid;

    /// <summary>The log it is about, as its key's name has it.</summary>
    public string Origin => Check.Receipt.KeyId[..Check.Receipt.KeyId.LastIndexOf('+')];

    public string Sentence => Check.Fault == ReceiptFault.None ? _shared.ValidBut([Phrases.OwnWordOnly], Claim) : _shared.Invalid(Why);

    /// <summary>No department and no other log has a part in what is proved.</summary>
    public Label TrustNote => Check.Fault == ReceiptFault.None ? Label.TrustNoteOfOneKey : Label.TrustNoteOfNothing;

    /// <summary>Why it proves nothing, as the end of a sentence.</summary>
    public string Why => Check.Fault == ReceiptFault.KeyUnknown
        ? Phrases.KeyUnknown(Key)
        : Phrases.NotSigned(Key, Check.Entry is not null);

    /// <summary>The key by its name and id; whatever else a stranger wrote in its place is in quotation marks.</summary>
    private string Key => Check.Receipt.KeyId is var id && id.LastIndexOf('+') is > 0 and var plus && id.Length == plus + 1 + 8 && id[(plus + 1)..].All(char.IsAsciiHexDigitLower)
        ? $"{ShownText.Name(id[..plus])}{id[plus..]}"
        : ShownText.Name(id);

    private string Claim => Check.Receipt is InclusionReceipt inclusion
        ? Phrases.Included(inclusion.Index, Phrases.Describe(Entry.Decode(Check.Entry.GetValueOrDefault().Span), Asked.Full), ShownText.Name(Origin), inclusion.TreeSize)
        : Phrases.Grown(ShownText.Name(Origin), ((ConsistencyReceipt)Check.Receipt).OldSize, Check.Receipt.TreeSize);

    public void Write(ReportWriter writer)
    {
        writer.Paragraph(Sentence);
        writer.Blank();
        if (Check.Fault == ReceiptFault.None)
        {
            writer.Field(Phrases.Key, Check.Receipt.KeyId);
            writer.Field(Phrases.Root, Shortened.Hash(Check.Root, Asked.Full));
        }

        File(Phrases.File, Asked.Evidence, Bytes);
        if (Asked.Entry is { } path && Check.Entry is { } entry)
            File(Phrases.Entry, path, entry.Span);
        File(_shared.Word(Label.PolicyFile), Asked.Policy, PolicyBytes);
        TrustSection.Write(writer, Policy, _shared, Asked.Full, TrustNote);

        void File(string label, string path, ReadOnlySpan<byte> bytes) =>
            writer.Field(label, $"{path}{_shared.Semicolon}SHA-256 {Shortened.Hash(SHA256.HashData(bytes), Asked.Full)}");
    }

    public void WriteJson(Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonReport.Form);
        json.WriteStartObject();
        json.WriteString("format", "edge-receipt/1");
        json.WriteString("outcome", Check.Fault == ReceiptFault.None ? "valid_but" : "invalid");
        json.WriteNumber("exit_code", (int)ExitCode);
        json.WriteString("language", Languages.Code(_shared.Language));
        json.WriteString("sentence", ShownText.Clean(Sentence));
        json.WriteString("fault", JsonReport.Snake(Check.Fault));
        json.WriteString("key_id", Check.Receipt.KeyId);
        json.WriteNumber("size", Check.Receipt.TreeSize);
        if (Check.Receipt is InclusionReceipt inclusion)
            json.WriteNumber("index", inclusion.Index);
        if (Check.Receipt is ConsistencyReceipt consistency)
            json.WriteNumber("old_size", consistency.OldSize);
        if (Check.Fault == ReceiptFault.None)
            json.WriteString("root", Convert.ToHexStringLower(Check.Root.Bytes));
        if (Check.Fault == ReceiptFault.None && Check.Entry is { } entry)
            json.WriteString("entry", Convert.ToHexStringLower(entry.Span));
        JsonReport.File(json, "file", Asked.Evidence, Bytes);
        JsonReport.Policy(json, Asked.Policy, PolicyBytes, Policy);
        JsonReport.End(json, output);
    }
}
