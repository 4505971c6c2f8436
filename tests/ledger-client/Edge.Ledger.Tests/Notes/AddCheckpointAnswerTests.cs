using System.Text;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Notes;

public sealed class AddCheckpointAnswerTests
{
    private readonly TestKeys _keys = new();

    [Fact]
    public void The_cosignatures_of_an_answer_join_the_checkpoint_that_was_sent()
    {
        var cosigned = _keys.Cosigned(new Checkpoint("city.example/gw-1", 1, default), _keys.Gateway, 1000, 0, 1, 2);
        var sent = new SignedNote(cosigned.Text, [cosigned.Signatures[0]]);
        var answer = AddCheckpointAnswer.Parse(Encoding.UTF8.GetBytes(string.Concat(cosigned.Signatures.Skip(1))));
        Assert.Equal(cosigned.ToString(), sent.With(answer.Cosignatures).ToString());
        Assert.True(_keys.Policy.Check(sent.With(answer.Cosignatures), "city.example/gw-1").IsAccepted);
    }

    [Fact]
    public void An_answer_has_at_most_100_lines_and_64_KiB()
    {
        byte[] Lines(int n, string blob) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"— k {blob}\n", n)));
        Assert.Equal(100, AddCheckpointAnswer.Parse(Lines(100, "AAAAAAA=")).Cosignatures.Count);
        Assert.Throws<MalformedException>(() => AddCheckpointAnswer.Parse(Lines(101, "AAAAAAA=")));
        Assert.Throws<MalformedException>(() => AddCheckpointAnswer.Parse(Lines(1, Convert.ToBase64String(new byte[49152]))));
    }

    [Fact]
    public void A_name_that_is_not_UTF8_is_refused() =>
        Assert.Throws<MalformedException>(() => AddCheckpointAnswer.Parse([.. "— k"u8, 0xFF, .. " AAAAAAA=\n"u8]));
}
