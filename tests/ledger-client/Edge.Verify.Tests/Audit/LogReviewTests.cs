using Edge.Bench.Audit;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Verify.Audit;

namespace Edge.Verify.Tests.Audit;

/// <summary>Logs that are whole and signed, but whose entries contradict one another.</summary>
public class LogReviewTests
{
    [Fact]
    public void A_reading_that_names_another_context_is_found() =>
        Finds(AuditCode.ContextMismatch, 32, day => day.Reading(context: TreeHasher.Sha256.EmptyRoot));

    [Fact]
    public void A_reading_before_any_start_is_found()
    {
        using var scene = new AuditScene(day =>
        {
            day.Reading();
            day.Seal();
        });

        Assert.Equal((AuditCode.ContextMismatch, 0UL), (Assert.Single(scene.Audit().Findings) is var f ? (f.Code, f.FirstEntry!.Value) : default));
    }

    [Fact]
    public void A_configuration_in_force_that_a_reading_does_not_name_is_found() =>
        Finds(AuditCode.ContextMismatch, 33, day =>
        {
            day.Append(new ConfigurationEntry("main.pressure.1", "{}", TreeHasher.Sha256.EmptyRoot, "somebody"));
            day.Reading();
        }, faults: 2); // The channel's next reading does not name it either.

    [Fact]
    public void A_seal_that_counts_other_readings_is_found() => Finds(AuditCode.SealMismatch, 33, day =>
    {
        day.Reading(Quality.Bad);
        day.BatchCounts = new QualityCounts(11, 0, 0, 0);
    });

    [Fact]
    public void A_seal_over_another_range_is_found() => Finds(AuditCode.SealMismatch, 32, day => day.BatchFirst++);

    [Fact]
    public void A_seal_over_all_numbers_there_are_is_found()
    {
        using var scene = new AuditScene(day => day.Append(new SealEntry(0, ulong.MaxValue, default, 0, 1, null, ClockSource.None, null, default)));

        Assert.Equal((AuditCode.SealMismatch, 0UL), (Assert.Single(scene.Audit().Findings) is var f ? (f.Code, f.FirstEntry!.Value) : default));
    }

    [Fact]
    public void A_seal_that_does_not_name_the_one_before_is_found() => Finds(AuditCode.SealMismatch, 32, day => day.LastSeal = TreeHasher.Sha256.EmptyRoot);

    [Fact]
    public void A_log_that_ends_within_a_batch_is_found()
    {
        using var scene = new AuditScene(day =>
        {
            AuditScene.Plain(day);
            day.Reading();
        });

        Assert.Equal((AuditCode.NotSealed, 615UL), (Assert.Single(scene.Audit().Findings) is var f ? (f.Code, f.FirstEntry!.Value) : default));
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x83, 0x01, 0x00, 0x50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void An_entry_in_another_form_is_found(byte[] entry) => Finds(AuditCode.EntryMalformed, 32, day => day.Append(entry));

    [Fact]
    public void A_kind_of_a_later_day_is_a_reservation()
    {
        using var scene = new AuditScene(day =>
        {
            day.Measure(10, "vkey");
            day.Append([0x83, 0x01, 0x18, 0x63, 0x50, .. new byte[16]]);
            day.Seal();
        });

        var result = scene.Audit();

        Assert.Equal((Outcome.ValidBut, AuditCode.UnknownKind, 33UL, 1UL), (result.Outcome, result.Findings[0].Code, result.Findings[0].FirstEntry!.Value, result.Findings[0].Count));
    }

    [Fact]
    public void Of_a_thousand_faults_a_hundred_are_listed()
    {
        using var scene = new AuditScene(day =>
        {
            day.Boot("vkey");
            for (var i = 0; i < 1000; i++)
                day.Reading(context: TreeHasher.Sha256.EmptyRoot);
            day.Seal();
        });

        Assert.Equal((1000UL, 100), (scene.Audit().FaultCount, scene.Audit().Findings.Count));
    }

    [Fact]
    public void Names_that_no_reading_can_have_take_no_memory()
    {
        using var scene = new AuditScene(day =>
        {
            day.Boot("vkey");
            day.Append(new ConfigurationEntry(new string('n', 64), "{}", TreeHasher.Sha256.EmptyRoot, ""));
            day.Append(new ConfigurationEntry(new string('n', 65), "{}", TreeHasher.Sha256.EmptyRoot, ""));
            day.Append(new CalibrationEntry(new string('n', 60_000), "", "", "", ""));
            day.Seal();
        });

        Assert.Equal(64, scene.Audit().Review.Channels.Max(c => c.Name.Length));
    }

    [Fact]
    public void Ten_thousand_channels_are_told_apart_and_no_more()
    {
        using var scene = new AuditScene(day =>
        {
            day.Boot("vkey");
            for (var i = 0; i < 10_001; i++)
                day.Append(new ConfigurationEntry($"c{i}", "{}", TreeHasher.Sha256.EmptyRoot, ""));
            day.Seal();
        });

        Assert.Equal((Outcome.Valid, 10_000), (scene.Audit().Outcome, scene.Audit().Review.Channels.Count()));
    }

    [Fact]
    public void After_a_start_nothing_from_before_is_in_force()
    {
        using var scene = new AuditScene(day =>
        {
            day.Boot("vkey");
            day.ClockCorrection();
            day.Reading();
            var boot = day.Append(new BootEntry(Guid.Empty, 1, null, ClockSource.None, "", ""));
            day.Reading(context: new ReadingContext(boot, default, default, default, day.LastSeal).Hash(TreeHasher.Sha256));
            day.Seal();
        });

        Assert.Equal(Outcome.Valid, scene.Audit().Outcome);
    }

    [Fact]
    public void What_concerns_all_channels_costs_as_much_with_ten_thousand_as_with_ten()
    {
        const int Corrections = 40_000;
        var few = Time(10);

        Assert.InRange(Time(10_000), TimeSpan.Zero, 5 * few + TimeSpan.FromSeconds(2));

        static TimeSpan Time(int channels)
        {
            using var scene = new AuditScene(day =>
            {
                day.Boot("vkey");
                for (var i = 10; i < channels; i++)
                    day.Append(new ConfigurationEntry($"c{i}", "{}", TreeHasher.Sha256.EmptyRoot, ""));
                for (var i = 0; i < Corrections; i++)
                    day.ClockCorrection();
                day.Seal();
            });
            var start = TimeProvider.System.GetTimestamp();
            Assert.Equal(Outcome.Valid, scene.Audit().Outcome);
            return TimeProvider.System.GetElapsedTime(start);
        }
    }

    /// <summary>After a start, a seal and ten readings (entries 0 to 31) something is wrong, and then the log goes on as it should.</summary>
    private static void Finds(AuditCode code, ulong index, Action<GatewayDay> wrong, ulong faults = 1)
    {
        using var scene = new AuditScene(day =>
        {
            day.Boot("vkey");
            day.Seal();
            AuditScene.Readings(day, 10);
            wrong(day);
            day.Seal();
            AuditScene.Readings(day, 10);
            day.Seal();
        });

        var result = scene.Audit();

        Assert.Equal((code, index, faults), (result.Findings[0].Code, result.Findings[0].FirstEntry!.Value, result.FaultCount));
        Assert.Equal(Outcome.Invalid, result.Outcome);
    }
}
