using System.Text;
using Edge.Ledger.City.Witnessing;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Witnessing;

public sealed class WitnessTests : IDisposable
{
    private readonly CityKeys _keys = new("gw-1", "gw-2");
    private readonly NoteSigner _gateway = CityKeys.Gateway("gw-1");
    private readonly MemoryAnchorLog _log;
    private readonly TemporaryDirectory _folder = new();
    private readonly SqliteWitnessState _state;
    private readonly Witness _witness;

    public WitnessTests()
    {
        _log = new MemoryAnchorLog(_gateway);
        _state = new SqliteWitnessState(_folder.File("state"));
        _witness = new Witness(_keys.Departments[1], _keys.Policy, _state, TimeProvider.System);
    }

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    private byte[] Request(ulong old, SignedNote note, MemoryAnchorLog? log = null)
    {
        var size = Checkpoint.Parse(note).Size;
        return new AddCheckpointRequest(old, old <= size ? (log ?? _log).Consistency(old, size) : [], note).ToBytes();
    }

    private WitnessAnswer Ask(ulong old, SignedNote note, MemoryAnchorLog? log = null) => _witness.Answer("gw-1", Request(old, note, log));

    private Refusal RefusalOf(WitnessAnswer answer)
    {
        var refused = Assert.IsType<WitnessAnswer.Refused>(answer);
        Assert.Equal("energy", Refusal.SignedBy(refused.Note, _keys.Policy)!.Value.Witness);
        var read = Refusal.Parse(refused.Note.Text.Span);
        Assert.Equal((refused.Refusal.Status, refused.Refusal.Size, refused.Refusal.Root), (read.Status, read.Size, read.Root));
        return read;
    }

    [Fact]
    public void Cosigns_what_continues_what_it_knows()
    {
        foreach (var (old, entries) in new[] { (0ul, 5), (5ul, 1), (6ul, 300) })
        {
            var note = _log.Seal(entries);
            var cosigned = Assert.IsType<WitnessAnswer.Cosigned>(Ask(old, note));
            Assert.Equal(Checkpoint.Parse(note), cosigned.Checkpoint);
            var check = _keys.Policy.Check(cosigned.Note, _gateway.Name);
            Assert.Equal(["energy"], check.Cosigners.Select(c => c.Witness));
            Assert.Equal(old + (ulong)entries, _state.Find(_gateway.Name)!.Size);
        }
    }

    [Fact]
    public void Cosigns_again_what_it_knows_whatever_the_old_size()
    {
        _log.Seal(3);
        var note = _log.Seal(5);
        Assert.IsType<WitnessAnswer.Cosigned>(Ask(0, note));
        Assert.IsType<WitnessAnswer.Cosigned>(Ask(0, note));
        Assert.IsType<WitnessAnswer.Cosigned>(Ask(3, note));
        Assert.IsType<WitnessAnswer.Cosigned>(Ask(8, note));
    }

    [Fact]
    public void Passes_on_no_signature_but_the_logs_and_its_own()
    {
        var note = _keys.Cosign(_log.Seal(5), DateTimeOffset.UnixEpoch, 0);
        var cosigned = Assert.IsType<WitnessAnswer.Cosigned>(Ask(0, note));
        Assert.Equal([_gateway.Name, "energy"], cosigned.Note.Signatures.Select(s => s.Name));
    }

    [Fact]
    public void Answers_with_one_line_of_the_log_however_many_were_sent()
    {
        var note = _log.Seal(5);
        var cosigned = Assert.IsType<WitnessAnswer.Cosigned>(Ask(0, note.With(Enumerable.Repeat(note.Signatures[0], 90))));
        Assert.Equal(2, cosigned.Note.Signatures.Count);
    }

    [Fact]
    public void Refuses_a_fork_whatever_the_proof()
    {
        var note = _log.Seal(5);
        Ask(0, note);
        var second = new MemoryAnchorLog(_gateway);
        var same = second.Seal(5, "forged");
        var larger = second.Seal(4, "forged");

        Assert.Equal(422, RefusalOf(Ask(5, same, second)).Status);
        Assert.Equal(409, RefusalOf(Ask(0, same, second)).Status);
        Assert.Equal(422, RefusalOf(Ask(5, larger, second)).Status);
        Assert.Equal(409, RefusalOf(Ask(0, larger, second)).Status);
        Assert.Equal(Checkpoint.Parse(note).Root, _state.Find(_gateway.Name)!.Root);
    }

    [Fact]
    public void Refuses_to_go_back_and_shows_what_it_knows()
    {
        var old = _log.Seal(5);
        var note = _log.Seal(4);
        Ask(0, note);

        var refusal = RefusalOf(Ask(5, old));

        Assert.Equal(409, refusal.Status);
        Assert.Equal(9ul, Checkpoint.Parse(refusal.Known!).Size);
        Assert.NotNull(_keys.Policy.Check(refusal.Known!, _gateway.Name).Checkpoint);
        Assert.Equal(9ul, _state.Find(_gateway.Name)!.Size);
    }

    [Fact]
    public void Refuses_a_proof_from_a_size_it_does_not_know()
    {
        Ask(0, _log.Seal(5));
        _log.Seal(2);
        var refusal = RefusalOf(Ask(7, _log.Seal(2)));
        Assert.Equal(409, refusal.Status);
        Assert.Equal(5ul, Checkpoint.Parse(refusal.Known!).Size);
    }

    [Fact]
    public void Refuses_a_proof_that_does_not_hold()
    {
        Ask(0, _log.Seal(5));
        var note = _log.Seal(2);
        var proof = _log.Consistency(5, 7).ToArray();
        proof[0] = TreeHasher.Sha256.Leaf("x"u8);
        Assert.Equal(422, RefusalOf(_witness.Answer("gw-1", new AddCheckpointRequest(5, proof, note).ToBytes())).Status);
        Assert.Equal(422, RefusalOf(_witness.Answer("gw-1", new AddCheckpointRequest(5, [], note).ToBytes())).Status);
        Assert.Equal(5ul, _state.Find(_gateway.Name)!.Size);
    }

    [Fact]
    public void Refuses_a_proof_from_nothing_that_is_not_empty() =>
        Assert.Equal(422, RefusalOf(_witness.Answer("gw-1", new AddCheckpointRequest(0, [TreeHasher.Sha256.EmptyRoot], _log.Seal(5)).ToBytes())).Status);

    [Fact]
    public void Refuses_an_old_size_above_the_size() => Assert.Equal(400, RefusalOf(Ask(6, _log.Seal(5))).Status);

    [Fact]
    public void Refuses_a_wrong_signature_and_a_missing_one()
    {
        using var thief = CityKeys.Signer(_gateway.Name, KeyType.Ed25519, "another seed");
        var note = _log.Seal(5);
        Assert.Equal(403, RefusalOf(Ask(0, Checkpoint.Parse(note).Sign(thief))).Status);
        var blob = note.Signatures[0].Blob.ToArray();
        blob[10] ^= 1;
        Assert.Equal(403, RefusalOf(Ask(0, new SignedNote(note.Text, [note.Signatures[0] with { Blob = blob }]))).Status);
        Assert.Null(_state.Find(_gateway.Name));
    }

    [Fact]
    public void Refuses_a_log_that_is_not_admitted()
    {
        using var stranger = CityKeys.Gateway("gw-9");
        var log = new MemoryAnchorLog(stranger);
        Assert.Equal(404, RefusalOf(_witness.Answer("gw-9", Request(0, log.Seal(5), log))).Status);
    }

    [Fact]
    public void Refuses_a_checkpoint_on_another_logs_topic() =>
        Assert.Equal(400, RefusalOf(_witness.Answer("gw-2", Request(0, _log.Seal(5)))).Status);

    [Fact]
    public void Refuses_what_it_cannot_read_and_ignores_it_from_strangers()
    {
        var whole = Request(0, _log.Seal(5));
        foreach (var body in new[] { [], "noise"u8.ToArray(), whole[..^1], [.. whole, 0], new byte[Witness.MaxRequestBytes + 1] })
        {
            var refusal = RefusalOf(_witness.Answer("gw-1", body));
            Assert.Equal((400, _gateway.Name, 0ul), (refusal.Status, refusal.Origin, refusal.Size));
            Assert.IsType<WitnessAnswer.Ignored>(_witness.Answer("gw-9", body));
        }
    }

    [Fact]
    public void Never_throws_and_never_accepts_another_checkpoint_whatever_bit_is_changed()
    {
        Ask(0, _log.Seal(5));
        var note = _log.Seal(3);
        var request = Request(5, note);
        for (var bit = 0; bit < request.Length * 8; bit++)
        {
            request[bit / 8] ^= (byte)(1 << (bit % 8));
            if (_witness.Answer("gw-1", request) is WitnessAnswer.Cosigned cosigned) Assert.Equal(Checkpoint.Parse(note), cosigned.Checkpoint);
            request[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public async Task Lets_only_one_of_two_forks_pass_that_come_at_once()
    {
        for (var round = 0; round < 50; round++)
        {
            using var folder = new TemporaryDirectory();
            using var one = new SqliteWitnessState(folder.File("state"));
            using var two = new SqliteWitnessState(folder.File("state"));
            Witness[] witnesses = [new(_keys.Departments[1], _keys.Policy, one, TimeProvider.System), new(_keys.Departments[1], _keys.Policy, two, TimeProvider.System)];
            // Half of the rounds fork from nothing, half from what was accepted.
            var common = round % 2 == 0 ? 0ul : 3ul;
            var requests = Enumerable.Range(0, 4).Select(i =>
            {
                var log = new MemoryAnchorLog(_gateway);
                if (common > 0 && i == 0) witnesses[0].Answer("gw-1", Request(0, log.Seal(3), log));
                else if (common > 0) log.Seal(3);
                return Request(common, log.Seal(4, $"history {i}"), log);
            }).ToArray();
            using var start = new Barrier(requests.Length);
            var answers = await Task.WhenAll(requests.Select((request, i) => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return witnesses[i % 2].Answer("gw-1", request);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
            var accepted = Assert.Single(answers.OfType<WitnessAnswer.Cosigned>());
            Assert.Equal(accepted.Checkpoint.Root, one.Find(_gateway.Name)!.Root);
            Assert.All(answers.OfType<WitnessAnswer.Refused>(), refused => Assert.Equal(409, refused.Refusal.Status));
        }
    }

    [Fact]
    public void Has_stored_the_state_before_it_answers()
    {
        var failing = new FailingState(_state);
        var witness = new Witness(_keys.Departments[1], _keys.Policy, failing, TimeProvider.System);
        var request = Request(0, _log.Seal(5));
        Assert.Throws<IOException>(() => witness.Answer("gw-1", request));
        Assert.Null(_state.Find(_gateway.Name));
    }

    [Fact]
    public void Knows_after_a_restart_what_it_knew_before()
    {
        Ask(0, _log.Seal(5));
        _state.Dispose();
        using var again = new SqliteWitnessState(_folder.File("state"));
        var second = new MemoryAnchorLog(_gateway);
        var witness = new Witness(_keys.Departments[1], _keys.Policy, again, TimeProvider.System);
        Assert.Equal(409, RefusalOf(witness.Answer("gw-1", Request(0, second.Seal(6, "forged"), second))).Status);
        Assert.IsType<WitnessAnswer.Cosigned>(witness.Answer("gw-1", Request(5, _log.Seal(1))));
    }

    [Fact]
    public void Writes_its_reason_in_one_line()
    {
        var refusal = RefusalOf(_witness.Answer("gw-1", Encoding.UTF8.GetBytes("old 0\n\nbad\norigin\n")));
        Assert.DoesNotContain('\n', refusal.Reason);
        Assert.NotEmpty(refusal.Reason);
    }

    private sealed class FailingState(IWitnessState real) : IWitnessState
    {
        public WitnessedCheckpoint? Find(string origin) => real.Find(origin);

        public bool TryAdvance(string origin, WitnessedCheckpoint? from, WitnessedCheckpoint to) => throw new IOException("No space left on device");
    }
}
