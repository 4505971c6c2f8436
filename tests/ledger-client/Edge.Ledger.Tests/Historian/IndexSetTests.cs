using Edge.Ledger.Historian;

namespace Edge.Ledger.Tests.Historian;

public sealed class IndexSetTests
{
    [Fact]
    public void It_says_what_a_plain_set_says_whatever_is_added()
    {
        const int most = 64;
        var random = new Random(20261128);
        for (var round = 0; round < 300; round++)
        {
            var (set, plain) = (new IndexSet(), new bool[most]);
            for (var step = 0; step < 20; step++)
            {
                var from = random.Next(most);
                var to = Math.Min(most, from + random.Next(8));
                set.Add((ulong)from, (ulong)to);
                Array.Fill(plain, true, from, to - from);
                IsSame(set, plain);
            }
        }
    }

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        var set = new IndexSet();
        set.Add(3, 5);
        var copy = new IndexSet(set);
        copy.Add(5, 9);

        Assert.Equal([new IndexSpan(3, 5)], set.Spans);
        Assert.Equal([new IndexSpan(3, 9)], copy.Spans);
    }

    private static void IsSame(IndexSet set, bool[] plain)
    {
        Assert.Equal((ulong)plain.Count(held => held), set.Count);
        Assert.Equal((ulong)(Array.LastIndexOf(plain, true) + 1), set.End);
        Assert.All(set.Spans.Zip(set.Spans.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
        for (var i = 0; i < plain.Length; i++)
        {
            Assert.Equal(plain[i], set.Contains((ulong)i));
            var missing = Array.IndexOf(plain, false, i);
            var held = Array.IndexOf(plain, true, i);
            Assert.Equal((ulong)(missing < 0 ? plain.Length : missing), set.NextMissing((ulong)i));
            Assert.Equal((ulong)(held < 0 ? plain.Length : held), set.NextHeld((ulong)i, (ulong)plain.Length));
            Assert.Equal((ulong)plain.Skip(i).Take(10).Count(h => h), set.CountWithin((ulong)i, (ulong)i + 10));
        }
    }
}
