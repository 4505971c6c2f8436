using Edge.Ledger.Codes;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Testing;
using Microsoft.Playwright;

namespace Edge.Verify.Tests.Page.Codes;

/// <summary>QR codes before the camera: chromium's pretended one, which shows a video made here.</summary>
public sealed class CameraTests : IDisposable
{
    private static readonly string Policy = new TestKeys().PolicyText;
    private static readonly byte[] Slim = new Scene().Slim.ToBytes();
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [PageFact]
    public async Task The_camera_is_on_from_when_it_is_asked_for_until_a_file_is_read_and_no_longer()
    {
        await using var camera = await Start(Frame().Show(EvidenceCode.Of(Slim, 1)[0], 640, 360, 4, 3).Noisy(20));
        await using var session = await camera.Open();
        await session.Trust(Policy);
        Assert.Equal(0, await Asked(session));
        await session.Page.ClickAsync("#choose-camera");
        await session.Settle();
        Assert.Contains(". pH 7.21 at tap3.ph, measured by gateway gw-1; existed not before 2026-11-20 00:14:0", await session.Sentence(), StringComparison.Ordinal);
        Assert.Contains("camera.edge", await session.Page.TextContentAsync(".kicker"), StringComparison.Ordinal);
        Assert.Equal(1, await Asked(session));
        await Released(session);
        Assert.Empty(session.Complaints);
        Assert.Empty(session.Requests);
    }

    [PageFact]
    public async Task A_file_told_in_several_codes_is_read_one_after_the_other_with_a_word_on_which_are_missing()
    {
        var parts = EvidenceCode.Of(Slim, 3);
        var shown = Frame().Show(parts[1], 640, 360, 6, 2);
        await using var camera = await Start([.. Enumerable.Repeat(shown, 10), .. parts.Select(part => Frame().Show(part, 640, 360, 6, -2)).SelectMany(frame => Enumerable.Repeat(frame, 10))]);
        await using var session = await camera.Open();
        await session.Trust(Policy);
        await session.Page.ClickAsync("#choose-camera");
        await session.Page.WaitForFunctionAsync("() => /^Not checked: camera.edge is told in 3 QR codes, and not all were read yet: .* missing/.test(document.querySelector('#camera-said').textContent)");
        await session.Picture("camera-parts");
        await session.Page.WaitForSelectorAsync("header.valid_but");
        await Released(session);
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task It_is_left_by_the_button_by_escape_and_by_turning_to_another_page()
    {
        await using var camera = await Start(Frame().Noisy(10));
        await using var session = await camera.Open("zh-CN", 360);
        var leave = new Func<Task>[]
        {
            () => session.Page.ClickAsync("#camera-stop"),
            () => session.Page.Keyboard.PressAsync("Escape"),
            () => session.Page.EvaluateAsync("() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); delete document.hidden; }"),
        };
        foreach (var way in leave)
        {
            await session.Page.ClickAsync("#choose-camera");
            await session.Page.WaitForFunctionAsync("() => document.querySelector('#camera-said').textContent === '正在寻找二维码 ……'");
            Assert.True(await session.Page.EvaluateAsync<bool>("() => streams.at(-1).active"));
            await session.Picture("camera-phone");
            await way();
            await Released(session);
        }

        Assert.Equal(3, await Asked(session));
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task A_code_of_another_kind_is_named_and_the_camera_goes_on_looking()
    {
        await using var camera = await Start(Frame().Show("http://192.0.2.7:8443/", 640, 360, 12, 3));
        await using var session = await camera.Open(scheme: ColorScheme.Dark);
        await session.Page.ClickAsync("#choose-camera");
        await session.Page.WaitForFunctionAsync("() => document.querySelector('#camera-said').textContent.startsWith('Not checked: this code is the QR code of an address, \"http://192.0.2.7:8443/\", not of evidence. Open that address')");
        Assert.True(await session.Page.EvaluateAsync<bool>("() => streams[0].active && document.querySelector('dialog').open"));
        await PageAccessTests.Examine(session, "camera");
        await session.Page.ClickAsync("#camera-stop");
        await Released(session);
        Assert.Equal(0, await session.Page.Locator("header.not_checked").CountAsync());
    }

    [PageFact]
    public async Task Without_a_camera_or_leave_to_use_it_another_way_is_named()
    {
        await using var none = await Start([]);
        await using var session = await none.Open();
        await Refused("NotAllowedError", "The camera may not be used: the browser or this device does not allow it");
        await Refused("NotReadableError", "The camera does not start; another program may be using it");
        await Refused("NotFoundError", "There is no camera");
        await session.Page.EvaluateAsync("() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true })");
        await Refused(null, "There is no camera");
        Assert.Empty(session.Complaints);

        async Task Refused(string? name, string words)
        {
            if (name is not null)
                await session.Page.EvaluateAsync("name => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name)); }", name);
            await session.Page.ClickAsync("#choose-camera");
            await session.Page.WaitForFunctionAsync("words => document.querySelector('#camera-said').textContent.startsWith(words)", words);
            Assert.Contains("take a photo of the code and choose it like a file", await session.Page.TextContentAsync("#camera-said"), StringComparison.OrdinalIgnoreCase);
            Assert.Equal("Close", await session.Page.TextContentAsync("#camera-stop"));
            await session.Page.ClickAsync("#camera-stop");
        }
    }

    private static Photo Frame() => new(1280, 720);

    private static Task<int> Asked(PageSession session) => session.Page.EvaluateAsync<int>("() => streams.length");

    private static Task<IJSHandle> Released(PageSession session) =>
        session.Page.WaitForFunctionAsync("() => !document.querySelector('dialog').open && document.querySelector('video').srcObject === null && streams.every(stream => !stream.active)");

    /// <param name="frames">Five in a second, again and again; none: there is no camera.</param>
    private Task<CameraBrowser> Start(params Photo[] frames)
    {
        var video = _folder.File("camera.y4m");
        if (frames.Length > 0)
            PhotoFile.WriteVideo(video, frames);
        return CameraBrowser.Start(frames.Length > 0 ? video : null);
    }
}
