using System.Text;
using Edge.Ledger.Entries;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Testing;

namespace Edge.Verify.Tests.Page;

/// <summary>Large and hostile files: the page answers while they are checked, and says what is wrong with them.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageLoadTests(PageBrowser browser)
{
    private const int Count = 50_000;
    private static readonly TestKeys Keys = new();

    [PageFact]
    public async Task Fifty_thousand_readings_are_checked_while_the_page_answers()
    {
        await using var session = await browser.Open();
        await session.Trust(Keys.PolicyText);
        await session.Page.WaitForSelectorAsync("aside dl");
        await session.Page.EvaluateAsync("() => { window.longest = 0; let last = performance.now(); setInterval(() => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; }, 10); }");
        await session.Check(("many.edge", Many()));
        await session.Settle();
        Assert.StartsWith("Valid, but nothing in the file proves an earliest time for entries 2, 3, 4 and 49,997 more. 50,000 readings at main.pressure", await session.Sentence(), StringComparison.Ordinal);
        Assert.InRange(await session.Page.EvaluateAsync<double>("() => window.longest"), 0, 700);
        Assert.InRange(await session.Page.Locator("table.readings tbody tr").CountAsync(), 100, 101);
        Assert.InRange((await session.Page.GetAttributeAsync("path.line", "d"))!.Length, 1, 60_000);
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task A_check_can_be_stopped_and_taken_up_again()
    {
        await using var session = await browser.Open();
        await session.Check(("many.edge", Many()), ("one.edge", new Scene().One.ToBytes()));
        await session.Trust(Keys.PolicyText);
        await session.Page.WaitForFunctionAsync("() => { const stop = document.querySelector('#stop'); stop?.click(); return stop !== null; }");
        Assert.Contains("Stopped.", await session.Page.TextContentAsync(".notice"), StringComparison.Ordinal);
        await Eventually.True(() => session.Page.Workers.Count == 0, TimeSpan.FromSeconds(10));
        await session.Page.ClickAsync("#go-on");
        await session.Settle();
        Assert.Equal(["valid_but", "valid"], (await session.Verdicts()).Select(v => v.Outcome));
    }

    [PageFact]
    public async Task What_is_being_checked_when_the_policy_changes_is_judged_by_the_new_one()
    {
        await using var session = await browser.Open();
        await session.Check(("many.edge", Many()), ("one.edge", new Scene().One.ToBytes()));
        await session.Trust(Keys.PolicyText);
        await session.Page.WaitForSelectorAsync("#stop");
        await session.Check(("again.edge", new Scene().One.ToBytes()));
        await session.Trust(new TestKeys(100).PolicyText);
        await session.Settle();
        var verdicts = await session.Verdicts();
        Assert.Equal(Enumerable.Repeat("invalid", 3), verdicts.Select(v => v.Outcome));
        Assert.All(verdicts, verdict => Assert.Equal([4], verdict.Findings));
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task What_is_no_evidence_is_said_to_be_none_and_shown_as_text()
    {
        (string Name, byte[] Bytes)[] files =
        [
            ("<img src=x onerror=alert(1)>.edge", Encoding.UTF8.GetBytes("<script>alert(1)</script>")),
            ("empty.edge", []),
            ("cut.edge", [.. "edge-evidence/v2\n"u8]),
            ("deep.edge", Evidence([.. Enumerable.Repeat((byte)0x81, 100_000)])),
            ("huge.edge", Evidence([0x8a, 0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])),
            ("noise.edge", Noise(3 << 20)),
        ];
        await using var session = await browser.Open();
        await session.Trust(Keys.PolicyText);
        await session.Check(files);
        await session.Settle();
        var verdicts = await session.Verdicts();
        Assert.Equal(["not_checked", "not_checked", "invalid", "not_checked", "not_checked", "not_checked"], verdicts.Select(v => v.Outcome));
        Assert.StartsWith("Not checked: \"<img src=x onerror=alert(1)>.edge\" is not an evidence file", verdicts[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await session.Page.Locator("img").CountAsync());
        Assert.Empty(session.Complaints);
        Assert.Empty(session.Requests);
    }

    [PageFact]
    public async Task What_is_too_large_is_not_even_read()
    {
        await using var session = await browser.Open();
        await session.Trust(Keys.PolicyText);

        // A file that states a size and would fail if anybody read it.
        await session.Page.EvaluateAsync("""
            () => { const file = new File(['x'], 'large.edge'), drop = new Event('drop', { cancelable: true });
              Object.defineProperty(file, 'size', { value: 2 ** 26 + 1 }); file.arrayBuffer = () => Promise.reject(new Error('read'));
              Object.defineProperty(drop, 'dataTransfer', { value: { files: [file] } }); document.dispatchEvent(drop); }
            """);
        await session.Settle();
        Assert.Equal("Not checked: large.edge is larger than the 67108864 bytes such a file can have.", await session.Sentence());
    }

    [PageFact]
    public async Task Texts_of_a_genuine_file_are_only_ever_text()
    {
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202Egnp.exe";
        await using var session = await browser.Open();
        await session.Judge(new Reports.Html.LongScene { Channel = "<b>x</b>\u202E", Who = Hostile }.Cut(60), Keys.PolicyText);
        Assert.Equal("valid", await session.Outcome());
        Assert.Contains("\"<b>x</b><U+202E>\"", await session.Sentence(), StringComparison.Ordinal);
        Assert.Contains("by <script>alert(1)</script><img src=x onerror=alert(2)><U+202E>gnp.exe", await session.Page.TextContentAsync(".conditions"), StringComparison.Ordinal);
        Assert.Equal(1, await session.Page.Locator("script").CountAsync());
        Assert.Equal(0, await session.Page.Locator("img, b").CountAsync());
        Assert.Empty(session.Complaints);
    }

    private static byte[] Many()
    {
        var city = new ModelCity(Keys);
        var gateway = new ModelGateway(Keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        gateway.Append(new ConfigurationEntry("main.pressure", "{\"resolution\":0.01}", default, ""));
        ulong[] subjects = [.. Enumerable.Range(0, Count).Select(i =>
        {
            gateway.Now = Scene.Start + (i * 0.001);
            return gateway.Read("main.pressure", "bar", 3.4 + (i % 10 * 0.1), i);
        })];
        var receipt = city.Order(Keys.Cosigned(gateway.Checkpoint(), Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], subjects).ToBytes();
    }

    private static byte[] Evidence(byte[] content)
    {
        byte[] head = [.. "edge-evidence/v2\n"u8, .. content];
        return [.. head, .. System.Security.Cryptography.SHA256.HashData(head)];
    }

    private static byte[] Noise(int size)
    {
        var noise = new byte[size];
        new Random(6).NextBytes(noise);
        return noise;
    }
}
