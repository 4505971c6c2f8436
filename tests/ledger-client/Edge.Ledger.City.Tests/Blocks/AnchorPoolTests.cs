using Edge.Ledger.City.Blocks;
using Edge.Ledger.Notes;

namespace Edge.Ledger.City.Tests.Blocks;

public sealed class AnchorPoolTests
{
    private readonly CityKeys _keys = new("gw-1", "gw-2");
    private readonly MemoryAnchorLog _log = new(CityKeys.Gateway("gw-1"));
    private readonly AnchorPool _pool;

    public AnchorPoolTests() => _pool = new AnchorPool(_keys.Policy);

    private byte[] Cosigned(SignedNote note, params int[] departments) => _keys.Cosign(note, DateTimeOffset.UnixEpoch.AddDays(20000), departments).ToBytes();

    [Fact]
    public void Accepts_a_checkpoint_with_the_third_department()
    {
        var note = _log.Seal(3);
        Assert.Null(_pool.Hear("gw-1", Cosigned(note, 3), out var problem));
        Assert.Null(_pool.Hear("gw-1", Cosigned(note, 3), out _));
        Assert.Null(_pool.Hear("gw-1", Cosigned(note, 0), out _));
        var accepted = _pool.Hear("gw-1", Cosigned(note, 2), out _);
        Assert.Null(problem);
        Assert.Equal([$"{CityKeys.Domain}/gw-1", "water", "environment", "justice"], accepted!.Result().Signatures.Select(s => s.Name));
    }

    [Fact]
    public void Counts_anew_after_a_quorum()
    {
        var note = _log.Seal(3);
        Assert.NotNull(_pool.Hear("gw-1", Cosigned(note, 0, 1, 2), out _));
        Assert.Null(_pool.Hear("gw-1", Cosigned(note, 3), out _));
        Assert.NotNull(_pool.Hear("gw-1", Cosigned(note, 0, 1), out _));
    }

    [Fact]
    public void Keeps_only_the_newest_of_each_gateway_in_line()
    {
        var (first, second) = (_log.Seal(3), _log.Seal(3));
        _pool.Enqueue(_pool.Hear("gw-1", Cosigned(second, 0, 1, 2), out _)!);
        _pool.Enqueue(_pool.Hear("gw-1", Cosigned(first, 0, 1, 2), out _)!);
        Assert.Equal(6ul, Checkpoint.Parse(Assert.Single(_pool.Take(10))).Size);
        Assert.Empty(_pool.Take(10));
    }

    [Fact]
    public void Lets_the_rest_wait_when_a_block_is_full()
    {
        _pool.Enqueue(_pool.Hear("gw-1", Cosigned(_log.Seal(3), 0, 1, 2), out _)!);
        _pool.Enqueue(_pool.Hear("gw-2", Cosigned(new MemoryAnchorLog(CityKeys.Gateway("gw-2")).Seal(3), 0, 1, 2), out _)!);
        Assert.Equal($"{CityKeys.Domain}/gw-1", Checkpoint.Parse(Assert.Single(_pool.Take(1))).Origin);
        Assert.Equal($"{CityKeys.Domain}/gw-2", Checkpoint.Parse(Assert.Single(_pool.Take(1))).Origin);
    }

    [Fact]
    public void Believes_no_false_cosignature_no_stranger_and_no_other_topic()
    {
        var note = _log.Seal(3);
        using var thief = CityKeys.Signer("water", KeyType.Ed25519Cosignature, "another seed");
        var good = _keys.Departments[0].Cosign(note.Text.Span, DateTimeOffset.UnixEpoch);
        var bad = thief.Cosign(note.Text.Span, DateTimeOffset.UnixEpoch);
        _pool.Hear("gw-1", note.With(good with { Blob = bad.Blob }).ToBytes(), out var problem);
        Assert.Contains("BadCosignature", problem, StringComparison.Ordinal);
        _pool.Hear("gw-2", Cosigned(note, 0), out problem);
        Assert.NotNull(problem);
        _pool.Hear("gw-9", Cosigned(new MemoryAnchorLog(CityKeys.Gateway("gw-9")).Seal(3), 0), out problem);
        Assert.Contains("UnknownLog", problem, StringComparison.Ordinal);
        _pool.Hear("gw-1", "noise"u8, out problem);
        Assert.NotNull(problem);
        // A stranger's line is carried by notes and counts for nothing.
        _pool.Hear("gw-1", note.With(bad).ToBytes(), out problem);
        Assert.Null(_pool.Hear("gw-1", Cosigned(note, 0, 1), out problem));
    }

    [Fact]
    public void Keeps_each_signature_once_however_often_a_stranger_repeats_it()
    {
        var note = _log.Seal(3);
        var repeated = SignedNote.Parse(Cosigned(note, 0)).With(Enumerable.Repeat(note.Signatures[0], 95));
        Assert.Null(_pool.Hear("gw-1", repeated.ToBytes(), out var problem));
        Assert.Null(problem);
        var accepted = _pool.Hear("gw-1", Cosigned(note, 1, 2), out _);
        Assert.Equal(4, accepted!.Result().Signatures.Count);
    }

    [Fact]
    public void Takes_late_cosignatures_until_the_block_is_made()
    {
        var note = _log.Seal(3);
        _pool.Enqueue(_pool.Hear("gw-1", Cosigned(note, 0, 1, 2), out _)!);
        Assert.Null(_pool.Hear("gw-1", Cosigned(note, 3), out _));
        Assert.Equal(5, Assert.Single(_pool.Take(1)).Signatures.Count);
    }
}
