using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.City;

public sealed class CityTests
{
    private static readonly LogOrigin Gateway = LogOrigin.Parse("city.example/gw-1");
    private readonly TestKeys _keys = new();
    private readonly MemoryTree _city = new(TreeHasher.Sha256);
    private readonly byte[] _anchor;
    private readonly BlockHeader _header = new(7, 1_700_000_000, TreeHasher.Sha256.Leaf([3]));

    public CityTests()
    {
        _anchor = AnchorLeaf.Write(_keys.Cosigned(new Checkpoint(Gateway.ToString(), 5, TreeHasher.Sha256.Leaf([5])), _keys.Gateway, 1_700_000_000, 0, 1, 2));
        _city.Append([1, 2, 3]);
        _city.Append(_anchor);
        _city.Append(_header.ToBytes());
    }

    [Fact]
    public void A_receipt_holds_the_anchor_its_quorum_and_its_block()
    {
        var receipt = Receipt.Verify(ReceiptBytes(), _keys.Policy, Gateway, out _);
        Assert.NotNull(receipt);
        Assert.Equal(5UL, receipt.Checkpoint.Size);
        Assert.Equal(3, receipt.Accepted.Cosigners.Count);
        Assert.Equal(CityProof.HashOf(Block()), receipt.Block.BlockHash);
    }

    [Fact]
    public void A_receipt_for_another_gateway_without_quorum_or_inclusion_is_not_believed()
    {
        Assert.Null(Receipt.Verify(ReceiptBytes(), _keys.Policy, LogOrigin.Parse("city.example/gw-2"), out var other));
        Assert.Equal(CityFault.Anchor, other.Fault);
        Assert.Null(Receipt.Verify(ReceiptBytes(Block(0, 1)), _keys.Policy, Gateway, out var few));
        Assert.Equal(CityFault.Block, few.Fault);
        var elsewhere = Receipt.Write(_anchor, 0, ProofBuilder.Inclusion(_city, 0, 3), Block()).ToBytes();
        Assert.Null(Receipt.Verify(elsewhere, _keys.Policy, Gateway, out var missing));
        Assert.Equal(CityFault.NotIncluded, missing.Fault);
        Assert.Null(Receipt.Verify("nonsense"u8, _keys.Policy, Gateway, out var nonsense));
        Assert.Equal(CityFault.Malformed, nonsense.Fault);
    }

    [Fact]
    public void An_anchor_accepted_by_too_few_departments_makes_no_receipt()
    {
        var weak = AnchorLeaf.Write(_keys.Cosigned(new Checkpoint(Gateway.ToString(), 5, TreeHasher.Sha256.Leaf([5])), _keys.Gateway, 1, 0, 1));
        var city = new MemoryTree(TreeHasher.Sha256);
        city.Append(weak);
        var block = _keys.Cosigned(new Checkpoint("city.example", 1, city.Root), _keys.City, 1, 0, 1, 2);
        Assert.Null(Receipt.Verify(Receipt.Write(weak, 0, [], block).ToBytes(), _keys.Policy, Gateway, out var problem));
        Assert.Equal(CityFault.Anchor, problem.Fault);
    }

    [Fact]
    public void A_block_shows_its_header_as_its_last_leaf()
    {
        var bytes = CityBlock.Write(_header, 3, ProofBuilder.Inclusion(_city, 2, 3), Block()).ToBytes();
        var block = CityBlock.Verify(bytes, _keys.Policy, "city.example", out _);
        Assert.Equal(_header, block?.Header);
        Assert.Null(CityBlock.Verify(bytes, _keys.Policy, "city.example/gw-1", out _));
        _city.Append([9]);
        var notLast = new TlogProof(_header.ToBytes(), 2, ProofBuilder.Inclusion(_city, 2, 4), Block(0, 1, 2)).ToBytes();
        Assert.Null(CityBlock.Verify(notLast, _keys.Policy, "city.example", out var reason));
        Assert.Equal("HeaderNotLast", reason);
    }

    [Fact]
    public void A_refusal_is_signed_by_one_department_and_cannot_be_read_as_a_checkpoint()
    {
        var known = new Checkpoint(Gateway.ToString(), 5, TreeHasher.Sha256.Leaf([5])).Sign(_keys.Gateway);
        var refusal = new Refusal(Gateway.ToString(), 409, 9, TreeHasher.Sha256.Leaf([9]), known, "old is 3, the size known here is 5");
        var note = SignedNote.Parse(refusal.Sign(_keys.Departments[1], DateTimeOffset.FromUnixTimeSeconds(1000)).ToBytes());
        Assert.Equal("energy", Refusal.SignedBy(note, _keys.Policy)?.Witness);
        Assert.Throws<MalformedException>(() => Checkpoint.Parse(note));
        var read = Refusal.Parse(note.Text.Span);
        Assert.Equal(refusal.ToString(), read.ToString());
        var forged = new SignedNote(Encoding.UTF8.GetBytes(refusal.ToString().Replace("409", "403", StringComparison.Ordinal)), note.Signatures);
        Assert.Null(Refusal.SignedBy(forged, _keys.Policy));
    }

    [Theory]
    [InlineData("city.example", null, "city.example")]
    [InlineData("city.example/water-gw-0001", "water-gw-0001", "water-gw-0001")]
    public void An_origin_names_city_and_gateway(string text, string? id, string topic)
    {
        var origin = LogOrigin.Parse(text);
        Assert.Equal(("city.example", id, topic, text), (origin.City, origin.GatewayId, origin.TopicId, origin.ToString()));
    }

    [Theory]
    [InlineData("city")]
    [InlineData("city.example/")]
    [InlineData("city.example/A")]
    [InlineData("city.example/a/b")]
    [InlineData("city.example/a+b")]
    [InlineData("city.example/#")]
    [InlineData("city.example/a\n")]
    [InlineData("")]
    public void Names_that_are_no_origins_are_refused(string text) => Assert.Throws<MalformedException>(() => LogOrigin.Parse(text));

    private byte[] ReceiptBytes(SignedNote? block = null) =>
        Receipt.Write(_anchor, 1, ProofBuilder.Inclusion(_city, 1, 3), block ?? Block()).ToBytes();

    private SignedNote Block(params int[] departments) => _keys.Cosigned(
        new Checkpoint("city.example", _city.Size, _city.Root), _keys.City, 1_700_000_001, departments.Length == 0 ? [0, 1, 2, 3] : departments);
}
