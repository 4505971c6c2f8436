using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Edge.Gateway.Budget;
using Edge.Gateway.Configuration;
using Edge.Gateway.Consequences;
using Edge.Gateway.Rehearsals;
using Edge.Gateway.Tests.Configuration;
using Edge.Gateway.Tests.Stacks;
using Edge.Testing;

namespace Edge.Gateway.Tests.Consequences;

public sealed class ConsequenceTests
{
    private static readonly GatewayConfiguration Site = ConfigurationText.Read(ConfigurationText.Good);

    private static readonly Measured Some = new(BytesPerDay: 10e6, LastingBytesPerDay: 4e6, SealsPerDay: 8640, EntriesPerDay: 225_000, WrittenPerDay: 1e9, AnchorBytes: 1300);

    [Fact]
    public void Figures_follow_from_the_sensors_and_what_was_measured()
    {
        var figures = ConfigurationConsequences.Of(Site, Some, available: 1_000_000_000_000);

        Assert.Equal(172_800 + 43_200, figures.ReadingsPerDay);
        Assert.Equal((8e9 - Ballast.Most) / 10e6, figures.BufferDays, 6);
        Assert.False(figures.DiskLimits);
        Assert.Equal((8e9 - Ballast.Most) / 4e6, figures.HashesFillDays, 6);
        Assert.Equal(10e6 / 216_000, figures.BytesPerReading, 6);
        Assert.Null(figures.CardYears);
        Assert.Equal(1300.0 * 8640 * 30, figures.AnchorBytesPerMonth, 3);
    }

    [Fact]
    public void The_cards_life_is_what_it_bears_at_what_is_written()
    {
        var site = Site with { Store = Site.Store with { Card = new CardSettings(365.25e9 * 7) } };

        Assert.Equal(7.0, ConfigurationConsequences.Of(site, Some, null).CardYears!.Value, 6);
    }

    [Theory]
    [InlineData(1_000_000_000_000, 900, Doubt.KeptShorter)]
    [InlineData(1_000_000_000, 30, Doubt.DiskIsSmaller, Doubt.HashesFill)]
    [InlineData(-5, 1, Doubt.NoRoom, Doubt.KeptShorter)]
    public void What_nobody_may_have_wanted_is_named(long available, int keepDays, params Doubt[] expected)
    {
        var site = Site with { Store = Site.Store with { KeepAnchored = TimeSpan.FromDays(keepDays), Card = new CardSettings(1e15) } };

        Assert.Equal(expected, ConfigurationConsequences.Of(site, Some, available).Doubts(site).Except([Doubt.NoDevice, Doubt.NoChip, Doubt.LateEdges]));
    }

    [Theory]
    [InlineData(Purpose.None, 3600_000, false)]
    [InlineData(Purpose.Billing, 900_000, false)]
    [InlineData(Purpose.Billing, 900_001, true)]
    [InlineData(Purpose.Transients, 10, false)]
    [InlineData(Purpose.Transients, 11, true)]
    [InlineData(Purpose.LeakLocation, 11, true)]
    public void Sampling_that_is_too_seldom_for_its_purpose_is_named(Purpose purpose, int milliseconds, bool tooSlow)
    {
        var site = Site with { Channels = [Site.Channels[0] with { Purpose = purpose, Period = TimeSpan.FromMilliseconds(milliseconds) }, Site.Channels[1]] };
        var figures = ConfigurationConsequences.Of(site, Some, null);

        Assert.Equal(tooSlow, figures.Doubts(site).Contains(Doubt.TooSlow));
        if (!tooSlow)
            return;
        var longest = purpose == Purpose.Billing ? "15min" : "10ms";
        Assert.Contains($"main.pressure, every {milliseconds}ms, needs period: {longest} or shorter", ConsequenceWords.English.Say(Doubt.TooSlow, figures, site), StringComparison.Ordinal);
        Assert.Contains($"main.pressure 每 {milliseconds}ms 一次，需写 period: {longest} 或更短", ConsequenceWords.Chinese.Say(Doubt.TooSlow, figures, site), StringComparison.Ordinal);
        Assert.Contains("0 of 1 channel that", ConsequencePage.Write(site, figures, ConsequenceWords.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 8.0, 0, true)]
    [InlineData(101, 8.0, 0, false)]
    [InlineData(100, null, 0, false)]
    [InlineData(1, 8.0, 0.1, false)]
    public void A_limit_without_a_deadband_is_named_where_sampling_is_often(int milliseconds, double? high, double deadband, bool wants)
    {
        var site = Site with { Channels = [Site.Channels[0] with { AlarmLow = null, AlarmHigh = high, AlarmDeadband = deadband, Period = TimeSpan.FromMilliseconds(milliseconds) }] };
        var figures = ConfigurationConsequences.Of(site, Some, null);

        Assert.Equal(wants, figures.Doubts(site).Contains(Doubt.NoDeadband));
        if (!wants)
            return;
        Assert.Contains($"main.pressure, every {milliseconds}ms. A value", ConsequenceWords.English.Say(Doubt.NoDeadband, figures, site), StringComparison.Ordinal);
        Assert.Contains($"main.pressure 每 {milliseconds}ms 一次。值在", ConsequenceWords.Chinese.Say(Doubt.NoDeadband, figures, site), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "within 12 m at best")]
    [InlineData(250, "within 300 m at best")]
    [InlineData(null, "within 12 m for each 10 ms")]
    public void Where_a_leak_is_follows_from_the_clock(int? milliseconds, string expected)
    {
        var clock = milliseconds is { } known ? new ClockSettings { TrustHost = true, Uncertainty = TimeSpan.FromMilliseconds(known) } : new ClockSettings();
        var site = Site with { Clock = clock, Channels = [.. Site.Channels.Select(c => c with { Purpose = Purpose.LeakLocation, Period = TimeSpan.FromMilliseconds(10) })] };

        var page = ConsequencePage.Write(site, ConfigurationConsequences.Of(site, Some, null), ConsequenceWords.English);

        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains("sampled as it needs: 2 channels", page, StringComparison.Ordinal);
        Assert.DoesNotContain("leak", ConsequencePage.Write(Site, ConfigurationConsequences.Of(Site, Some, null), ConsequenceWords.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("listen: 0.0.0.0:8443, tap: { name: a, channels: [{ channel: tap.ph }] }", true, true)]
    [InlineData("listen: 0.0.0.0:8443, tap: { name: a, address: https://a.example, channels: [{ channel: tap.ph }] }", true, false)]
    [InlineData("listen: 127.0.0.1:8443, tap: { name: a, address: https://a.example, channels: [{ channel: tap.ph }] }", false, false)]
    [InlineData("listen: 0.0.0.0:8443", false, false)]
    public void A_tap_whose_page_phones_would_not_trust_or_no_code_leads_to_is_doubted(string settings, bool notTrusted, bool withoutAddress)
    {
        var site = ConfigurationText.Read(ConfigurationText.Good + $"site: {{ {settings} }}\n");

        var doubts = ConfigurationConsequences.Of(site, Some, null).Doubts(site).ToList();

        Assert.Equal((notTrusted, withoutAddress), (doubts.Contains(Doubt.TapNotTrusted), doubts.Contains(Doubt.TapWithoutAddress)));
    }

    [Theory]
    [InlineData("tap.city.example", 2026, false, false)]
    [InlineData("*.city.example", 2026, false, false)]
    [InlineData("pump.city.example", 2026, true, false)]
    [InlineData("tap.city.example", 2030, false, true)]
    public void A_tap_whose_certificate_is_for_another_name_or_past_its_day_is_doubted(string certified, int year, bool otherName, bool pastDay)
    {
        using var folder = new TemporaryDirectory();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(certified);
        var request = new CertificateRequest("CN=a tap", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2029, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var file = folder.Write("tap.pem", $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        var site = ConfigurationText.Read(ConfigurationText.Good + $"site: {{ listen: 0.0.0.0:8443, certificate: {file}, key: {file}, tap: {{ name: a, address: https://tap.city.example, channels: [{{ channel: tap.ph }}] }} }}\n");

        var doubts = (ConfigurationConsequences.Of(site, Some, null) with { Today = new DateOnly(year, 6, 1) }).Doubts(site).ToList();

        Assert.Equal((otherName, pastDay), (doubts.Contains(Doubt.TapOtherName), doubts.Contains(Doubt.TapPastDay)));
    }

    [Fact]
    public void Who_puts_it_into_force_is_asked_for_where_nobody_is_named()
    {
        var nobody = ConfigurationText.Read(ConfigurationText.With("who: technician Li\n", ""));

        Assert.Contains(Doubt.NobodyNamed, ConfigurationConsequences.Of(nobody, Some, null).Doubts(nobody));
        Assert.DoesNotContain(Doubt.NobodyNamed, ConfigurationConsequences.Of(Site, Some, null).Doubts(Site));
    }

    [Fact]
    public void A_purpose_is_read_and_stands_in_the_channels_definition()
    {
        var channel = ConfigurationText.Read(ConfigurationText.With("tap.ph: { domain: water }", "tap.ph: { domain: water, purpose: leak-location }")).Channels[1];

        Assert.Equal(Purpose.LeakLocation, channel.Purpose);
        Assert.Contains("\"purpose\":\"leak-location\"", channel.Definition, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_fits_eighty_columns_in_both_languages()
    {
        var slow = Site with { Clock = new ClockSettings(), Channels = [.. Site.Channels.Select(c => c with { Purpose = Purpose.LeakLocation })], Who = GatewayConfiguration.Nobody };
        var store = Site.Store with { KeepAnchored = TimeSpan.FromDays(9000), WhenFull = [new StopPolicy(["tap.ph"]), new ThinPolicy(10, ["main.pressure"]), new ThinPolicy(100, []), new EvictPolicy(), new BlockPolicy()] };
        foreach (var words in new[] { ConsequenceWords.English, ConsequenceWords.Chinese })
        {
            foreach (var available in new long?[] { null, 3_000_000_000, -1 })
            {
                var page = ConsequencePage.Write(slow with { Store = store }, ConfigurationConsequences.Of(slow with { Store = store }, Some, available), words);

                Assert.All(page.Split('\n'), line => Assert.InRange(line.Sum(c => c >= '\u2E80' ? 2 : 1), 0, 80));
                Assert.Equal(words == ConsequenceWords.Chinese, page.Contains('每', StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Every_doubt_has_words_of_its_own_in_both_languages()
    {
        var figures = ConfigurationConsequences.Of(Site, Some, null);
        foreach (var words in new[] { ConsequenceWords.English, ConsequenceWords.Chinese })
            Assert.Equal(Enum.GetValues<Doubt>().Length, Enum.GetValues<Doubt>().Select(d => words.Say(d, figures, Site)).Where(s => s.Length > 10).Distinct().Count());
    }

    [Fact]
    public void A_disk_without_room_is_not_called_good_and_a_few_hours_are_not_none()
    {
        var full = ConfigurationConsequences.Of(Site, Some, available: -5);
        Assert.StartsWith("city.example/water-gw-0001: well formed, but this disk has no room for its log.", ConsequencePage.Write(Site, full, ConsequenceWords.English), StringComparison.Ordinal);
        Assert.Contains("但本磁盘没有可供其日志使用的空间", ConsequencePage.Write(Site, full, ConsequenceWords.Chinese), StringComparison.Ordinal);
        Assert.DoesNotContain("0 hours", ConsequencePage.Write(Site, full, ConsequenceWords.English), StringComparison.Ordinal);
        Assert.Contains("1 hour until", ConsequencePage.Write(Site, ConfigurationConsequences.Of(Site, Some, available: Ballast.For(0) + (10_000_000 / 24)), ConsequenceWords.English), StringComparison.Ordinal);
        Assert.Contains("less than a minute until", ConsequencePage.Write(Site, ConfigurationConsequences.Of(Site, Some, available: 1000), ConsequenceWords.English), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_day_takes_is_foretold()
    {
        using var folder = new TemporaryDirectory();
        var measured = Trial.Run(Site, CancellationToken.None);
        using (var day = new Rehearsal(Site, folder.File("log")))
        {
            day.RunTo(TimeSpan.FromHours(6));
            day.Stop();
            Assert.Equal((ulong)day.Readings + (ulong)day.Seals, day.Log.Size - 5, 5.0);
        }

        var taken = new DirectoryInfo(folder.File("log")).EnumerateFiles().Sum(f => f.Length);
        Assert.InRange(taken / (measured.BytesPerDay / 4), 0.9, IndexFigures.MostOfForetold);
    }

    [Theory]
    [InlineData("2026-11-01", false)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", true)]
    [InlineData("2062-11-01", true)]
    public void A_calibration_of_a_day_that_has_come_nowhere_on_earth_is_named(string date, bool isNamed)
    {
        var site = Site with { Channels = [Site.Channels[0] with { Calibration = new CalibrationSettings { Date = date, Who = "Li" } }, Site.Channels[1]] };
        var figures = ConfigurationConsequences.Of(site, Some, null) with { Today = new DateOnly(2026, 11, 20) };

        Assert.Equal(isNamed, figures.Doubts(site).Contains(Doubt.CalibratedLater));
        Assert.Equal(isNamed ? [$"main.pressure {date}"] : [], figures.CalibratedLater(site));
        Assert.Contains("today is 2026-11-20 by this machine's clock", ConsequenceWords.English.Say(Doubt.CalibratedLater, figures, site), StringComparison.Ordinal);
        Assert.Contains("校准日期尚未到来", ConsequenceWords.Chinese.Say(Doubt.CalibratedLater, figures, site), StringComparison.Ordinal);
    }
}
