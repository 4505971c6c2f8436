using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Edge.Ledger.Codes;
using Edge.Site.Tests.Serving;
using Edge.Site.Tests.Tap;
using Edge.Testing;

namespace Edge.Site.Tests.Proofs;

/// <summary>Codes as somebody else's reader (Debian's zbar) takes them from the picture.</summary>
public sealed partial class QrTests
{
    [ZbarFact]
    public async Task A_reader_takes_the_whole_file_out_of_one_code()
    {
        await using var site = await RunningSite.StartAsync();

        Assert.Equal(site.Past.File, EvidenceCode.Read([await ScanAsync(site, "qr?channel=c0")]).File);
    }

    [ZbarFact]
    public async Task A_reader_takes_the_parts_of_a_file_out_of_smaller_codes()
    {
        await using var site = await RunningSite.StartAsync();

        var texts = new List<string>();
        for (var part = 1; part <= 4; part++)
            texts.Add(await ScanAsync(site, $"qr?index=20&parts=4&part={part}"));

        Assert.Equal(site.Past.File, EvidenceCode.Read(texts).File);
    }

    [ZbarFact]
    public async Task The_code_of_the_site_leads_to_its_page_by_the_name_it_was_asked_by()
    {
        await using var site = await RunningSite.StartAsync();
        site.Client.DefaultRequestHeaders.Host = "192.0.2.7:8443";

        Assert.Equal("http://192.0.2.7:8443/", await ScanAsync(site, "qr/site"));
    }

    [ZbarFact]
    public async Task The_code_of_the_tap_leads_to_its_page_by_the_address_that_the_settings_have()
    {
        await using var site = await TapHouse.StartAsync();

        Assert.Equal("https://tap.city.example/tap", await ScanAsync(site, "qr/tap"));
    }

    [Fact]
    public async Task The_tap_s_sheet_has_the_same_code_and_says_in_both_languages_what_it_is_for()
    {
        await using var site = await TapHouse.StartAsync();
        var code = await site.Client.GetStringAsync("/api/v1/qr/tap");

        var sheet = await site.Client.GetStringAsync("/api/v1/qr/tap?sheet=true");

        Assert.Contains("width=\"105mm\" height=\"148mm\"", sheet, StringComparison.Ordinal);
        Assert.Contains(code[code.LastIndexOf("<path", StringComparison.Ordinal)..code.IndexOf("</svg>", StringComparison.Ordinal)], sheet, StringComparison.Ordinal);
        Assert.All([TapHouse.Name, TapHouse.ChineseName, "Is this water in order?", "此处的水是否正常？", "https://tap.city.example/tap"], text => Assert.Contains($">{text}</text>", sheet, StringComparison.Ordinal));
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(sheet).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Without_an_address_that_phones_reach_no_code_is_drawn()
    {
        await using var site = await RunningSite.StartAsync(settings: RunningSite.WithTap());

        using var answer = await site.Client.GetAsync("/api/v1/qr/tap");

        Assert.Equal(System.Net.HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("set site: tap: address: to the https:// address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> ScanAsync(RunningSite site, string path)
    {
        using var folder = new TemporaryDirectory();
        var picture = folder.File("code.pgm");
        await File.WriteAllBytesAsync(picture, Picture(await site.Client.GetStringAsync($"/api/v1/{path}"), scale: 4));
        using var zbar = Process.Start(new ProcessStartInfo(ZbarFactAttribute.Program, ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (text, words) = (zbar.StandardOutput.ReadToEndAsync(), zbar.StandardError.ReadToEndAsync());
        await zbar.WaitForExitAsync();
        Assert.True(zbar.ExitCode == 0, $"{path}: {await words}");
        return (await text).TrimEnd('\n');
    }

    /// <summary>The image's dark runs, drawn: a portable greymap.</summary>
    private static byte[] Picture(string svg, int scale)
    {
        var modules = int.Parse(Box().Match(svg).Groups[1].Value, CultureInfo.InvariantCulture);
        var size = modules * scale;
        var pixels = new byte[size * size];
        pixels.AsSpan().Fill(255);
        foreach (var run in Run().Matches(svg[svg.LastIndexOf("<path", StringComparison.Ordinal)..]).Select(m => m.Groups.Values.Skip(1).Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture)).ToArray()))
        {
            for (var y = run[1] * scale; y < (run[1] + 1) * scale; y++)
                pixels.AsSpan((y * size) + (run[0] * scale), run[2] * scale).Clear();
        }

        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5 {size} {size} 255\n")), .. pixels];
    }

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+) ")]
    private static partial Regex Box();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h([0-9]+)v1")]
    private static partial Regex Run();
}
