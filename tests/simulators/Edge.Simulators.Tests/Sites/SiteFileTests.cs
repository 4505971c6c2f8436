using Edge.Simulators.Sites;
using Edge.Simulators.Tests.Recordings;

namespace Edge.Simulators.Tests.Sites;

public sealed class SiteFileTests
{
    private static string[] Problems(string from, string to)
    {
        Assert.Contains(from, SmallSite.Mapping, StringComparison.Ordinal);
        return [.. Assert.Throws<SiteFileException>(() => SiteFile.Read(SmallSite.Mapping.Replace(from, to, StringComparison.Ordinal), "m.yaml")).Problems];
    }

    [Theory]
    [InlineData("k_factor: 450", "k_faktor: 450", "m.yaml:12:16: sensors[0].options.k_faktor: is not a setting here")]
    [InlineData("domain: water", "domain: air", "m.yaml:16:5: sensors[1].domain: \"air\" is not known; write pipeline or energy or water")]
    [InlineData("address: 0x49", "address: 0x59", "m.yaml:32:5: sensors[3].address: 0x59 is not an ADS1115's")]
    [InlineData("low: -1, high: 9", "low: 9, high: 9", "m.yaml:35:77: sensors[3].channels[0].high: the range 9 to 9 is empty")]
    [InlineData("columns: [Time]", "columns: [Tome]", "recording.time.columns: \"Tome\" is not in recording.header")]
    [InlineData("delimiter: \",\"", "delimiter: \";;\"", "m.yaml:4:3: recording.delimiter: must be one character")]
    [InlineData("name: small", "nome: small", "name: is missing")]
    public void A_problem_is_named_by_file_line_and_column(string from, string to, string problem) =>
        Assert.Contains(Problems(from, to), p => p.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("a: [1, 2", "m.yaml:")]
    [InlineData("- 1", "m.yaml:1:1: is not a mapping file")]
    [InlineData("", "m.yaml:1:1: is not a mapping file")]
    [InlineData("name: x\nsensors: []", "sensors: is missing or empty")]
    [InlineData("name: x\nsensors: [1]", "sensors[0].driver")]
    [InlineData("name: x\nname: y", "m.yaml:")]
    public void What_is_no_mapping_is_refused_in_words(string yaml, string problem) =>
        Assert.Contains(problem, Assert.Throws<SiteFileException>(() => SiteFile.Read(yaml, "m.yaml")).Message, StringComparison.Ordinal);
}
