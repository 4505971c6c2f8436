using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Tests.Budget;
using Edge.Store.Log;
using Edge.Testing;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Tests.Health;

/// <summary>The status socket over real sockets, with clients that mean no good.</summary>
public sealed class StatusServerTests : IAsyncLifetime
{
    private readonly HealthRig _rig = new();
    private readonly TemporaryDirectory _folder = new();
    private readonly ConcurrentQueue<string> _said = new();
    private StatusServer? _server;

    private string Log => _folder.File("edge-log");

    private string Socket => StatusAddress.PathOf(Log);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await StopAsync();
        _rig.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Whoever_connects_gets_the_health_as_one_line_and_the_end()
    {
        await StartAsync(Log);

        var answer = await StatusClient.AskAsync(Socket, TimeProvider.System, CancellationToken.None);

        Assert.EndsWith("}\n", answer, StringComparison.Ordinal);
        Assert.Equal(HealthJson.Write(_rig.Source.Now()) + "\n", answer);
    }

    [Fact]
    public async Task The_socket_is_open_to_the_user_and_the_group_and_nobody_else_and_goes_with_the_gateway()
    {
        await StartAsync(Log);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, File.GetUnixFileMode(Socket));
        await StopAsync();
        Assert.False(File.Exists(Socket));
        Assert.Null(await StatusClient.AskAsync(Socket, TimeProvider.System, CancellationToken.None));
    }

    [Fact]
    public async Task A_socket_that_a_killed_gateway_left_is_replaced()
    {
        LeaveSocket(Socket);
        Assert.Null(await StatusClient.AskAsync(Socket, TimeProvider.System, CancellationToken.None));

        await StartAsync(Log);

        await AnswersAsync();
    }

    [RootFact]
    public async Task On_a_file_system_that_is_mounted_read_only_that_is_the_reason()
    {
        await using var disk = await SmallDisk.MountAsync(1);
        await disk.RemountAsync("ro");
        _server = New(Path.Combine(disk.Path, "edge-log"));
        await _server.StartAsync(CancellationToken.None);
        await Eventually.True(() => !_said.IsEmpty);
        await StopAsync();

        Assert.Contains("cannot be made: its file system is mounted read-only.", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_socket_is_never_taken_away()
    {
        _folder.Write("edge-log.sock", "someone's");
        _server = New(Log);
        await _server.StartAsync(CancellationToken.None);
        await Eventually.True(() => !_said.IsEmpty);

        await StopAsync();

        Assert.Equal("someone's", await File.ReadAllTextAsync(Socket));
        Assert.Contains($"{Socket} cannot be made", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_that_send_garbage_disturb_nobody()
    {
        await StartAsync(Log);
        for (var i = 0; i < 50; i++)
        {
            using var client = await ConnectAsync();
            await SendGarbageAsync(client);
        }

        await AnswersAsync();
    }

    [Fact]
    public async Task Clients_that_never_read_are_left_after_their_time_and_nobody_waits_longer()
    {
        var time = new ManualTimeProvider();
        using var rig = new HealthRig(damage: new NotedDamage(0, 0, new string('x', 2_000_000), null));
        _server = New(Log, rig.Source, time);
        await _server.StartAsync(CancellationToken.None);
        await Eventually.True(() => File.Exists(Socket));
        var stuck = new List<Socket>();
        for (var i = 0; i < StatusServer.MostClients; i++)
            stuck.Add(await ConnectAsync());
        await Eventually.True(() => stuck.TrueForAll(s => s.Available > 0));

        var asked = StatusClient.AskAsync(Socket, TimeProvider.System, CancellationToken.None);
        Assert.False(asked.IsCompleted);
        time.Advance(StatusServer.Patience);

        Assert.NotNull(HealthJson.Read((await asked)!));
        stuck.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task A_client_that_hangs_up_at_once_disturbs_nobody()
    {
        await StartAsync(Log);
        for (var i = 0; i < 200; i++)
            (await ConnectAsync()).Dispose();

        await AnswersAsync();
    }

    [Theory]
    [InlineData(60, 3)]
    [InlineData(200, 4)]
    public async Task A_log_in_a_folder_or_with_a_name_too_long_for_a_sockets_address_is_reached_all_the_same(int length, int depth)
    {
        var folder = Path.Combine([_folder.Path, .. Enumerable.Repeat(new string('d', 60), depth)]);
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, new string('n', length));

        await StartAsync(log);

        Assert.NotNull(HealthJson.Read((await StatusClient.AskAsync(StatusAddress.PathOf(log), TimeProvider.System, CancellationToken.None))!));
        await StopAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_log_named_with_a_slash_at_its_end_has_its_socket_beside_it_too() => Assert.Equal(Socket, StatusAddress.PathOf(Log + "/"));

    [Fact]
    public async Task Something_that_listens_and_is_no_gateway_is_not_waited_for()
    {
        using var silent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        silent.Bind(new UnixDomainSocketEndPoint(Socket));
        silent.Listen();
        var time = new ManualTimeProvider();

        var asked = StatusClient.AskAsync(Socket, time, CancellationToken.None);
        using var taken = await silent.AcceptAsync();
        time.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<IOException>(() => asked);
    }

    private static void LeaveSocket(string path)
    {
        // .NET takes a socket's file away with it, by the name it was bound to.
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path + ".first"));
        File.Move(path + ".first", path);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await Eventually.True(async () =>
        {
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket));
                return true;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
            {
                return false;
            }
        });
        return socket;
    }

    private static async Task SendGarbageAsync(Socket socket)
    {
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes("GET / HTTP/1.1\r\n\r\n\0\xff" + new string('x', 10_000)));
        }
        catch (SocketException)
        {
            // The server has hung up already.
        }
    }

    private async Task AnswersAsync() =>
        await Eventually.True(async () => await StatusClient.AskAsync(Socket, TimeProvider.System, CancellationToken.None) is { } answer && HealthJson.Read(answer) is not null);

    private async Task StartAsync(string log)
    {
        _server = New(log);
        await _server.StartAsync(CancellationToken.None);
        await Eventually.True(async () => await StatusClient.AskAsync(StatusAddress.PathOf(log), TimeProvider.System, CancellationToken.None) is not null);
    }

    private async Task StopAsync()
    {
        if (_server is null)
            return;
        await _server.StopAsync(CancellationToken.None);
        _server.Dispose();
        _server = null;
    }

    private StatusServer New(string log, HealthSource? source = null, TimeProvider? time = null) =>
        new(_rig.Gateway.Configuration with { Store = new StoreSettings { Folder = log } }, (source ?? _rig.Source).Now, time ?? TimeProvider.System, new Ear(_said));

    private sealed class Ear(ConcurrentQueue<string> said) : ILogger<StatusServer>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => said.Enqueue(formatter(state, exception));
    }
}
