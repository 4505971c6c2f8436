using Edge.Ledger.Evidence;

namespace Edge.Ledger.Tests.Evidence;

public sealed class EvidenceTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void One_reading_is_proved_with_who_what_and_when()
    {
        var verdict = _scene.Verify(_scene.One);
        Assert.Equal(Outcome.Valid, verdict.Outcome);
        Assert.Equal("city.example/gw-1", verdict.Gateway?.ToString());
        Assert.Equal(["water", "energy", "justice"], verdict.AcceptedBy.Select(c => c.Witness));
        var reading = Assert.Single(verdict.Readings);
        Assert.Equal((_scene.Ph, 7.21, "C-17", "technician Li"), (reading.Index, reading.Reading.Value!.Value, reading.Calibration!.Certificate, reading.Configuration!.Who));

        // Beacon cosigned at Start + 0, 1, 2, 3: three signed at Start + 1 or later. Anchor cosigned at Start + 63, 64, 66.
        Assert.Equal(((ulong?)Scene.Start + 1, (ulong?)Scene.Start + 66), (reading.NotBefore, reading.NotAfter));
        Assert.Equal([new IndexRange(_scene.Ph, _scene.Ph)], verdict.Complete);
    }

    [Fact]
    public void A_set_of_readings_is_proved_without_what_lies_between()
    {
        var verdict = _scene.Verify(_scene.Set);
        Assert.Equal(Outcome.Valid, verdict.Outcome);
        Assert.Equal([_scene.Middle, _scene.Ph, _scene.Last], verdict.Readings.Select(r => r.Index));
        Assert.Equal([(ulong)Scene.Start - 4, (ulong)Scene.Start + 1, (ulong)Scene.Start + 1], verdict.Readings.Select(r => r.NotBefore!.Value));
        Assert.Equal(3, verdict.Complete.Count);
        Assert.DoesNotContain(verdict.Entries, e => e.Index == _scene.Absent);
    }

    [Fact]
    public void A_range_is_proved_to_be_complete()
    {
        var verdict = _scene.Verify(_scene.Range);
        Assert.Equal(Outcome.Valid, verdict.Outcome);
        Assert.Equal([new IndexRange(_scene.Middle, _scene.Last)], verdict.Complete);
        Assert.Equal(5, verdict.Readings.Count);
        Assert.Null(verdict.Readings.Single(r => r.Index == _scene.Absent).Calibration);
    }

    [Fact]
    public void An_evidence_file_survives_its_own_form()
    {
        foreach (var file in new[] { _scene.One, _scene.Set, _scene.Range })
            Assert.Equal(file.ToBytes(), EvidenceFile.Parse(file.ToBytes()).ToBytes());
        foreach (var file in new[] { _scene.CompactOne, _scene.CompactSet, _scene.CompactRange, _scene.Slim })
            Assert.Equal(file.ToBytes(), CompactEvidence.Parse(file.ToBytes()).ToBytes());
    }

    [Fact]
    public void The_compact_form_proves_what_the_first_proves()
    {
        foreach (var (first, compact) in new[] { (_scene.One, _scene.CompactOne), (_scene.Set, _scene.CompactSet), (_scene.Range, _scene.CompactRange) })
        {
            var (one, other) = (_scene.Verify(first), _scene.Verify(compact));
            Assert.Equal((one.Outcome, one.Gateway), (other.Outcome, other.Gateway));
            Assert.Equal(one.Readings, other.Readings);
            Assert.Equal(one.Complete, other.Complete);
            Assert.Equal(one.AcceptedBy, other.AcceptedBy);
            Assert.Equal((one.Receipt!.Checkpoint, one.Receipt.Block.BlockHash), (other.Receipt!.Checkpoint, other.Receipt.Block.BlockHash));
        }
    }

    [Fact]
    public void A_slim_file_proves_value_place_and_both_times_but_not_under_which_calibration()
    {
        var verdict = _scene.Verify(_scene.Slim);
        Assert.Equal([new Finding(FindingCode.MeaningNotDisclosed, $"{_scene.Ph}")], verdict.Findings);
        var reading = Assert.Single(verdict.Readings);
        Assert.Equal((7.21, (ulong?)Scene.Start + 1, (ulong?)Scene.Start + 66), (reading.Reading.Value!.Value, reading.NotBefore, reading.NotAfter));
        Assert.Equal((null, null, null), (reading.Boot, reading.Configuration, reading.Calibration));
        Assert.NotNull(reading.Seal);
    }
}
