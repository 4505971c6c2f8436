namespace Edge.Ledger.Tests.Vectors;

/// <summary>
/// Ed25519 signatures over the text of a checkpoint of size 1, on which verifiers disagree: made with the curve's arithmetic, since no library signs so.
/// T is a point of order 8, A the key of the gateway, N the neutral point.
/// </summary>
internal static class Ed25519Vectors
{
    private const string A = "city.example/gw-1+de7e93ee+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";
    private const string APlusT = "city.example/gw-1+751c5cb5+AZ6j8R9b008M1xR/0KQ2wIj2JMYQDB32pTwKKeBdYM6g";
    private const string One = "5866666666666666666666666666666666666666666666666666666666666666" + "0100000000000000000000000000000000000000000000000000000000000000";

    public static (string Name, string Key, string Blob, bool IsValid)[] All { get; } =
    [
        ("S plus the order of the group", A, "2d08e6dc02ee00ce29187090f9efde7c700f42567a6d2fa81ceac89aa89570b2a07ed00784d3005912526cf3f9501f122eaf58a1d8a2257be5a380584f9e4213", false),
        ("R plus T", A, "e445a9708d645e4bfbfd5a5b3948e64eb2dfe10796d3c8b7149a1c17881a4aec7e42368c5527c7af4c464efee681fdc1ad045d76f4f98d9fa8b11244decfe20d", false),
        ("R is N, y not reduced", A, "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f4c5be3fc8d22b4001e900c6d62bbf93d3560dde900020b64ac384ab2c9ea630a", false),
        ("the key is A + T, the equation holds only with the cofactor", APlusT, "b862409fb5c4c4123df2abf7462b88f041ad36dd6864ce872fd5472be363c5b166cc8dce1f1906111d665f22fe2f13e452a2b942fbaf7e86565cc8260ee64902", false),
        ("the key is A + T, the equation holds without the cofactor", APlusT, "4ab075e0903e4e35b096d4d64e0e81bca5c3968aeae8e87d98d80b7e8426112e310ebbedec4f4abab4b8e58bddc249c7435370fc7a9e11d1c93e06d928a44c07", true),
        ("the key is N", "city.example/gw-1+6973e08c+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", One, false),
        ("the key is T", "city.example/gw-1+6b7ece05+ASbolY/CsiewRcP0ifLvmPDV36wF08YzObE4AohtU/wF", "f9e42d2edc81d23367967352b47e4856b82578634e6c1de72280ce8b60ce70c00c00000000000000000000000000000000000000000000000000000000000000", false),
        ("the key is N, y not reduced", "city.example/gw-1+3d52c271+Ae7///////////////////////////////////////9/", One, false),
        ("the key is N, with a sign", "city.example/gw-1+f525a585+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACA", One, false),
        ("the key is (0, -1), with a sign", "city.example/gw-1+19d63c8c+Aez/////////////////////////////////////////", One, false),
        ("the key is no point", "city.example/gw-1+f6ecfe6e+AQIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", One, false),
    ];
}
