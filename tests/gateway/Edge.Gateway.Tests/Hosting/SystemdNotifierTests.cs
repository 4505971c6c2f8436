using System.Net.Sockets;
using System.Text;
using Edge.Gateway.Hosting;
using Edge.Testing;

namespace Edge.Gateway.Tests.Hosting;

/// <summary>Over real datagram sockets, as systemd gives them to a service.</summary>
public sealed class SystemdNotifierTests : IDisposable
{
    private readonly Socket _systemd = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = 10_000 };
    private readonly TemporaryDirectory _folder = new();

    [Fact]
    public void Each_state_is_one_datagram_to_a_socket_in_the_file_system()
    {
        _systemd.Bind(new UnixDomainSocketEndPoint(_folder.File("notify")));
        using var notifier = new SystemdNotifier(_folder.File("notify"));

        notifier.Ready();
        notifier.Alive();
        notifier.Status("12 readings");
        notifier.Stopping();

        Assert.Equal(["READY=1", "WATCHDOG=1", "STATUS=12 readings", "STOPPING=1"], [Next(), Next(), Next(), Next()]);
    }

    [Fact]
    public void A_socket_in_the_abstract_name_space_is_reached_too()
    {
        var name = $"edge-test-{Guid.NewGuid():N}";
        _systemd.Bind(new UnixDomainSocketEndPoint("\0" + name));
        using var notifier = new SystemdNotifier("@" + name);

        notifier.Ready();

        Assert.Equal("READY=1", Next());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_systemd_nothing_happens(string? address)
    {
        using var notifier = new SystemdNotifier(address);

        notifier.Ready();
    }

    [Fact]
    public void A_socket_that_has_gone_away_does_not_end_the_gateway()
    {
        _systemd.Bind(new UnixDomainSocketEndPoint(_folder.File("notify")));
        using var notifier = new SystemdNotifier(_folder.File("notify"));
        _systemd.Dispose();

        notifier.Alive();
    }

    [Theory]
    [InlineData("/nobody/listens/here")]
    [InlineData("@nobody-listens-here")]
    [InlineData("vsock:2:1234")]
    [InlineData("/a/path/that/is/longer/than/the/one/hundred/and/eight/characters/a/socket/address/may/have/so/that/it/cannot/even/be/written/down")]
    public void An_address_that_cannot_be_connected_is_a_problem_said_in_one_line_and_no_failure(string address)
    {
        using var notifier = new SystemdNotifier(address);

        notifier.Ready();

        Assert.Contains($"NOTIFY_SOCKET {address} cannot be connected", notifier.Problem, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _systemd.Dispose();
        _folder.Dispose();
    }

    private string Next()
    {
        var buffer = new byte[256];
        return Encoding.UTF8.GetString(buffer, 0, _systemd.Receive(buffer));
    }
}
