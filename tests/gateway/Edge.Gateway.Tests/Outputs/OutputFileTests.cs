using System.Net.Sockets;
using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Gateway.Export;
using Edge.Gateway.Outputs;
using Edge.Gateway.Tests.Evidence;
using Edge.Gateway.Tests.Export;
using Edge.Gateway.Tests.Pipeline;
using Edge.Testing;

namespace Edge.Gateway.Tests.Outputs;

public sealed class OutputFileTests : IDisposable
{
    private static readonly byte[] NewEvidence = [.. "edge-evidence/v2\n"u8, 1, 2, 3];

    private readonly TemporaryDirectory _folder = new();
    private readonly List<string> _said = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("version: 1\n")]
    [InlineData("edge-equivocation/v1\n")]
    [InlineData("x")]
    public async Task What_is_no_earlier_output_is_left_as_it_is(string held)
    {
        var file = _folder.Write("held", held);
        foreach (var kind in Enum.GetValues<OutputKind>())
        {
            var refused = await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(file, kind));
            Assert.Contains(file, refused.Message, StringComparison.Ordinal);
            Assert.Contains("choose another name", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(held, await File.ReadAllTextAsync(file));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("missing/report.html")]
    [InlineData("link")]
    public async Task A_link_that_leads_nowhere_is_named_with_where_it_leads_and_left(string target)
    {
        File.CreateSymbolicLink(_folder.File("link"), target);
        foreach (var kind in Enum.GetValues<OutputKind>())
        {
            var refused = await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(_folder.File("link"), kind));
            Assert.Equal($"{_folder.File("link")} is a link to {target}, and nothing is there. Remove the link, or name the file itself.", refused.Message);
        }

        Assert.Equal([_folder.File("link")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Nothing_an_empty_file_and_an_earlier_evidence_file_are_replaced()
    {
        foreach (var file in new[] { _folder.File("new"), _folder.Write("empty", ""), _folder.Write("older", "edge-evidence/v1\nolder") })
        {
            Assert.Equal(file, await WriteAsync(file, OutputKind.Evidence));
            Assert.Equal(NewEvidence, await File.ReadAllBytesAsync(file));
        }

        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public async Task What_is_lost_by_replacing_it_is_said_in_one_line()
    {
        var file = _folder.Write("older", "edge-evidence/v1\nolder");
        await WriteAsync(file, OutputKind.Evidence);
        Assert.Equal($"An earlier file {file} of 22 bytes was replaced.", Assert.Single(_said));

        await WriteAsync(file, OutputKind.Evidence);
        await WriteAsync(_folder.Write("empty", ""), OutputKind.Evidence);
        Assert.Single(_said);
    }

    [Fact]
    public async Task Receipts_replace_receipts_and_not_evidence()
    {
        using var log = new SizedLog(20);
        var export = new CoseExport(log.Log.View, log.Signer, ExportWords.English);
        foreach (var bytes in new[] { export.Entry(7).ToBytes(), export.Inclusion(7).ToBytes(), export.Consistency(3).ToBytes() })
        {
            var file = _folder.File("receipt");
            await File.WriteAllBytesAsync(file, bytes);
            await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(file, OutputKind.Evidence));
            await WriteAsync(file, OutputKind.Receipt);
            Assert.Equal(NewEvidence, await File.ReadAllBytesAsync(file));
            await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(file, OutputKind.Receipt));
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Evidence_of_another_gateway_is_left_and_named_and_this_gateways_own_is_replaced()
    {
        using var city = new ModelCity();
        using var rig = new WriterRig(new SealSettings { Entries = 5 });
        rig.Beacons.Newest = city.Block(rig.Clock.Wall()!.Value.Seconds - 1);
        rig.PutAndTick(5);
        rig.Pass(TimeSpan.FromSeconds(10));
        city.Anchor(rig);
        var file = _folder.File("held.edge");
        var held = new EvidenceCutter(rig.Log.View).Cut([0]).ToBytes();
        await File.WriteAllBytesAsync(file, held);

        var refused = await Assert.ThrowsAsync<OutputRefusedException>(() => Output("city.example/gw-2").WriteAsync(file, OutputKind.Evidence, NewEvidence, CancellationToken.None));
        Assert.Contains("is evidence of city.example/gw-1; this gateway is city.example/gw-2", refused.Message, StringComparison.Ordinal);
        refused = await Assert.ThrowsAsync<OutputRefusedException>(() => Output("city.example/gw-2", ExportWords.Chinese).WriteAsync(file, OutputKind.Evidence, NewEvidence, CancellationToken.None));
        Assert.Contains("是 city.example/gw-1 的证据文件，而本网关是 city.example/gw-2", refused.Message, StringComparison.Ordinal);
        Assert.Equal(held, await File.ReadAllBytesAsync(file));

        await WriteAsync(file, OutputKind.Evidence);
        Assert.Equal(NewEvidence, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_receipt_of_another_log_is_left_and_named()
    {
        using var log = new SizedLog(20, "city.example/gw-9");
        var export = new CoseExport(log.Log.View, log.Signer, ExportWords.English);
        foreach (var bytes in new[] { export.Entry(7).ToBytes(), export.Inclusion(7).ToBytes(), export.Consistency(3).ToBytes() })
        {
            var file = _folder.File("receipt");
            await File.WriteAllBytesAsync(file, bytes);
            Assert.Contains("is a COSE receipt of city.example/gw-9", (await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(file, OutputKind.Receipt))).Message, StringComparison.Ordinal);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
        }
    }

    [Fact]
    public void A_receipt_and_its_entry_are_two_files_and_both_are_looked_at_first()
    {
        Directory.CreateSymbolicLink(_folder.File("link"), _folder.Path);
        foreach (var other in new[] { "y.cose", "./y.cose", "link/y.cose" })
            Assert.Contains("cannot both be written to", Assert.Throws<OutputRefusedException>(() => Output().RequireBoth(_folder.File("y.cose"), OutputKind.Receipt, NewEvidence, _folder.File(other))).Message, StringComparison.Ordinal);

        Assert.Contains("not a COSE receipt", Assert.Throws<OutputRefusedException>(() => Output().RequireBoth(_folder.Write("mine", "x"), OutputKind.Receipt, NewEvidence, _folder.File("y"))).Message, StringComparison.Ordinal);
        Output().RequireBoth(_folder.File("y.cose"), OutputKind.Receipt, NewEvidence, _folder.File("y.entry"));
    }

    [Fact]
    public async Task An_entry_replaces_only_itself()
    {
        var file = _folder.File("entry");
        await WriteAsync(file, OutputKind.Entry);
        await WriteAsync(file, OutputKind.Entry);
        await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(_folder.Write("other", "x"), OutputKind.Entry));
    }

    [Theory]
    [InlineData("edge-log")]
    [InlineData("edge-log/index.db-wal")]
    [InlineData("edge-log/lock")]
    [InlineData("edge-log/quarantine/00000001.seg.4096-8192")]
    public async Task The_logs_own_files_are_not_replaced_even_when_empty(string name)
    {
        var file = _folder.Write(name, "");
        Assert.Contains("belongs to the gateway's log", (await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(file, OutputKind.Evidence))).Message, StringComparison.Ordinal);
        Assert.Empty(await File.ReadAllBytesAsync(file));
    }

    [Theory]
    [InlineData("edge-log", "link/index.db")]
    [InlineData("edge-log", "link/quarantine/new")]
    [InlineData("edge-log/quarantine", "link/new")]
    public async Task Nor_when_they_are_reached_through_a_link(string target, string name)
    {
        _folder.Write("edge-log/quarantine/x", "");
        Directory.CreateSymbolicLink(_folder.File("link"), _folder.File(target));

        Assert.Contains("belongs to the gateway's log", (await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(_folder.File(name), OutputKind.Evidence))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_folder_is_made_and_that_is_said()
    {
        await WriteAsync(_folder.File("a/file"), OutputKind.Evidence);

        Assert.Equal($"{_folder.File("a")} was not there and was made.", Assert.Single(_said));
    }

    [Fact]
    public async Task Folders_far_away_are_not_made()
    {
        var refused = await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(_folder.File("a/b/file"), OutputKind.Evidence));

        Assert.Contains($"mkdir -p {_folder.File("a/b")}", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_folder.Path));
    }

    [Theory]
    [InlineData("", "has no name")]
    [InlineData("/", "is a folder")]
    [InlineData("/tmp", "is a folder")]
    [InlineData("/nowhere/", "is a folder")]
    public async Task What_cannot_be_a_file_is_refused(string path, string why) =>
        Assert.Contains(why, (await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(path, OutputKind.Evidence))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("edge-log.sock")]
    [InlineData("edge-log.commissioning.sock")]
    [InlineData("edge-log.lock")]
    public async Task Nothing_is_written_where_a_gateway_listens_or_keeps_others_out(string name)
    {
        Assert.Contains("belongs to the gateway's log", (await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(_folder.File(name), OutputKind.Report))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        await WriteAsync(_folder.File("edge-log.html"), OutputKind.Evidence);
    }

    [Fact]
    public async Task What_is_there_and_no_file_is_not_replaced_by_one()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.File("socket")));

        Assert.Contains("is a device or a pipe", (await Assert.ThrowsAsync<OutputRefusedException>(() => WriteAsync(_folder.File("socket"), OutputKind.Evidence))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_system_does_not_let_be_written_is_said_by_the_name_given()
    {
        var refused = await Assert.ThrowsAsync<ExportException>(() => WriteAsync("/proc/evidence.edge", OutputKind.Evidence));
        Assert.StartsWith("/proc/evidence.edge cannot be written", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".part", refused.Message, StringComparison.Ordinal);

        var tooLong = _folder.File(new string('x', 300));
        Assert.StartsWith($"{tooLong} cannot be written (File name too long)", (await Assert.ThrowsAsync<ExportException>(() => WriteAsync(tooLong, OutputKind.Evidence))).Message, StringComparison.Ordinal);
    }

    private Task<string> WriteAsync(string path, OutputKind kind) =>
        Output().WriteAsync(path, kind, NewEvidence, CancellationToken.None);

    private OutputFile Output(string origin = "city.example/gw-1", ExportWords? words = null) => new(_folder.File("edge-log"), origin, words ?? ExportWords.English, _said.Add);
}
