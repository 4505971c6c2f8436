using Edge.Simulators.Recordings;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Tests.Recordings;

public sealed class RecordingReaderTests
{
    private static readonly RecordingFormat Format = new(["t", "a", "b"], ';', ["", "NA", "?"], ["t"], "HH:mm:ss");
    private static readonly ColumnSource[] Both = [new("a", "m.yaml:1:1"), new("b", "m.yaml:2:1")];

    private static Recording Read(string csv) => RecordingReader.Read(new StringReader(csv), "r.csv", Format, Both);

    private static string Refused(string csv) => Assert.Throws<SiteFileException>(() => Read(csv)).Message;

    [Theory]
    [InlineData("t;a;b\n00:00:01;1;2\n00:00:02;3;4\n")]
    [InlineData("t;a;b\r\n00:00:01;1;2\r\n00:00:02;3;4\r\n")]
    [InlineData("t;a;b\n00:00:01;1;2\n00:00:02;3;4")]
    [InlineData("\"t\";\"a\";\"b\"\n\"00:00:01\";\"1\";2\n00:00:02;\" 3 \";4\n")]
    [InlineData("\uFEFFt;a;b\n00:00:01;1;2\n00:00:02;3;4\n")]
    public void Line_ends_quotes_and_a_missing_last_newline_do_not_matter(string csv)
    {
        var recording = Read(csv);
        Assert.Equal(2, recording.Rows);
        Assert.True(recording.TryRead(1, 0, out var a) && recording.TryRead(1, 1, out var b) && (a, b) == (3, 4));
    }

    [Fact]
    public void Blanks_in_every_spelling_are_no_value()
    {
        var recording = Read("t;a;b\n00:00:01;;NA\n00:00:02;?; \n00:00:03;-1.18e42;4\n");
        Assert.Equal(
            [false, false, false, false, true, true],
            Enumerable.Range(0, 3).SelectMany(row => new[] { recording.TryRead(row, 0, out _), recording.TryRead(row, 1, out _) }));
        Assert.True(recording.TryRead(2, 0, out var absurd) && absurd == -1.18e42);
    }

    [Fact]
    public void Steps_are_the_recordings_own_and_a_clock_that_stands_or_goes_back_counts_one_interval()
    {
        var recording = Read("t;a;b\n00:00:01;1;1\n00:00:02;1;1\n00:00:04;1;1\n00:00:04;1;1\n00:00:01;1;1\n;1;1\n00:00:02;1;1\n");
        Assert.Equal(TimeSpan.FromSeconds(2), recording.Steps[1]);
        Assert.All([recording.Steps[2], recording.Steps[3], recording.Steps[4], recording.Steps[6]], s => Assert.Equal(recording.Interval, s));
    }

    [Theory]
    [InlineData("t;a;b\n00:00:01;1;2\n00:00:02;1;x7\n", "r.csv:3: column 3 (b): \"x7\" is neither a number")]
    [InlineData("t;a;b\n00:00:01;1;NaN\n", "r.csv:2: column 3 (b)")]
    [InlineData("t;a;b\n00:00:01;1,5;2\n", "r.csv:2: column 2 (a)")]
    [InlineData("t;a;b\n00:00:01;1\n", "r.csv:2: column 2 (a): the line has 2 fields where the header has 3")]
    [InlineData("t;a;b\n00:00:01;1;2;3\n", "r.csv:2: column 3 (b): the line has 4 fields")]
    [InlineData("t;a;b\n25:00:01;1;2\n", "r.csv:2: column 1 (t): \"25:00:01\" is not a time of the form HH:mm:ss")]
    [InlineData("t;a;c\n00:00:01;1;2\n", "r.csv:1:1: the header is not the mapping's")]
    [InlineData("t;a;b\n", "has no row")]
    [InlineData("", "r.csv:1:1")]
    [InlineData("t;a;b\n00:00:01;\"1;2\n00:00:02;3;4\n", "r.csv:2")]
    public void What_does_not_fit_is_named_by_file_line_and_column(string csv, string message) =>
        Assert.Contains(message, Refused(csv), StringComparison.Ordinal);

    [Fact]
    public void A_mapped_column_that_is_not_there_is_named_by_its_place_in_the_mapping()
    {
        var problem = Assert.Throws<SiteFileException>(() => RecordingReader.Read(new StringReader(""), "r.csv", Format, [new ColumnSource("z", "m.yaml:7:9")]));
        Assert.StartsWith("m.yaml:7:9: column \"z\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_says_so() =>
        Assert.Contains("cannot be read", Assert.Throws<SiteFileException>(() => MappingLibrary.Find("/nowhere/r.csv")!).Message, StringComparison.Ordinal);
}
