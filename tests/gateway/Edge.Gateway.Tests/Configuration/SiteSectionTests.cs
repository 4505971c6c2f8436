using Edge.Testing;

namespace Edge.Gateway.Tests.Configuration;

public sealed class SiteSectionTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_token_that_others_than_its_owner_may_use_is_refused(UnixFileMode others)
    {
        using var folder = new TemporaryDirectory();
        var token = folder.Write("site.token", new string('a', 44));
        var text = ConfigurationText.With("who: technician Li", $"who: technician Li\nsite: {{ listen: 127.0.0.1:0, token: {token} }}");

        File.SetUnixFileMode(token, OwnerOnly | others);
        Assert.Contains($"site.token: others than its owner may use {token}, and show what stands in it; run: chmod 600 {token}", Assert.Single(ConfigurationText.Problems(text)), StringComparison.Ordinal);
        File.SetUnixFileMode(token, OwnerOnly);
        Assert.Equal(token, ConfigurationText.Read(text).Site!.TokenFile);
    }
}
