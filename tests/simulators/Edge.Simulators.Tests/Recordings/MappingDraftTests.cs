using Edge.Simulators.Recordings;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Tests.Recordings;

public sealed class MappingDraftTests
{
    private static string Draft(string csv)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, csv);
            return MappingDraft.Write(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("Zeit;Druck (bar);Ort\n1.10.2026 12:00;4.5;hier\n1.10.2026 12:01;n/a;dort\n1.10.2026 12:02;4.75;hier\n", ';', "d.M.yyyy HH:mm")]
    [InlineData("date,time,Druck (bar)\n2026-10-01,12:00:00,4.5\n2026-10-01,12:01:00,n/a\n2026-10-01,12:02:00,4.75\n", ',', "yyyy-MM-dd HH:mm:ss")]
    [InlineData("t\tDruck (bar)\n2026-10-01T12:00:00\t4.5\n2026-10-01T12:01:00\tn/a\n2026-10-01T12:02:00\t4.75\n", '\t', "yyyy-MM-dd'T'HH:mm:ss")]
    public void A_draft_finds_delimiter_time_and_missing_marks_and_replays_the_recording(string csv, char delimiter, string time)
    {
        var site = SiteFile.Read(Draft(csv), "draft.yaml");
        Assert.Equal((delimiter, time), (site.Recording!.Delimiter, site.Recording.TimeFormat));
        Assert.Contains("n/a", site.Recording.Missing);
        var columns = SmallSite.Columns(site).ToList();
        Assert.Equal("Druck (bar)", Assert.Single(columns).Name);
        Assert.Equal("druck-bar", site.Sensors[0].Plan.Channels[0].Name);
        var replay = new LockStep(site, RecordingReader.Read(new StringReader(csv), "r.csv", site.Recording, columns), 1).Run();
        Assert.Equal((2, 1), (replay.Values, replay.Absent.Values.Sum()));
    }

    [Fact]
    public void Ranges_hold_what_was_seen_with_a_margin_but_not_a_single_absurd_value()
    {
        var rows = Enumerable.Range(0, 500).Select(i => $"2026-10-01 00:{i / 60:00}:{i % 60:00},{i % 10},{(i == 77 ? "-1.18e42" : (i % 5).ToString(System.Globalization.CultureInfo.InvariantCulture))}");
        var draft = Draft("t,a,b\n" + string.Join('\n', rows));
        Assert.Contains("low: 0, high: 10, shunt: 150, column: \"a\"", draft, StringComparison.Ordinal);
        Assert.Contains("low: 0, high: 4.4, shunt: 150, column: \"b\"", draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(60, 2)]
    [InlineData(500, 4)]
    public void Absurd_values_saturate_and_the_others_keep_their_differences(int rows, int absurd)
    {
        var values = Enumerable.Range(0, rows).Select(i => i < absurd ? "1e300" : $"{i % 10}").ToList();
        var site = SiteFile.Read(Draft(Csv(values)), "draft.yaml");
        Assert.Equal(rows - absurd, Replay(values.Skip(absurd)).Values);
        Assert.Contains("LoopHigh", Assert.ThrowsAny<Exception>(() => Replay(values)).Message, StringComparison.Ordinal);

        LockStep Replay(IEnumerable<string> some) =>
            new LockStep(site, RecordingReader.Read(new StringReader(Csv(some)), "r.csv", site.Recording!, SmallSite.Columns(site)), 1).Run();

        static string Csv(IEnumerable<string> values) => "t,a\n" + string.Concat(values.Select((v, i) => $"2026-10-01 00:{i / 60:00}:{i % 60:00},{v}\n"));
    }

    [Fact]
    public void Rare_values_far_from_the_usual_ones_but_not_absurd_are_in_the_range()
    {
        var rows = Enumerable.Range(0, 100).Select(i => $"2026-10-01 00:{i / 60:00}:{i % 60:00},{(i % 20 == 0 ? 45 : i % 10)}");
        Assert.Contains("low: 0, high: 50,", Draft("t,a\n" + string.Join('\n', rows)), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_cannot_be_kept_stay_distinct_and_lead_back_to_their_column()
    {
        var draft = Draft("t,压力(bar),温度,Größe,Groß,,flow\n2026-10-01 00:00:00,1,2,3,4,5,6\n");
        var names = SiteFile.Read(draft, "draft.yaml").Sensors.SelectMany(s => s.Plan.Channels).Select(c => c.Name);
        Assert.Equal(["c2-bar", "c3", "c4-gr-e", "c5-gro", "c6", "flow"], names);
    }

    [Theory]
    [InlineData("2026-10-01T12:00:00Z", "yyyy-MM-dd'T'HH:mm:ss'Z'")]
    [InlineData("2026-10-01T12:00:00.250Z", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'")]
    public void A_time_in_utc_is_known(string time, string format)
    {
        var csv = $"t,a\n{time},1\n";
        var site = SiteFile.Read(Draft(csv), "draft.yaml");
        Assert.Equal(format, site.Recording!.TimeFormat);
        Assert.Equal(1, RecordingReader.Read(new StringReader(csv), "r.csv", site.Recording, SmallSite.Columns(site)).Rows);
    }

    [Fact]
    public void Columns_beyond_sixteen_inputs_and_texts_are_named_as_not_mapped()
    {
        var names = Enumerable.Range(1, 18).Select(i => $"c{i}").ToList();
        var draft = Draft($"t,{string.Join(',', names)},note\n2026-10-01 00:00:00,{string.Join(',', names.Select(_ => "1"))},text\n");
        Assert.Contains("address: 0x4B", draft, StringComparison.Ordinal);
        Assert.Contains("# not mapped, no terminal left: c17", draft, StringComparison.Ordinal);
        Assert.Contains("# not mapped, no numbers: note", draft, StringComparison.Ordinal);
        Assert.Equal(16, SiteFile.Read(draft, "draft.yaml").Sensors.Sum(s => s.Plan.Channels.Count));
    }

    [Theory]
    [InlineData("just text\n", "no delimiter")]
    [InlineData("a,b\n1,2\n", "no column holds a time")]
    [InlineData("a,b\n", "no row below its header")]
    [InlineData("t;a;b\n2026-10-01 00:00:00;1,5;2,5\n2026-10-01 00:00:01;1,6;2,6\n2026-10-01 00:00:02;1,7;2,7\n2026-10-01 00:00:03;1,8;2,8\n", "no numeric column found")]
    public void What_is_no_recording_says_why(string csv, string message) =>
        Assert.Contains(message, Assert.Throws<SiteFileException>(() => Draft(csv)).Message, StringComparison.Ordinal);
}
