using System.Text;
using Edge.Gateway.Configuration;
using Edge.Testing;

namespace Edge.Gateway.Tests.Configuration;

/// <summary>Files that are no configuration at all: one problem, not a list of everything that is missing.</summary>
public sealed class UnreadableConfigurationTests
{
    [Theory]
    [InlineData("", "1: file: must be a mapping of names to values, starting with \"version: 1\"")]
    [InlineData("# only a comment\n", "1: file: must be a mapping of names to values")]
    [InlineData("- version: 1\n", "1: file: must be a mapping of names to values")]
    [InlineData("version: 1\n? [a, b]\n: c\n", "1: file: must be a mapping of names to values")]
    [InlineData("version: 1\norigin: [city\n", "file: not YAML at column")]
    [InlineData("version: 1\nseal:\n\tage: 5s\n", "3: file: begins with a tab; indent with blanks")]
    [InlineData("version: 1\nwho: a\nwho: b\n", "3: file: not YAML at column 1: Duplicate key who")]
    [InlineData("version: 1\n---\nversion: 1\n", "2: file: a second document begins here; write one, without \"---\" between")]
    [InlineData("version: 1\nwho: &a Li\n", "2: file: &a is an anchor; remove it")]
    [InlineData("version: 1\nbuses: { a: *a }\n", "2: file: *a is an alias; write the value itself here")]
    [InlineData("version: 1\nwho: !!str Li\n", "2: file: tag:yaml.org,2002:str is a tag; remove it")]
    public void Its_one_problem_is_named(string text, string expected) => Assert.Contains(expected, Assert.Single(ConfigurationText.Problems(text)), StringComparison.Ordinal);

    [Fact]
    public void A_tail_of_zeroes_is_pointed_at()
    {
        byte[] bytes = [.. "version: 1\nchannels:\n"u8, .. new byte[60]];

        Assert.StartsWith($"{ConfigurationText.Path}:3: file: has bytes of zero", Assert.Single(ConfigurationText.Problems(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_pointed_at()
    {
        byte[] bytes = [.. "version: 1\nwho: M"u8, 0xFC, .. "ller\n"u8];

        Assert.Equal($"{ConfigurationText.Path}:2: file: is not UTF-8 text; save it as UTF-8", Assert.Single(ConfigurationText.Problems(bytes)));
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Equal("technician Li", ConfigurationReader.Read(ConfigurationText.Path, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(ConfigurationText.Good)]).Who);

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read_as_YAML() =>
        Assert.Contains("1: file: has more than 1048576 bytes; no configuration needs as many", Assert.Single(ConfigurationText.Problems(new byte[2_000_000])), StringComparison.Ordinal);

    [Fact]
    public void Of_a_thousand_problems_the_first_three_hundred_are_said_and_how_many_more_there_are()
    {
        var problems = ConfigurationText.Problems(ConfigurationText.Good + string.Concat(Enumerable.Range(0, 1000).Select(i => $"  x{i}: {{}}\n")));

        Assert.Equal(301, problems.Length);
        Assert.EndsWith(": and 700 more; correct these first", problems[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seal: { \"\\e[31m\\a\": 1 }", "seal.<U+001B>[31m<U+0007>: is not a setting here")]
    [InlineData("clock: { source: \"\\e[31m\" }", "clock.source: \"<U+001B>[31m\"")]
    public void What_would_steer_a_terminal_is_said_as_its_code(string line, string expected)
    {
        var part = ConfigurationText.Good.Split('\n').Single(l => l.StartsWith(line[..6], StringComparison.Ordinal));

        Assert.Contains(expected, string.Join('\n', ConfigurationText.Problems(ConfigurationText.With(part, line))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\u202E")]
    [InlineData("\\u2028")]
    [InlineData("\\n")]
    public void Who_answers_has_a_name_that_can_be_seen(string hidden)
    {
        Assert.Contains("who: has a character that cannot be seen", Assert.Single(ConfigurationText.Problems(ConfigurationText.With("technician Li", $"\"Li {hidden}x\""))), StringComparison.Ordinal);
        Assert.False(new Edge.Gateway.Doctor.Commissioning.CommissioningNote("well", System.Text.RegularExpressions.Regex.Unescape($"Li {hidden}x")).IsSound);
    }

    [Theory]
    [InlineData("version: 1\nsensors: ", "[", 2)]
    [InlineData("version: 1\nsensors: ", "{a: ", 2)]
    [InlineData("version: 1\nsensors:\n ", "- ", 3)]
    public void A_file_nested_to_overflow_the_stack_is_refused_by_its_depth(string head, string nest, int line) =>
        Assert.Contains($"{line}: file: lists and mappings are nested deeper than 16",
            Assert.Single(ConfigurationText.Problems(head + string.Concat(Enumerable.Repeat(nest, 100_000)))), StringComparison.Ordinal);
}
