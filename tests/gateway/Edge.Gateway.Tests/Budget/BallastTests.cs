using Edge.Gateway.Budget;
using Edge.Processes;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Budget;

public sealed class BallastTests : IDisposable
{
    private const int Size = 100_000;

    private readonly TemporaryDirectory _folder = new();
    private readonly Ballast _ballast;

    public BallastTests() => _ballast = new Ballast(Ballast.In(_folder.Path), NullLogger<Ballast>.Instance);

    private string File => Ballast.In(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(10)]
    [InlineData(2 * Size)]
    public void A_link_in_its_place_is_replaced_and_what_it_leads_to_is_as_it_was(int length)
    {
        var victim = _folder.File("victim");
        System.IO.File.WriteAllBytes(victim, new byte[length]);
        System.IO.File.CreateSymbolicLink(File, victim);

        Assert.Equal(0, _ballast.Held);
        Assert.True(_ballast.Make(Size));

        Assert.Equal(new byte[length], System.IO.File.ReadAllBytes(victim));
        Assert.Equal((Size, null), (_ballast.Held, new FileInfo(File).LinkTarget));
    }

    [Fact]
    public async Task A_pipe_in_its_place_is_not_waited_for()
    {
        await using var made = ChildProcess.Start("/usr/bin/mkfifo", [File]);
        Assert.Equal(0, await made.WaitForExit());

        Assert.True(await Task.Run(() => _ballast.Make(Size)).WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.Equal(Size, _ballast.Held);
    }

    [Fact]
    public void Where_a_folder_stands_in_its_place_there_is_none_and_the_folder_stays()
    {
        Directory.CreateDirectory(Path.Combine(File, "of someone"));

        Assert.False(_ballast.Make(Size));

        Assert.False(_ballast.Release());
        Assert.True(Directory.Exists(Path.Combine(File, "of someone")));
    }
}
