using Edge.Ledger.Keys;

namespace Edge.Ledger.Tests.Keys;

public sealed class Sm2Tests
{
    // GB/T 32918.5-2017, appendix A.2: the recommended curve, the message "message digest", the user id 1234567812345678.
    private const string Scalar = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string Point = "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private const string R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private const string S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

    private readonly Sm2PublicKey _key = new(Convert.FromHexString(Point));

    [Fact]
    public void The_signature_of_the_standard_verifies()
    {
        Assert.True(_key.Verify("message digest"u8, Der.Signature(R, S)));
        Assert.False(_key.Verify("another message"u8, Der.Signature(R, S)));
        Assert.False(_key.Verify("message digest"u8, Der.Signature(S, R)));
    }

    [Fact]
    public void A_private_key_has_the_public_key_that_belongs_to_it_and_its_signatures_verify()
    {
        using var key = new Sm2PrivateKey(Convert.FromHexString(Scalar));
        Assert.Equal(Convert.FromHexString(Point), key.PublicKey);
        for (var i = 0; i < 100; i++)
            Assert.True(_key.Verify("text\n"u8, key.Sign("text\n"u8)));
    }

    // Made with openssl pkeyutl -sign -rawin -digest sm3 over "text\n" by the standard's key, without -pkeyopt distid, and with another one.
    [Theory]
    [InlineData("3046022100A2DBB0DA035C0C9FA754F9317B3D7FD3E65FE8B3E126CD153368BF003EFDEB6D022100E70DB932C14734EC081C8CD222AECA9E25DB365F91618A076C6B62C1DB484528")]
    [InlineData("3046022100C52B14E8762420E9FF7908CDDA987BEE574909DF7C60B19B70C9279C7DBC537C022100FC8A50F6326498B4E9C9EA44B9388803F20F41F4669A6D5FB4C425995374415A")]
    public void A_signature_under_another_user_id_does_not_verify(string signature) =>
        Assert.False(_key.Verify("text\n"u8, Convert.FromHexString(signature)));

    [Fact]
    public void A_signature_that_openssl_made_under_the_default_user_id_verifies() =>
        Assert.True(_key.Verify("text\n"u8, Convert.FromHexString("304502200CAED9C85E54B63EB9BCDC3CF6B8DBC0430E90AD68B17953363BEA871A5E3435022100FD20A164F249A14F203966FEAE72777B2AE87980C3AB72E3D81BBDACD42E0F3E")));

    [Fact]
    public void Only_the_one_form_of_a_signature_verifies()
    {
        using var key = new Sm2PrivateKey(Convert.FromHexString(Scalar));
        Assert.All(Der.OtherForms(key.Sign("text\n"u8), Der.Sm2Order), form => Assert.False(_key.Verify("text\n"u8, form.Bytes), form.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("04")]
    [InlineData(Point + "00")]
    [InlineData("0609F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13")]
    [InlineData("0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD12")]
    [InlineData("0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299")]
    [InlineData("03" + "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020")]
    [InlineData("00")]
    public void A_public_key_in_another_form_or_off_its_curve_is_refused(string point) =>
        Assert.Throws<MalformedException>(() => new Sm2PublicKey(Convert.FromHexString(point)));

    [Theory]
    [InlineData("00")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54122")]
    [InlineData("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123")]
    public void A_private_key_beyond_its_range_is_refused(string scalar) =>
        Assert.Throws<MalformedException>(() => new Sm2PrivateKey(Convert.FromHexString(scalar)));
}
