using System.Net;
using Edge.Site.Access;
using Edge.Site.Serving;
using Edge.Site.Tests.Access;
using Edge.Testing;

namespace Edge.Site.Tests.Tls;

/// <summary>Where the page may be served; nothing listens here.</summary>
public sealed class DoorTests : IDisposable
{
    private static readonly IPEndPoint Wanted = new(IPAddress.Any, 8443);

    private readonly TemporaryDirectory _folder = new();
    private readonly People _people = new();

    public void Dispose()
    {
        _people.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Others_reach_it_only_with_all_that_is_needed_and_each_that_is_missing_is_named()
    {
        var doors = Doors(new SiteSettings { Listen = Wanted, OwnCertificateFile = _folder.File("gateway.key.tls.pem") });
        using (var bare = doors.Look())
        {
            Assert.Equal((new IPEndPoint(IPAddress.Loopback, 8443), "http"), (bare.Listen, bare.Scheme));
            Assert.Equal(2, bare.Missing.Count);
            Assert.Contains("account of a technician", bare.Missing[0], StringComparison.Ordinal);
            Assert.Contains("doctor --sign", bare.Missing[1], StringComparison.Ordinal);
        }

        await _people.AddAsync("Wang Min", Role.Operator);
        _people.IsCommissioned = true;
        using (var operators = doors.Look())
            Assert.Contains("account of a technician", Assert.Single(operators.Missing), StringComparison.Ordinal);

        await _people.AddAsync("Li Wei", Role.Technician);
        using (var whole = doors.Look())
        {
            Assert.Equal((Wanted, "https"), (whole.Listen, whole.Scheme));
            Assert.Empty(whole.Missing);
        }

        await _people.RemoveAsync("Li Wei");
        using var again = doors.Look();
        Assert.True(IPAddress.IsLoopback(again.Listen.Address));
    }

    [Fact]
    public async Task Without_a_certificate_that_can_be_used_nobody_else_reaches_it()
    {
        await _people.AddAsync("Li Wei", Role.Technician);
        _people.IsCommissioned = true;

        foreach (var settings in new[]
        {
            new SiteSettings { Listen = Wanted },
            new SiteSettings { Listen = Wanted, CertificateFile = _folder.Write("cert.pem", "no certificate"), KeyFile = _folder.Write("key.pem", "no key") },
            new SiteSettings { Listen = Wanted, CertificateFile = _folder.File("nowhere.pem"), KeyFile = _folder.File("nowhere.pem") },
            new SiteSettings { Listen = Wanted, OwnCertificateFile = Open(_folder.Write("open.pem", "")) },
        })
        {
            using var door = Doors(settings).Look();
            Assert.True(IPAddress.IsLoopback(door.Listen.Address));
            Assert.StartsWith("TLS (", Assert.Single(door.Missing), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_of_accounts_that_cannot_be_relied_on_opens_no_door()
    {
        await _people.AddAsync("Li Wei", Role.Technician);
        _people.IsCommissioned = true;
        Open(_people.Accounts.Path);

        using var door = Doors(new SiteSettings { Listen = Wanted, OwnCertificateFile = _folder.File("own.pem") }).Look();

        Assert.True(IPAddress.IsLoopback(door.Listen.Address));
        Assert.StartsWith("accounts that can be read", Assert.Single(door.Missing), StringComparison.Ordinal);
    }

    private static string Open(string path)
    {
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        return path;
    }

    private Doorkeeper Doors(SiteSettings settings) => new(settings, new SiteAccess(_people.Accounts, _people));
}
