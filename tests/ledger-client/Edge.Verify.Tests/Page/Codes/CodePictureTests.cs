using System.Text;
using Edge.Ledger.Codes;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Tests.Commands;

namespace Edge.Verify.Tests.Page.Codes;

/// <summary>Photos and screenshots of QR codes, given to the page like files.</summary>
[Collection(nameof(PageBrowser))]
public sealed class CodePictureTests(PageBrowser browser)
{
    private static readonly string Policy = new TestKeys().PolicyText;
    private static readonly byte[] One = new Scene().One.ToBytes();
    private static readonly byte[] Slim = new Scene().Slim.ToBytes();
    private static readonly byte[] Small = new SmallScene(new TestKeys()).Compact().ToBytes();

    [PageFact]
    public async Task A_code_is_read_whichever_way_it_lies_and_its_file_verified_like_any_other()
    {
        var whole = EvidenceCode.Of(Slim, 1)[0];
        (string Name, byte[] Picture)[] pictures =
        [
            ("upright.png", Photo.Of(whole).Png()),
            ("sharp.png", Photo.Of(whole, scale: 1).Png()),
            ("drawn.png", Photo.Of(whole).TransparentPng()),
            ("turned.png", Photo.Of(whole, 5, 8).Noisy(25).Png()),
            ("over.png", Photo.Of(whole, 4, 180).Noisy(40).Png()),
            ("slant.png", Photo.Of(whole, 6.3, -33).Blurred(1).Noisy(15).Png()),
            ("small.png", new Photo(1600, 1200).Show(whole, 500, 700, 3.2, 3).Noisy(20).Png()),
        ];
        await using var session = await browser.Open();
        var jpeg = await session.Jpeg(pictures[3].Picture);
        foreach (var picture in pictures.Append(("photo.jpg", jpeg)))
        {
            await session.Page.ReloadAsync();
            await session.Judge(picture.Item2, Policy, picture.Item1);
            Assert.True(await session.Outcome() == "valid_but", $"{picture.Item1}: {await session.Sentence()}");
            Assert.Contains(". pH 7.21 at tap3.ph, measured by gateway gw-1; existed not before 2026-11-20 00:14:0", await session.Sentence(), StringComparison.Ordinal);
        }

        Assert.Contains("photo.edge", await session.Page.TextContentAsync(".kicker"), StringComparison.Ordinal);
        await session.Picture("code-photo");
        Assert.Empty(session.Complaints);
        Assert.Empty(session.Requests);
    }

    [PageFact]
    public async Task The_file_that_a_code_tells_can_be_kept_and_is_the_gateways_to_the_byte()
    {
        await using var session = await browser.Open();
        await session.Judge(Photo.Of(EvidenceCode.Of(Slim, 1)[0]).Png(), Policy, "photo.png");
        var kept = await session.Page.RunAndWaitForDownloadAsync(() => session.Page.ClickAsync("#save"));
        Assert.Equal("photo.edge", kept.SuggestedFilename);
        Assert.Equal(Slim, await File.ReadAllBytesAsync((await kept.PathAsync())!));
        await session.Check(("plain.edge", One));
        await session.Page.ClickAsync("#file-1");
        Assert.Equal(0, await session.Page.Locator("#save").CountAsync());
    }

    [PageFact]
    public async Task Codes_of_several_files_in_one_photo_are_each_read_and_each_once()
    {
        var photo = new Photo(2000, 1000).Show(EvidenceCode.Of(Slim, 1)[0], 500, 500, 4.5, 4).Show(EvidenceCode.Of(Small, 1)[0], 1500, 500, 4.5, -3).Noisy(15).Png();
        await using var session = await browser.Open();
        await session.Trust(Policy);
        await session.Check(("both.png", photo), ("again.png", photo), ("file.edge", One));
        await session.Settle();
        var verdicts = await session.Verdicts();
        Assert.Equal(["both.edge", "both-2.edge", "file.edge"], verdicts.Select(v => v.Name));
        Assert.Equal(["valid", "valid_but"], verdicts.Take(2).Select(v => v.Outcome).Order(StringComparer.Ordinal));
    }

    [PageFact]
    public async Task A_file_told_in_several_codes_is_put_together_from_as_many_photos_as_it_takes()
    {
        var parts = EvidenceCode.Of(One, 5);
        await using var session = await browser.Open();
        await session.Check(("first.png", Photo.Of(parts[2]).Png()));
        await session.Page.WaitForSelectorAsync("header.not_checked");
        Assert.Equal("Not checked: first.edge is told in 5 QR codes, and not all were read yet: 1, 2, 4, 5 missing. Read these too, in any order.", await session.Sentence());
        await session.Picture("code-parts");
        await session.Check(("two.png", new Photo(1400, 700).Show(parts[4], 350, 350, 5).Show(parts[1], 1050, 350, 5, 12).Png()), ("again.png", Photo.Of(parts[2]).Png()));
        await session.Page.WaitForFunctionAsync("() => document.querySelector('h1').textContent.includes(': 1, 4 missing')");
        await session.Trust(Policy);
        await session.Page.WaitForSelectorAsync("aside dl");
        await session.Page.ClickAsync("#language");
        Assert.Equal("未作核验：first.edge 分载于 5 个二维码，尚未读全：缺第 1、4 个。请继续读取这些二维码，先后不限。", await session.Sentence());
        await session.Check(("last.png", Photo.Of(parts[0]).Png()), ("fourth.png", Photo.Of(parts[3]).Png()));
        await session.Page.WaitForSelectorAsync("header.valid");
        Assert.Equal(0, await session.Page.Locator(".list").CountAsync());
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task What_a_picture_cannot_tell_is_said_with_what_to_do()
    {
        var whole = EvidenceCode.Of(Slim, 1)[0];
        (byte[] Picture, string English, string Chinese)[] cases =
        [
            (new Photo(900, 700).Noisy(30).Png(), "no QR code could be read in 0.png. Take the picture again: sharp", "在 0.png 中没有读到二维码。请从正前方重新拍摄"),
            (Photo.Of(whole, 5).Blurred(4).Png(), "no QR code could be read in 1.png. Take the picture again: sharp", "在 1.png 中没有读到二维码。请从正前方重新拍摄"),
            ([.. Photo.Of(whole).Png().AsSpan(0, 400)], "2.png cannot be opened as a picture by this browser, or is damaged. Give it as PNG or JPEG", "此浏览器无法将 2.png 作为图片打开，或图片已损坏"),
            (PhotoFile.Head(30_000, 30_000), "3.png has more than 120 million pixels. Give a smaller picture", "3.png 超过 120 百万像素"),
            (Photo.Of("WIFI:T:WPA;S:<b>net</b>;;").Png(), "4.png is a QR code of another kind, not of evidence; it says \"WIFI:T:WPA;S:<b>net</b>;;\".", "4.png 是其他用途的二维码"),
        ];
        await using var session = await browser.Open();
        await session.Check([.. cases.Select((c, i) => ($"{i}.png", c.Picture))]);
        await session.Page.WaitForSelectorAsync(".list li:nth-child(5).not_checked");
        Assert.All(cases.Zip(await session.Verdicts()), pair => Assert.StartsWith($"Not checked: {pair.First.English}", pair.Second.Sentence, StringComparison.Ordinal));
        await session.Picture("code-none");
        await session.Page.ClickAsync("#language");
        Assert.All(cases.Zip(await session.Verdicts()), pair => Assert.StartsWith($"未作核验：{pair.First.Chinese}", pair.Second.Sentence, StringComparison.Ordinal));
        Assert.Equal(0, await session.Page.Locator("img, b").CountAsync());
        Assert.Empty(session.Complaints);
        Assert.Empty(session.Requests);
    }

    [PageFact]
    public async Task Codes_that_tell_no_file_get_the_sentence_that_edge_verify_gives_their_text()
    {
        var parts = EvidenceCode.Of(One, 3);
        string[][] cases =
        [
            ["http://192.0.2.7:8443/"], ["https://example.com/%3Cscript%3E?a=1&b=\"2\""], ["EDGE2:ANYTHING"], ["EDGE1:GGW"], ["EDGE1:A"], ["EDGE1/2/2/0000000:BB8"], ["EDGE1/3/2/00000000:BB8"], ["EDGE1/1/17/00000000:BB8"],
            [parts[1]], [parts[0], parts[1], parts[2][..^3] + "000"],
        ];
        using var files = new SceneFiles();
        foreach (var (texts, i) in cases.Select((texts, i) => (texts, i)))
        {
            // As pictures, and as the text that a program which scans codes hands over.
            var file = files.Write("c.edge", Encoding.ASCII.GetBytes(string.Join('\n', texts)));
            foreach (var given in new[] { texts.Select((text, n) => (n == 0 ? "c.png" : $"c{n}.png", Photo.Of(text).Png())).ToArray(), [("c.edge", await File.ReadAllBytesAsync(file))] })
            {
                await using var session = await browser.Open();
                await session.Check(given);
                await session.Page.WaitForSelectorAsync("header.not_checked");
                foreach (var locale in new[] { "en_GB.UTF-8", "zh_CN.UTF-8" })
                {
                    var said = ToolRun.In(locale, file, "--policy", files.Policy, "--json");
                    Assert.Equal(2, said.ExitCode);
                    Assert.Equal(Sentence(said.Output), (await session.Sentence()).TrimEnd('.', '。').Replace("c.png", "c.edge", StringComparison.Ordinal).Replace(files.Folder + "/", "", StringComparison.Ordinal));
                    await session.Page.ClickAsync("#language");
                }

                Assert.Empty(session.Complaints);
            }
        }

        string Sentence(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("sentence").GetString()!.Replace(files.Folder + "/", "", StringComparison.Ordinal);
    }

    [PageFact]
    public async Task A_text_file_of_codes_is_judged_alike_by_the_page_and_by_edge_verify()
    {
        using var files = new SceneFiles();
        byte[] altered = [.. Slim];
        altered[200] ^= 1;
        foreach (var (bytes, parts, code) in new[] { (Slim, 1, 0), (Slim, 7, 0), (One, 4, 0), (altered, 1, 1) })
        {
            var text = Encoding.ASCII.GetBytes(string.Join("\r\n", EvidenceCode.Of(bytes, parts).Reverse()));
            await using var session = await browser.Open();
            await session.Judge(text, Policy, "codes.txt");
            var said = ToolRun.Of(files.Write("codes.txt", text), "--policy", files.Policy, "--json");
            Assert.Equal(code, said.ExitCode);
            var verdict = System.Text.Json.JsonDocument.Parse(said.Output).RootElement;
            Assert.Equal(verdict.GetProperty("sentence").GetString(), await session.Sentence());
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), verdict.GetProperty("file").GetProperty("sha256").GetString());
        }
    }
}
