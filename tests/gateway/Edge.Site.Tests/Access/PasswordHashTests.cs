using Edge.Site.Access;

namespace Edge.Site.Tests.Access;

public sealed class PasswordHashTests
{
    [Fact]
    public void A_password_is_known_by_its_hash_and_no_other_is()
    {
        var kept = PasswordHash.Make("correct horse 4711");

        Assert.StartsWith("pbkdf2-sha512$210000$", kept, StringComparison.Ordinal);
        Assert.True(PasswordHash.Verify(kept, "correct horse 4711"));
        Assert.False(PasswordHash.Verify(kept, "correct horse 4712"));
        Assert.False(PasswordHash.Verify(kept, ""));
    }

    [Fact]
    public void It_is_what_other_programs_compute() => Assert.True(
        PasswordHash.Verify("pbkdf2-sha512$1000$AAECAwQFBgcICQoLDA0ODw==$2OzAMGnOnWJJcW2geSexl6D33ZLmm9baRNCsCum8VWE=", "correct horse 4711"));

    [Fact]
    public void Two_who_have_the_same_password_are_not_seen_to() => Assert.NotEqual(PasswordHash.Make("correct horse 4711", 1000), PasswordHash.Make("correct horse 4711", 1000));

    [Fact]
    public void A_hash_of_fewer_iterations_than_are_usual_now_stays_good() => Assert.True(PasswordHash.Verify(PasswordHash.Make("correct horse 4711", 1000), "correct horse 4711"));

    [Theory]
    [InlineData("password")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("not it")]
    public void Nobodys_hash_is_no_ones_password_and_costs_as_much(string password)
    {
        Assert.Equal("210000", PasswordHash.Nobody.Split('$')[1]);
        Assert.False(PasswordHash.Verify(PasswordHash.Nobody, password));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pbkdf2-sha512$210000$AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("pbkdf2-sha512$0$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("pbkdf2-sha512$999999999$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("pbkdf2-sha512$1000$AAAAAAAAAAAAAAAAAAAAAA==$")]
    [InlineData("pbkdf2-sha512$1000$$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("plain$1000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void What_is_no_hash_is_nobodys_password(string kept)
    {
        Assert.False(PasswordHash.IsHash(kept));
        Assert.False(PasswordHash.Verify(kept, ""));
    }
}
