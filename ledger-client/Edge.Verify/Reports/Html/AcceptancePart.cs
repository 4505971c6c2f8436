using Edge.Ledger.Policies;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Who accepted it and when: each department of the policy, the checkpoint they signed, the block that holds it.</summary>
public static class AcceptancePart
{
    private const int MaxRows = 200;

    public static void Write(HtmlWriter html, Examination e)
    {
        var (phrases, receipt) = (e.Phrases, e.Verdict.Receipt!);
        using var part = HtmlPage.Section(html, phrases.Word(Label.AcceptedBy));
        Departments(html, e.Policy, e.Verdict.AcceptedBy, e.Times, phrases, e.Asked.Full);
        using var facts = new Facts(html);
        facts.Add(phrases.Word(PageLabel.Checkpoint), phrases.CheckpointOf(receipt.Checkpoint.Origin, receipt.Checkpoint.Size));
        facts.AddHash(phrases.Word(PageLabel.Root), receipt.Checkpoint.Root.Bytes);
        facts.Add(
            phrases.Word(Label.CityBlock),
            phrases.Block(receipt.Block.Block.Checkpoint!.Size, TimeBounds.SignedBy(e.Policy, receipt.Block.Block.Cosigners) is { } t ? e.Times.Full(t) : null, e.Times.Zone));
        facts.AddHash(phrases.Word(PageLabel.BlockHash), receipt.Block.BlockHash.Bytes);
    }

    /// <summary>Each department of the policy, those first that accepted.</summary>
    public static void Departments(HtmlWriter html, TrustPolicy policy, IReadOnlyList<Cosigner> accepted, Instants times, Phrases phrases, bool full)
    {
        var most = full ? int.MaxValue : MaxRows;
        using (var table = new Table(
            html, "departments", phrases.Accepted(accepted.Count, policy.Witnesses.Count, policy.QuorumSize),
            phrases.Word(PageLabel.Department), $"{phrases.Word(PageLabel.When)} ({times.Zone})"))
        {
            var when = accepted.ToDictionary(c => c.Witness, c => c.Time);
            using var body = table.Body();
            foreach (var witness in policy.Witnesses.OrderBy(w => when.ContainsKey(w.Name) ? 0 : 1).Take(most))
            {
                using var row = table.Row();
                table.Cell(witness.Name);
                table.Cell(when.TryGetValue(witness.Name, out var time) ? times.Full(time) : phrases.Word(PageLabel.Silent));
            }
        }

        if (policy.Witnesses.Count > most)
            html.Element("p", phrases.LeftOut(policy.Witnesses.Count - most));
    }
}
