using Edge.Gateway.Export;
using Edge.Ledger.Cose;
using Edge.Ledger.Notes;
using Edge.Store.Log;

namespace Edge.Gateway.Tests.Export;

public sealed class CoseExportTests
{
    [Fact]
    public void An_entry_and_its_receipt_verify_under_the_newest_signed_checkpoint()
    {
        using var log = new SizedLog(20);
        var export = new CoseExport(log.Log.View, log.Signer, ExportWords.English);

        var entry = SignedEntry.Parse(export.Entry(7).ToBytes());
        var receipt = (InclusionReceipt)CoseReceipt.Parse(export.Inclusion(7).ToBytes());

        Assert.True(entry.Verify(log.Signer.Verifier, out var root));
        Assert.Equal(log.Log.Root, root);
        Assert.Equal("7"u8.ToArray(), entry.Entry.ToArray());
        Assert.True(receipt.Verify(log.Signer.Verifier, "7"u8, out _));
    }

    [Fact]
    public void Growth_is_proved_from_any_earlier_size()
    {
        using var log = new SizedLog(20);
        var old = log.Log.Root;
        log.Grow(300);

        var receipt = new CoseExport(log.Log.View, log.Signer, ExportWords.English).Consistency(20);

        Assert.True(receipt.Verify(log.Signer.Verifier, old, out var root));
        Assert.Equal(log.Log.Root, root);
    }

    [Fact]
    public void Entries_that_no_checkpoint_signs_yet_have_no_receipt()
    {
        using var log = new SizedLog(20);
        var batch = new EntryBatch();
        batch.Add("20"u8);
        log.Log.Append(batch);
        var export = new CoseExport(log.Log.View, log.Signer, ExportWords.English);

        Assert.Contains("Entry 20 is under no signed checkpoint", Assert.Throws<ExportException>(() => export.Entry(20)).Message, StringComparison.Ordinal);
        Assert.Equal(20UL, export.Inclusion(19).TreeSize);
        Assert.Throws<ExportException>(() => export.Consistency(20));
    }

    [Fact]
    public void What_RFC_9942_cannot_express_is_said()
    {
        using var log = new SizedLog(1);
        var export = new CoseExport(log.Log.View, log.Signer, ExportWords.English);

        Assert.Contains("one signed entry", Assert.Throws<ExportException>(() => export.Entry(0)).Message, StringComparison.Ordinal);
        Assert.Throws<ExportException>(() => export.Consistency(0));
        Assert.Throws<ExportException>(() => export.Consistency(1));
    }

    [Fact]
    public void What_can_never_be_is_a_fault_of_the_command_and_what_can_not_be_yet_is_none()
    {
        using var log = new SizedLog(20);
        var batch = new EntryBatch();
        batch.Add("20"u8);
        log.Log.Append(batch);
        var export = new CoseExport(log.Log.View, log.Signer, ExportWords.English);

        Assert.True(Assert.Throws<ExportException>(() => export.Entry(21)).IsOfInput);
        Assert.True(Assert.Throws<ExportException>(() => export.Inclusion(21)).IsOfInput);
        Assert.True(Assert.Throws<ExportException>(() => export.Consistency(0)).IsOfInput);
        Assert.True(Assert.Throws<ExportException>(() => export.Consistency(22)).IsOfInput);
        Assert.False(Assert.Throws<ExportException>(() => export.Entry(20)).IsOfInput);
        Assert.False(Assert.Throws<ExportException>(() => export.Consistency(21)).IsOfInput);
    }

    [Fact]
    public void A_key_that_has_not_signed_the_checkpoint_issues_nothing()
    {
        using var log = new SizedLog(20);
        using var other = new NoteSigner(log.Signer.Name, KeyType.Ed25519, new byte[32]);

        Assert.Contains("is not signed with the key", Assert.Throws<ExportException>(() => new CoseExport(log.Log.View, other, ExportWords.English).Entry(7)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_SM2_key_issues_nothing()
    {
        using var log = new SizedLog(20, keyType: KeyType.Sm2);

        Assert.Contains("SM3 or SM2", Assert.Throws<ExportException>(() => new CoseExport(log.Log.View, log.Signer, ExportWords.English).Entry(7)).Message, StringComparison.Ordinal);
    }
}
