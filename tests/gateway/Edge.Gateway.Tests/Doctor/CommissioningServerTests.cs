using System.Net.Sockets;
using Edge.Gateway.Doctor.Commissioning;
using Edge.Gateway.Health;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Testing;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>The socket that takes what a person answers for, with clients that mean no good.</summary>
public sealed class CommissioningServerTests : IAsyncLifetime
{
    private readonly WriterRig _rig = new();
    private readonly WriterRequests _requests;
    private readonly CommissioningServer _server;

    public CommissioningServerTests()
    {
        _requests = new WriterRequests(_rig.Log);
        _server = new CommissioningServer(_rig.Configuration, _requests, TimeProvider.System);
    }

    public async Task InitializeAsync()
    {
        await _server.StartAsync(CancellationToken.None);
        await Eventually.True(Listens);
    }

    public async Task DisposeAsync()
    {
        await _server.StopAsync(CancellationToken.None);
        _server.Dispose();
        _rig.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(20)]
    public async Task Clients_that_say_nothing_keep_nobody_from_being_entered(int silent)
    {
        var others = new List<Socket>();
        for (var i = 0; i < silent; i++)
            others.Add(await ConnectAsync());

        var entering = CommissioningClient.EnterAsync(_rig.Configuration.Store.Folder, new CommissioningNote("all well", "Li Wei"), TimeProvider.System, CancellationToken.None);
        await Eventually.True(() =>
        {
            _requests.Serve(_rig.Writer);
            return entering.IsCompleted;
        });

        Assert.Equal("Li Wei", Assert.IsType<EventEntry>(_rig.Entries()[(int)await entering]).Who);
        others.ForEach(s => s.Dispose());
    }

    private bool Listens()
    {
        try
        {
            using var address = StatusAddress.Open(CommissioningServer.PathOf(_rig.Configuration.Store.Folder));
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(address.End);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using var address = StatusAddress.Open(CommissioningServer.PathOf(_rig.Configuration.Store.Folder));
        await address.ConnectAsync(socket, TimeProvider.System, CancellationToken.None);
        return socket;
    }
}
