using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports.Html;

public sealed class EvidencePageTests
{
    private static readonly Scene Town = new();
    private static readonly byte[] Morning = new LongScene().Cut(300);

    private static byte[] Altered
    {
        get
        {
            var bytes = Town.One.ToBytes();
            bytes[^1] ^= 1;
            return bytes;
        }
    }

    /// <summary>Nothing of what gives the reading its meaning but the seal.</summary>
    private static byte[] Slim => Town.Gateway.Compact(Town.Receipt, Town.Size, [Town.SecondBlock], e => e is Ledger.Entries.SealEntry, Town.Ph).ToBytes();

    public static TheoryData<string> Names => [.. Files.Keys];

    private static Dictionary<string, byte[]> Files { get; } = new()
    {
        ["one reading"] = Town.One.ToBytes(),
        ["no value"] = Town.Gateway.Cut(Town.Receipt, Town.Size, [Town.SecondBlock], Town.Absent).ToBytes(),
        ["no lower bound"] = Town.Gateway.Cut(Town.Receipt, Town.Size, [], Town.Early).ToBytes(),
        ["only a gap"] = Town.Gateway.Cut(Town.Receipt, Town.Size, [], Town.Gap).ToBytes(),
        ["a set"] = Town.Set.ToBytes(),
        ["a range"] = Town.Range.ToBytes(),
        ["a morning"] = Morning,
        ["altered"] = Altered,
        ["compact"] = Town.CompactRange.ToBytes(),
        ["slim"] = Slim,
    };

    /// <summary>Three starts, the third with another configuration.</summary>
    private static byte[] Restarted()
    {
        var gateway = new ModelGateway(Town.Keys.Gateway) { Now = Scene.Start };
        var readings = new List<ulong>();
        foreach (var (boot, bus) in new[] { (1, "i2c-1"), (2, "i2c-1"), (3, "i2c-2") })
        {
            gateway.Append(new BootEntry(new Guid(boot, 0, 0, new byte[8]), 0, null, ClockSource.Kernel, "edge 0.1.0", ""));
            gateway.Append(new ConfigurationEntry("tap3.ph", $"{{\"driver\":\"ezo-ph\",\"bus\":\"{bus}\"}}", default, "technician Li"));
            readings.Add(gateway.Read("tap3.ph", "pH", 7));
        }

        var receipt = new ModelCity(Town.Keys).Order(Town.Keys.Cosigned(gateway.Checkpoint(), Town.Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], [.. readings]).ToBytes();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_well_formed_the_same_on_every_run_and_has_the_same_parts_in_both_languages(string name)
    {
        var english = PageOf.File(Files[name]);
        var chinese = PageOf.File(Files[name], Language.Chinese);
        Assert.Equal(english.Bytes, PageOf.File(Files[name]).Bytes);
        Assert.Equal(english.Shape, chinese.Shape);
        Assert.Equal(("en", "zh-Hans"), (english.Root.Attribute("lang")!.Value, chinese.Root.Attribute("lang")!.Value));
        Assert.Contains(chinese.One("h1").Value, c => c is >= '\u4E00' and <= '\u9FFF');
        Assert.True(english.Bytes.AsSpan().StartsWith(HtmlPage.Start));
    }

    [Fact]
    public void What_the_readings_of_a_range_were_taken_under_is_told_once_and_what_none_was_taken_under_too()
    {
        var whole = Town.Gateway.Cut(Town.Receipt, Town.Size, [Town.FirstBlock, Town.SecondBlock], [.. Enumerable.Range(0, (int)Town.Last + 1).Select(i => (ulong)i)]);

        var words = PageOf.File(whole.ToBytes()).Words;

        foreach (var told in new[] { "driver ezo-ph", "driver ads1115", "C-17", "C-16" })
            Assert.Equal(2, words.Split(told).Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_loads_nothing_runs_nothing_and_its_policy_allows_its_own_style_alone(string name)
    {
        var page = PageOf.File(Files[name]);
        Assert.Empty(page.All("script").Concat(page.All("link")).Concat(page.All("img")).Concat(page.All("iframe")).Concat(page.All("base")));
        var attributes = page.Root.DescendantsAndSelf().SelectMany(e => e.Attributes()).Where(a => !a.IsNamespaceDeclaration && a.Name.LocalName != "xmlns").ToArray();
        Assert.DoesNotContain(attributes, a => a.Name.LocalName is "src" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(attributes.Where(a => a.Name.LocalName == "href"), a => Assert.StartsWith("#", a.Value, StringComparison.Ordinal));
        var style = page.One("style").Value;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains(page.All("meta"), m => m.Attribute("content")?.Value == $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_names_the_files_their_digests_the_policy_and_how_to_check_again(string name)
    {
        var page = PageOf.File(Files[name], name: "tap 3's.edge");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Files[name]));
        foreach (var part in new[] { digest, $"{Files[name].Length:#,0} bytes", "tap 3's.edge", "water, energy, environment, justice", "city.example/gw-1", "edge-verify 'tap 3'\\''s.edge' --policy policy.txt", Town.Keys.Gateway.Verifier.ToString(), "edge-verify 0.1.0" })
            Assert.Contains(part, page.Words, StringComparison.Ordinal);
        Assert.Contains($"content: \"SHA-256 {digest}\"", page.One("style").Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shortened_hash_leads_to_the_whole_one(string name)
    {
        var page = PageOf.File(Files[name]);
        var targets = page.Root.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToArray();
        Assert.Equal(targets.Length, targets.Distinct().Count());
        Assert.NotEmpty(page.All("a"));
        Assert.All(page.All("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], targets));
    }

    [Fact]
    public void One_reading_says_what_when_by_whom_and_under_what()
    {
        var page = PageOf.File(Town.One.ToBytes());
        Assert.StartsWith("Valid. pH 7.21 at tap3.ph, measured by gateway gw-1; existed not before 2026-11-20 08:14:03", page.One("h1").Value, StringComparison.Ordinal);
        foreach (var part in new[] { "pH 7.21", "2026-11-20 08:14:33.250 UTC+8 ± 0.012 s", "certificate C-17", "by technician Li", "address 0x63", "3 of 4; the policy asks for 3", "environment did not accept it", "entry 10", "One entry; nothing is said of its neighbours." })
            Assert.Contains(part, page.Words, StringComparison.Ordinal);
        Assert.Single(page.All("p"), p => p.Attribute("class")?.Value == "figure" && p.Value == "pH 7.21");
    }

    [Fact]
    public void A_chart_without_bad_values_does_not_speak_of_them()
    {
        var caption = PageOf.File(new Scene().Set.ToBytes()).All("figcaption").First().Value;

        Assert.Contains("lowest", caption, StringComparison.Ordinal);
        Assert.DoesNotContain("bad", caption, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absent_value_is_never_a_number()
    {
        var page = PageOf.File(Files["no value"]);
        Assert.Single(page.All("p"), p => p.Attribute("class")?.Value == "figure" && p.Value == "absent");
        Assert.Contains("bad: loop current below 3.6 mA", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Reservations_stand_in_the_head_and_under_why()
    {
        var page = PageOf.File(Files["no lower bound"]);
        Assert.Equal("but", page.One("header").Attribute("class")!.Value);
        Assert.StartsWith("Valid, but nothing in the file proves an earliest time", page.One("h1").Value, StringComparison.Ordinal);
        Assert.Contains("100 no_lower_bound", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invalid_file_shows_why_and_nothing_of_its_content()
    {
        // Intact bytes, but accepted by nobody this policy trusts.
        var strangers = new Edge.Ledger.Tests.TestKeys(100).PolicyText;
        foreach (var page in new[] { PageOf.File(Altered), PageOf.File(Town.One.ToBytes(), policy: strangers) })
        {
            Assert.Equal("invalid", page.One("header").Attribute("class")!.Value);
            Assert.StartsWith("Invalid: ", page.One("h1").Value, StringComparison.Ordinal);
            Assert.Contains("Nothing of the file's content is shown here", page.Words, StringComparison.Ordinal);
            foreach (var content in new[] { "7.21", "tap3.ph", "technician", "2026-11-20", "C-17", "ezo-ph" })
                Assert.DoesNotContain(content, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_strangers_wrote_stays_text()
    {
        var hostile = new LongScene
        {
            Channel = "</td><script>x</script>\u202E",
            Who = $"</style>]]>&amp;\"' onload=x \u0000\u009b{new string('<', 5_000)}",
        };
        foreach (var language in Enum.GetValues<Language>())
        {
            var page = PageOf.File(hostile.Cut(60), language, name: "\u202E<b>.edge");
            Assert.Empty(page.All("script").Concat(page.All("b")));
            Assert.DoesNotContain(page.Text, c => char.IsControl(c) && c != '\n');
            Assert.DoesNotContain('\u202E', page.Text);
            Assert.Contains("</td><script>x</script><U+202E>", page.Words, StringComparison.Ordinal);
            Assert.True(page.Bytes.Length < 200_000);
        }
    }

    [Fact]
    public void A_line_stops_at_a_gap_however_short_and_wherever_its_entry_stands()
    {
        var line = PageOf.File(LateGap.Cut()).All("path").Single(p => p.Attribute("class")?.Value == "line").Attribute("d")!.Value;
        Assert.Matches(@"^M[\d. ]+(L[\d. ]+){2}M[\d. ]+(L[\d. ]+){3}$", line.Replace("h0", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(-3_600, false)]
    [InlineData(3_600, false)]
    public void The_gateways_clock_is_drawn_where_it_stands_beside_the_proved_interval(int clock, bool inside)
    {
        var page = PageOf.File((new SmallScene(Town.Keys) { DeviceTime = Scene.Start + clock }).Cut().ToBytes());
        var proved = page.All("rect").Single(r => r.Attribute("class")!.Value == "proved");
        var (from, width) = (Share(proved, "x"), Share(proved, "width"));
        var dot = Share(page.All("circle").Single(c => c.Attribute("class")!.Value == "device"), "cx");
        Assert.InRange(dot, 0, 100);
        Assert.InRange(from + width, from, 100);
        Assert.Equal(inside, dot >= from && dot <= from + width);
        if (inside)
            Assert.Equal(30.0 / 63, (dot - from) / width, 2);

        static double Share(System.Xml.Linq.XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void What_a_slim_file_does_not_show_is_not_said_to_be_missing_from_the_log()
    {
        var slim = PageOf.File(Slim);
        Assert.Contains("Configuration none is shown in this file", slim.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("no configuration recorded", slim.Words, StringComparison.Ordinal);
        Assert.Contains("no calibration recorded", PageOf.File(Files["no value"]).Words, StringComparison.Ordinal);
        Assert.Contains(slim.All("table"), table => table.Attribute("class")!.Value == "seals");
    }

    [Fact]
    public void What_a_slim_file_does_not_show_stands_by_its_whole_hash_where_the_reader_is_sent_for_it()
    {
        var context = new EvidenceVerifier(Town.Keys.Policy).Verify(Slim).Readings.Single().Context!.Value;
        var slim = PageOf.File(Slim).Words;

        foreach (var leaf in new[] { context.Boot, context.Configuration, context.Calibration, context.Clock })
            Assert.Contains(Convert.ToHexStringLower(leaf.Bytes), slim, StringComparison.Ordinal);
        Assert.Contains("Configuration tap3.ph, hash of the entry", slim, StringComparison.Ordinal);
        Assert.Contains("A seal without an entry number", slim, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "tap3.ph; starts 1–2", "tap3.ph; start 3", "Start 2")]
    [InlineData(Language.Chinese, "tap3.ph；第 1–2 次启动", "tap3.ph；第 3 次启动", "第 2 次启动")]
    public void What_a_gateway_records_anew_at_every_start_is_told_once_with_the_starts_it_holds_for(Language language, string same, string other, string second)
    {
        var page = PageOf.File(Restarted(), language);

        Assert.Equal(3, page.All("div").Count(d => d.Attribute("class")?.Value == "card"));
        foreach (var told in new[] { same, other, second })
            Assert.Contains(told, page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one reading", "Both times are those of the departments")]
    [InlineData("no lower bound", "This time is that of the departments")]
    public void Of_one_time_it_does_not_speak_as_of_two(string name, string said) =>
        Assert.Contains(said, PageOf.File(Files[name]).Words, StringComparison.Ordinal);

    [Fact]
    public void An_interval_of_which_nothing_but_the_end_is_known_has_the_whole_width()
    {
        var page = PageOf.File(Town.Gateway.Cut(Town.Receipt, Town.Size, [], Town.Gap).ToBytes());
        Assert.Equal("92%", page.All("rect").Single(r => r.Attribute("class")!.Value == "proved open").Attribute("width")!.Value);
    }

    [Fact]
    public void Dates_uncertainties_and_gateways_names_are_never_broken_and_nothing_else_is_kept_from_it()
    {
        var text = PageOf.File(Files["one reading"]).Text;
        foreach (var whole in new[] { "gw-1", "2026-11-20 08:14:03", "± 0.012 s" })
            Assert.Contains($"{PageOf.NoBreak}{whole}</span>", text, StringComparison.Ordinal);
        Assert.DoesNotContain(PageOf.NoBreak, text[..text.IndexOf("<body>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_side_of_the_interval_is_drawn_open() =>
        Assert.Single(PageOf.File(Files["no lower bound"]).All("rect"), r => r.Attribute("class")!.Value == "proved open");

    [Fact]
    public void A_table_tells_each_reading_with_fixed_decimals_and_its_bound()
    {
        var page = PageOf.File(Morning);
        var rows = page.All("table").Single(t => t.Attribute("class")!.Value == "readings").Descendants().Where(e => e.Name.LocalName == "tr").Select(r => string.Join('|', r.Elements().Select(c => c.Value))).ToArray();
        Assert.Contains("6|main.pressure|3.400|bar|8000|good|2026-11-20 08:14:02.000 ± 0.012 s", rows);
        Assert.Contains("not before 2026-11-20 08:15:01 (UTC+8)", rows);
        Assert.Contains(rows, r => r.Contains("|absent||-3|bad: loop current below 3.6 mA", StringComparison.Ordinal));
        Assert.Equal(570, rows.Count(r => r.Contains("|pH|", StringComparison.Ordinal) || r.Contains("main.pressure", StringComparison.Ordinal)));
        Assert.Contains("Entry 308: gap; main.pressure; sensor absent", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_very_many_readings_the_first_and_last_are_shown_and_it_says_so()
    {
        var evidence = new LongScene().Cut(6_000);
        var page = PageOf.File(evidence);
        Assert.Contains($"10,000 of 11,400 readings: the first and the last; --full shows all", page.Words, StringComparison.Ordinal);
        Assert.Contains("1,400 more", page.Words, StringComparison.Ordinal);
        Assert.InRange(page.All("tr").Count(), ReadingsTable.MaxRows, ReadingsTable.MaxRows + 400);
        Assert.InRange(PageOf.File(evidence, full: true).All("tr").Count(), 11_400, 12_000);
        Assert.All(page.All("path"), p => Assert.InRange(p.Attribute("d")!.Value.Length, 1, 60_000));
    }
}
