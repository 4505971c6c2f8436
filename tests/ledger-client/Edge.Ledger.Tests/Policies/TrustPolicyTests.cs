using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Tests.Policies;

public sealed class TrustPolicyTests
{
    private readonly TestKeys _keys = new();
    private readonly Checkpoint _checkpoint = new("city.example/gw-1", 1, TreeHasher.Sha256.Leaf([1]));

    [Fact]
    public void A_quorum_of_three_of_four_accepts_and_two_do_not()
    {
        var three = _keys.Policy.Check(_keys.Cosigned(_checkpoint, _keys.Gateway, 1000, 0, 2, 3), "city.example/gw-1");
        Assert.True(three.IsAccepted);
        Assert.Equal(["water", "environment", "justice"], three.Cosigners.Select(c => c.Witness));
        var two = _keys.Policy.Check(_keys.Cosigned(_checkpoint, _keys.Gateway, 1000, 0, 2), "city.example/gw-1");
        Assert.Equal(NoteFault.NoQuorum, two.Fault);
        Assert.Equal(3, _keys.Policy.QuorumSize);
    }

    [Fact]
    public void One_witness_signing_twice_counts_once() =>
        Assert.Equal(NoteFault.NoQuorum, _keys.Policy.Check(_keys.Cosigned(_checkpoint, _keys.Gateway, 1000, 0, 0, 0, 1), "city.example/gw-1").Fault);

    [Fact]
    public void A_known_key_whose_signature_fails_rejects_and_an_unknown_key_is_ignored()
    {
        var note = _keys.Cosigned(_checkpoint, _keys.Gateway, 1000, 0, 1, 2);
        var wrong = note.Signatures[^1] with { Blob = new byte[72] };
        Assert.Equal(NoteFault.BadCosignature, Check([wrong, .. note.Signatures]));
        Assert.Equal(NoteFault.BadLogSignature, Check([note.Signatures[0] with { Blob = new byte[64] }, .. note.Signatures]));
        Assert.Equal(NoteFault.None, Check([wrong with { Name = "stranger" }, .. note.Signatures]));
    }

    [Fact]
    public void A_repeated_line_is_looked_at_once_and_a_false_one_beside_it_rejects()
    {
        var note = _keys.Cosigned(_checkpoint, _keys.Gateway, 1000, 0, 1, 2);
        var repeated = note.With(Enumerable.Repeat(note.Signatures[0], 90));
        Assert.Equal(NoteFault.None, Check([.. repeated.Signatures]));
        Assert.Single(repeated.SignaturesBy(_keys.Gateway.Verifier));
        Assert.Equal(NoteFault.BadCosignature, Check([.. note.Signatures, note.Signatures[^1] with { Blob = new byte[72] }]));
    }

    [Fact]
    public void A_policy_that_asks_for_nobody_proves_no_time()
    {
        var policy = TrustPolicy.Parse(Encoding.UTF8.GetBytes(_keys.PolicyText.Replace("quorum departments", "quorum none", StringComparison.Ordinal)));
        Cosigner[] signed = [new("water", 0), new("energy", 10)];
        Assert.Null(TimeBounds.SignedBy(policy, signed));
        Assert.Null(TimeBounds.SignedFrom(policy, signed));
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Groups_are_nested_at_most_32_deep(int depth, bool good)
    {
        var groups = string.Concat(Enumerable.Range(1, depth).Select(i => $"group g{i} any {(i == 1 ? "water" : $"g{i - 1}")}\n"));
        var text = _keys.PolicyText[.._keys.PolicyText.IndexOf("group", StringComparison.Ordinal)] + groups + $"quorum g{depth}\n";
        var error = Record.Exception(() => TrustPolicy.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(good, error is null);
        if (!good)
            Assert.IsType<MalformedException>(error);
    }

    private NoteFault Check(params NoteSignature[] signatures) =>
        _keys.Policy.Check(new SignedNote(_checkpoint.ToText(), signatures), "city.example/gw-1").Fault;

    [Fact]
    public void A_note_is_only_taken_for_the_origin_asked_for()
    {
        var note = _keys.Cosigned(_checkpoint, _keys.Gateway, 1000, 0, 1, 2);
        Assert.Equal(NoteFault.OtherOrigin, _keys.Policy.Check(note, "city.example").Fault);
        var unknown = (_checkpoint with { Origin = "city.example/gw-2" }).Sign(new NoteSigner("city.example/gw-2", KeyType.Ed25519, TestKeys.Seed(9)));
        Assert.Equal(NoteFault.UnknownLog, _keys.Policy.Check(unknown, "city.example/gw-2").Fault);
        var cosignedOnly = new SignedNote(note.Text, [.. note.Signatures.Skip(1)]);
        Assert.Equal(NoteFault.NotSignedByLog, _keys.Policy.Check(cosignedOnly, "city.example/gw-1").Fault);
    }

    [Fact]
    public void Time_bounds_need_a_quorum()
    {
        Cosigner[] signed = [new("water", 50), new("energy", 10), new("justice", 30), new("environment", 20)];
        Assert.Equal(30UL, TimeBounds.SignedBy(_keys.Policy, signed));
        Assert.Equal(20UL, TimeBounds.SignedFrom(_keys.Policy, signed));
        Assert.Null(TimeBounds.SignedBy(_keys.Policy, signed[..2]));
    }

    [Theory]
    [InlineData("quorum none\n", true)]
    [InlineData("  # comment\n\n\tquorum\tnone  \n", true)]
    [InlineData("", false)]
    [InlineData("quorum none", false)]
    [InlineData("quorum none\nquorum none\n", false)]
    [InlineData("quorum nobody\n", false)]
    [InlineData("quorum none\r\n", false)]
    [InlineData("trust me\nquorum none\n", false)]
    [InlineData("log\nquorum none\n", false)]
    [InlineData("log x+1+AA==\nquorum none\n", false)]
    public void Only_well_formed_policies_are_read(string text, bool good)
    {
        var error = Record.Exception(() => TrustPolicy.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(good, error is null);
        if (!good)
            Assert.IsType<MalformedException>(error);
    }

    [Fact]
    public void A_policy_that_is_not_UTF8_is_refused() =>
        Assert.Throws<MalformedException>(() => TrustPolicy.Parse([.. "# \u00e9\nquorum none\n"u8[..3], .. "\nquorum none\n"u8]));

    [Theory]
    [InlineData("group g 0 water\nquorum g\n")]
    [InlineData("group g 5 water energy\nquorum g\n")]
    [InlineData("group g 1 water water\nquorum g\n")]
    [InlineData("group water 1 energy\nquorum water\n")]
    [InlineData("group g any water\ngroup h any water\nquorum h\n")]
    [InlineData("group g any h\ngroup h any water\nquorum h\n")]
    [InlineData("group none any water\nquorum none\n")]
    public void Groups_that_c2sp_forbids_are_refused(string groups)
    {
        var text = _keys.PolicyText[.._keys.PolicyText.IndexOf("group", StringComparison.Ordinal)] + groups;
        Assert.Throws<MalformedException>(() => TrustPolicy.Parse(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Duplicate_public_keys_are_refused()
    {
        var same = new VerifierKey("other.name", KeyType.Ed25519Cosignature, _keys.Departments[0].Verifier.PublicKey);
        var text = _keys.PolicyText.Replace("group", $"witness again {same}\ngroup", StringComparison.Ordinal);
        var error = Assert.Throws<MalformedException>(() => TrustPolicy.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Contains("line 8", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log", KeyType.Ed25519, true)]
    [InlineData("log", KeyType.EcdsaP256, true)]
    [InlineData("log", KeyType.Sm2, true)]
    [InlineData("log", KeyType.Ed25519Cosignature, false)]
    [InlineData("witness w", KeyType.Ed25519, false)]
    [InlineData("witness w", KeyType.EcdsaP256, false)]
    [InlineData("witness w", KeyType.Sm2, false)]
    [InlineData("witness w", KeyType.Ed25519Cosignature, true)]
    public void Logs_and_witnesses_have_keys_of_their_own_types(string line, KeyType type, bool good)
    {
        using var signer = new NoteSigner("city.example", type, TestKeys.Seed(1));
        var error = Record.Exception(() => TrustPolicy.Parse(Encoding.UTF8.GetBytes($"{line} {signer.Verifier}\nquorum none\n")));
        Assert.Equal(good, error is null);
        if (!good)
            Assert.Contains($"policy, line 1: city.example has a key of type {type.Describe()}", Assert.IsType<MalformedException>(error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_of_groups_count_their_members_once_each()
    {
        var text = _keys.PolicyText[.._keys.PolicyText.IndexOf("group", StringComparison.Ordinal)]
            + "group a any water energy\ngroup b all environment justice\ngroup both all a b\nquorum both\n";
        var policy = TrustPolicy.Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal(3, policy.QuorumSize);
        Assert.True(policy.IsQuorum(new HashSet<string> { "water", "environment", "justice" }));
        Assert.False(policy.IsQuorum(new HashSet<string> { "water", "energy", "environment" }));
    }
}
