using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.Keys;

namespace Edge.Ledger.Tests.Keys;

public sealed class EcdsaP256Tests
{
    // RFC 6979, appendix A.2.5.
    private const string Scalar = "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
    private const string Point = "0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";

    private static readonly byte[] Spki = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D030107034200" + Point);

    private readonly EcdsaP256PublicKey _key = new(Spki);

    [Theory]
    [InlineData("sample", "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716", "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8")]
    [InlineData("test", "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367", "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083")]
    public void The_signatures_of_RFC_6979_verify(string message, string r, string s)
    {
        Assert.True(_key.Verify(Encoding.ASCII.GetBytes(message), Der.Signature(r, s)));
        Assert.False(_key.Verify("another"u8, Der.Signature(r, s)));
    }

    [Fact]
    public void A_private_key_has_the_public_key_that_belongs_to_it_and_its_signatures_verify()
    {
        using var key = new EcdsaP256PrivateKey(Convert.FromHexString(Scalar));
        Assert.Equal(Spki, key.PublicKey);
        for (var i = 0; i < 100; i++)
            Assert.True(_key.Verify("text\n"u8, key.Sign("text\n"u8)));
    }

    [Fact]
    public void Only_the_one_form_of_a_signature_verifies()
    {
        using var key = new EcdsaP256PrivateKey(Convert.FromHexString(Scalar));
        Assert.All(Der.OtherForms(key.Sign("text\n"u8), Der.P256Order), form => Assert.False(_key.Verify("text\n"u8, form.Bytes), form.Name));
    }

    public static TheoryData<string> OtherKeys() =>
    [
        "",
        Point,
        "3059301306072A8648CE3D020106082A8648CE3D030107034200" + Point + "00",
        "3059301306072A8648CE3D020106082A8648CE3D030107034200" + Point[..^2] + "98",
        "3059301306072A8648CE3D020106082A8648CE3D030107034200" + Point.Replace("0460", "0660", StringComparison.Ordinal),
        "3039301306072A8648CE3D020106082A8648CE3D030107032200" + "03" + Point[2..66],
        "3059301306072A8648CE3D020106082A811CCF5501822D034200" + Point,
        Convert.ToHexString(P384()),
    ];

    [Theory]
    [MemberData(nameof(OtherKeys))]
    public void A_public_key_in_another_form_on_another_curve_or_off_its_curve_is_refused(string spki) =>
        Assert.Throws<MalformedException>(() => new EcdsaP256PublicKey(Convert.FromHexString(spki)));

    [Theory]
    [InlineData("00")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551")]
    public void A_private_key_beyond_its_range_is_refused(string scalar) =>
        Assert.Throws<MalformedException>(() => new EcdsaP256PrivateKey(Convert.FromHexString(scalar)));

    [Fact]
    public void A_key_on_another_curve_does_not_sign()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<MalformedException>(() => new EcdsaP256PrivateKey(key));
    }

    private static byte[] P384()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        return key.ExportSubjectPublicKeyInfo();
    }
}
