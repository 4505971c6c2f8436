using Edge.Integration.Tests.Towns;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;

namespace Edge.Integration.Tests.Days;

public sealed class WholeWayTests(DayTown day) : IClassFixture<DayTown>
{
    [Fact]
    public async Task A_reading_of_every_domain_is_sealed_anchored_cut_and_verified()
    {
        Assert.Superset(new HashSet<string> { "pipeline", "energy", "water" }, day.State.Channels.Values.Select(c => c.Domain).ToHashSet());
        foreach (var (channel, file) in day.Evidence)
        {
            var run = await day.VerifyAsync(file);

            Assert.True(run.Code == 0, run.Said());
            Assert.StartsWith("Valid", run.Output, StringComparison.Ordinal);
            Assert.Contains(channel, run.Output, StringComparison.Ordinal);
            Assert.Contains("water-gw-0001", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_evidence_says_when_under_which_calibration_and_who_accepted_it()
    {
        foreach (var (channel, file) in day.Evidence)
        {
            var verdict = Verify(await File.ReadAllBytesAsync(file));

            var proved = Assert.Single(verdict.Readings);
            Assert.Equal(channel, proved.Reading.Channel);
            Assert.Equal("2026-11-01", proved.Calibration!.Date);
            Assert.True(proved.NotBefore <= proved.NotAfter);
            Assert.True(verdict.AcceptedBy.Count >= 3);
        }
    }

    [Fact]
    public async Task A_whole_range_is_proved_to_lack_nothing()
    {
        var last = day.State.Anchored - 1;
        var file = day.File("all.edge");
        await day.CutAsync(file, "--from", "0", "--to", $"{last}");

        var run = await day.VerifyAsync(file);

        Assert.True(run.Code == 0, run.Said());
        var verdict = Verify(await File.ReadAllBytesAsync(file));
        Assert.Equal(new IndexRange(0, last), Assert.Single(verdict.Complete));
        Assert.Equal(last + 1, (ulong)verdict.Entries.Count);
        Assert.Contains(verdict.Entries, e => e.Entry is BootEntry);
    }

    [Fact]
    public async Task Evidence_of_what_is_not_there_is_refused_in_words()
    {
        var file = day.File("none.edge");
        foreach (var which in new[] { new[] { "--channel", "no.such.channel" }, ["--index", "99999999"], ["--from", "5", "--to", "2"] })
        {
            var run = await ProgramRun.Of(Testing.Programs.Gateway, ["evidence", "--config", day.Configuration, "--out", file, .. which]);

            Assert.True(run.Code == 2, $"{string.Join(' ', which)} gave {run.Code}: {run.Said()}");
            Assert.NotEmpty(run.Error);
            Assert.False(File.Exists(file));
        }
    }

    private Verdict Verify(byte[] bytes) => new EvidenceVerifier(TrustPolicy.Parse(File.ReadAllBytes(day.Policy))).Verify(bytes);
}
