using Edge.Ledger.Policies;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Who accepted it and when: each department of the policy, the checkpoint they signed, the block that holds it.</summary>
public static class AcceptancePart
{
    private const int MaxRows = 200;

    public static void Write(HtmlWriter html, Examination e)
    {
        var (phrases, verdict) = (e.Phrases, e.Verdict);
        using var part = HtmlPage.Section(html, phrases.Word(Label.AcceptedBy));
        using (var table = new Table(
            html, "departments", phrases.Accepted(verdict.AcceptedBy.Count, e.Policy.Witnesses.Count, e.Policy.QuorumSize),
            phrases.Word(PageLabel.Department), $"{phrases.Word(PageLabel.When)} ({e.Times.Zone})"))
        {
            var times = verdict.AcceptedBy.ToDictionary(c => c.Witness, c => c.Time);
            using var body = table.Body();
            foreach (var witness in e.Policy.Witnesses.OrderBy(w => times.ContainsKey(w.Name) ? 0 : 1).Take(e.Asked.Full ? int.MaxValue : MaxRows))
            {
                using var row = table.Row();
                table.Cell(witness.Name);
                table.Cell(times.TryGetValue(witness.Name, out var time) ? e.Times.Full(time) : phrases.Word(PageLabel.Silent));
            }
        }

        if (!e.Asked.Full && e.Policy.Witnesses.Count > MaxRows)
            html.Element("p", phrases.LeftOut(e.Policy.Witnesses.Count - MaxRows));
        var block = verdict.Receipt!.Block;
        using var facts = new Facts(html);
        facts.Add(phrases.Word(PageLabel.Checkpoint), phrases.CheckpointOf(verdict.Receipt.Checkpoint.Origin, verdict.Receipt.Checkpoint.Size));
        facts.AddHash(phrases.Word(PageLabel.Root), verdict.Receipt.Checkpoint.Root.Bytes);
        facts.Add(
            phrases.Word(Label.CityBlock),
            phrases.Block(block.Block.Checkpoint!.Size, TimeBounds.SignedBy(e.Policy, block.Block.Cosigners) is { } t ? e.Times.Full(t) : null, e.Times.Zone));
        facts.AddHash(phrases.Word(PageLabel.BlockHash), block.BlockHash.Bytes);
    }
}
