using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Notes;
using Edge.Ledger.City;

namespace Edge.Ledger.Mqtt.Tests.Anchoring;

public sealed class WitnessDialogueTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20000);

    private readonly CityKeys _keys = new("gw-1");
    private readonly NoteSigner _gateway = CityKeys.Gateway("gw-1");
    private readonly MemoryAnchorLog _log;
    private readonly WitnessDialogue _dialogue;

    public WitnessDialogueTests()
    {
        _log = new MemoryAnchorLog(_gateway);
        _dialogue = new WitnessDialogue(_keys.Policy, CityKeys.Origin("gw-1"), _log, 0, TimeProvider.System);
    }

    private static AddCheckpointRequest Parse(ReadOnlyMemory<byte> request) => AddCheckpointRequest.Parse(request.Span);

    private DialogueReply Cosigned(SignedNote note, params int[] departments) => _dialogue.HearCosignature(_keys.Cosign(note, Now, departments).ToBytes());

    private DialogueReply Refused(int department, int status, SignedNote about, SignedNote? known) => _dialogue.HearRefusal(Refusal(about, status, known).Sign(_keys.Departments[department], Now).ToBytes());

    private static Refusal Refusal(SignedNote about, int status, SignedNote? known)
    {
        var checkpoint = Checkpoint.Parse(about);
        return new Refusal(checkpoint.Origin, status, checkpoint.Size, checkpoint.Root, known, "because");
    }

    [Fact]
    public void Asks_first_from_nothing_and_then_from_what_was_accepted()
    {
        var first = _log.Seal(5);
        Assert.Equal(0ul, Parse(_dialogue.Begin(first)).OldSize);
        Cosigned(first, 1);
        var second = _log.Seal(4);

        var request = Parse(_dialogue.Begin(second));

        Assert.Equal(5ul, request.OldSize);
        Assert.True(ConsistencyProof.Verify(TreeHasher.Sha256, 5, Checkpoint.Parse(first).Root, 9, Checkpoint.Parse(second).Root, [.. request.Proof]));
    }

    [Fact]
    public void Has_its_quorum_with_the_third_department_in_the_policys_order()
    {
        var note = _log.Seal(5);
        _dialogue.Begin(note);
        Cosigned(note, 3);
        Cosigned(note, 0);
        Cosigned(note, 0);
        Assert.Null(_dialogue.Cosigned);
        Cosigned(note, 1);

        Assert.Equal([_gateway.Name, "water", "energy", "justice"], _dialogue.Cosigned!.Signatures.Select(s => s.Name));
        Assert.True(_keys.Policy.Check(_dialogue.Cosigned, _gateway.Name).IsAccepted);
    }

    [Fact]
    public void Keeps_cosignatures_from_one_attempt_to_the_next()
    {
        var note = _log.Seal(5);
        _dialogue.Begin(note);
        Cosigned(note, 0, 1);
        _dialogue.Begin(note);
        Cosigned(note, 2);
        Assert.NotNull(_dialogue.Cosigned);
    }

    [Fact]
    public void Sends_a_lagging_department_the_proof_from_where_it_is_once_per_attempt()
    {
        var old = _log.Seal(3);
        _log.Seal(4);
        var note = _log.Seal(4);
        _dialogue.Begin(note);
        Cosigned(note, 0);

        var reply = Assert.IsType<DialogueReply.Resubmit>(Refused(2, 409, note, old));
        Assert.Equal(("environment", 3ul), (reply.Department, reply.FromSize));
        var request = Parse(reply.Request);
        Assert.True(ConsistencyProof.Verify(TreeHasher.Sha256, 3, Checkpoint.Parse(old).Root, 11, Checkpoint.Parse(note).Root, [.. request.Proof]));
        Assert.IsType<DialogueReply.Noted>(Refused(2, 409, note, old));
        _dialogue.Begin(note);
        Assert.IsType<DialogueReply.Resubmit>(Refused(2, 409, note, old));
    }

    [Fact]
    public void Sends_a_new_department_everything()
    {
        var note = _log.Seal(3);
        _dialogue.Begin(note);
        Assert.Equal(0ul, Assert.IsType<DialogueReply.Resubmit>(Refused(2, 409, note, null)).FromSize);
    }

    [Fact]
    public void Does_not_answer_a_department_that_has_cosigned()
    {
        var old = _log.Seal(3);
        var note = _log.Seal(3);
        _dialogue.Begin(note);
        Cosigned(note, 2);
        Assert.IsType<DialogueReply.Noted>(Refused(2, 409, note, old));
    }

    [Fact]
    public void Reports_other_refusals_and_shows_them_until_the_department_cosigns()
    {
        var note = _log.Seal(3);
        _dialogue.Begin(note);
        var reply = Assert.IsType<DialogueReply.Refused>(Refused(1, 404, note, null));
        Assert.Equal(("energy", 404, "because"), (reply.Department, reply.Status, reply.Reason));
        Assert.Equal("404 because", _dialogue.Departments[1].Refusal);
        Cosigned(note, 1);
        Assert.Null(_dialogue.Departments[1].Refusal);
        Assert.Equal(3ul, _dialogue.Departments[1].Size);
    }

    [Fact]
    public void Does_not_believe_a_refusal_by_a_stranger_or_a_changed_one()
    {
        var note = _log.Seal(3);
        _dialogue.Begin(note);
        using var stranger = CityKeys.Signer("energy", KeyType.Ed25519Cosignature, "another seed");
        Assert.IsType<DialogueReply.NotBelieved>(_dialogue.HearRefusal(Refusal(note, 409, null).Sign(stranger, Now).ToBytes()));

        var bytes = Refusal(note, 404, null).Sign(_keys.Departments[1], Now).ToBytes();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsType<DialogueReply.NotBelieved>(_dialogue.HearRefusal(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.IsType<DialogueReply.Refused>(_dialogue.HearRefusal(bytes));
    }

    [Fact]
    public void Does_not_believe_a_known_checkpoint_it_did_not_sign()
    {
        var note = _log.Seal(3);
        _dialogue.Begin(note);
        using var other = CityKeys.Signer(_gateway.Name, KeyType.Ed25519, "another seed");
        var forged = new Checkpoint(_gateway.Name, 99, Checkpoint.Parse(note).Root).Sign(other);
        Assert.Contains("did not sign", Assert.IsType<DialogueReply.NotBelieved>(Refused(1, 409, note, forged)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_believe_a_refusal_about_another_log()
    {
        var note = _log.Seal(3);
        _dialogue.Begin(note);
        var refusal = Refusal(note, 409, null) with { Origin = $"{CityKeys.Domain}/gw-2" };
        Assert.IsType<DialogueReply.NotBelieved>(_dialogue.HearRefusal(refusal.Sign(_keys.Departments[1], Now).ToBytes()));
    }

    [Fact]
    public void Stops_when_a_department_knows_a_larger_log_than_this_one()
    {
        var elsewhere = new MemoryAnchorLog(_gateway);
        elsewhere.Seal(3);
        var larger = elsewhere.Seal(6);
        var note = _log.Seal(3);
        _dialogue.Begin(note);

        var fork = Assert.IsType<DialogueReply.Forked>(Refused(1, 409, note, larger));

        Assert.Contains("size 9", fork.Why, StringComparison.Ordinal);
        Assert.Contains("restored from an older copy", fork.Why, StringComparison.Ordinal);
        Assert.IsType<DialogueReply.Forked>(Cosigned(larger, 2));
    }

    [Fact]
    public void Stops_when_a_department_knows_another_root_at_the_same_size()
    {
        var other = new MemoryAnchorLog(_gateway).Seal(3, "another reading");
        var note = _log.Seal(7);
        _dialogue.Begin(note);
        Assert.Contains("another history", Assert.IsType<DialogueReply.Forked>(Refused(1, 409, note, other)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_believe_noise()
    {
        Assert.IsType<DialogueReply.NotBelieved>(_dialogue.HearCosignature("noise"u8));
        Assert.IsType<DialogueReply.NotBelieved>(_dialogue.HearRefusal("edge-refusal/v1\n"u8));
        Assert.IsType<DialogueReply.NotBelieved>(_dialogue.HearCosignature(_log.Seal(1).ToBytes()));
    }
}
