using Edge.Fuzz.Mutations;
using Edge.Fuzz.Runs;
using Edge.Fuzz.Targets;
using Edge.Ledger;
using Edge.Testing;

namespace Edge.Fuzz.Tests.Runs;

public sealed class FuzzRunTests
{
    [Fact]
    public void The_same_seed_gives_the_same_inputs_and_another_seed_others()
    {
        Assert.Equal(Inputs(1), Inputs(1));
        Assert.NotEqual(Inputs(1), Inputs(2));
    }

    [Fact]
    public void A_run_ends_at_its_limit_in_time()
    {
        var clock = new ManualTimeProvider();
        var target = Target(_ =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            throw new MalformedException("");
        });

        Assert.InRange(new FuzzRun(target, 1, clock).Run(long.MaxValue, TimeSpan.FromSeconds(1), null, CancellationToken.None).Inputs, 2, 3000);
    }

    [Fact]
    public void A_failure_can_be_read_again_from_its_file()
    {
        using var folder = new TemporaryDirectory();
        byte[] input = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];

        Assert.Equal(input, InputFile.Read(InputFile.Save(new Failure("entry", FailureKind.Threw, "two\nlines", input), folder.Path)));
    }

    [Fact]
    public void The_input_being_read_outlives_a_process_that_dies_of_it()
    {
        using var folder = new TemporaryDirectory();
        using var last = new LastInput(folder.File("x.last"), Mutant.Room);
        last.Note([1, 2, 3, 4]);
        last.Note([5, 6]);

        Assert.Equal([5, 6], InputFile.Read(last.Path));
    }

    private static List<string> Inputs(ulong seed)
    {
        var inputs = new List<string>();
        var target = Target(b =>
        {
            inputs.Add(Convert.ToHexString(b));
            throw new MalformedException($"{b.Length}");
        });
        new FuzzRun(target, seed, new ManualTimeProvider()).Run(300, null, null, CancellationToken.None);
        return inputs;
    }

    private static ParserTarget<byte[]> Target(Func<ReadOnlySpan<byte>, byte[]> read) => new("any", [[1, 2, 3]], read) { Mutations = Forms.Cbor() };
}
