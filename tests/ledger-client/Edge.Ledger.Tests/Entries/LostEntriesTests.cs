using Edge.Ledger.Entries;

namespace Edge.Ledger.Tests.Entries;

public sealed class LostEntriesTests
{
    [Fact]
    public void A_gap_tells_what_was_lost_before_it()
    {
        var lost = new LostEntries(256, 300);

        Assert.Equal(lost, LostEntries.ToldBy(Gap(lost.Detail()), 301));
        Assert.Null(LostEntries.ToldBy(Gap(lost.Detail()), 300));
        Assert.Equal(lost, LostEntries.ToldBy(Gap(lost.Detail(mayBeUnwritten: true)), 301));
    }

    [Theory]
    [InlineData("the entries 7 to 6 of this log were damaged in the store")]
    [InlineData("the entries 06 to 7 of this log were damaged in the store")]
    [InlineData("the entries 6 to 99999999999999999999 of this log were damaged in the store")]
    [InlineData("the entries 6 to 7 of this log were damaged in the store\n")]
    [InlineData("2 readings: the entries 6 to 7 of this log were damaged in the store")]
    [InlineData("")]
    public void Another_detail_tells_nothing(string detail) => Assert.Null(LostEntries.ToldBy(Gap(detail), 100));

    [Fact]
    public void A_gap_with_another_reason_tells_nothing() =>
        Assert.Null(LostEntries.ToldBy(Gap(new LostEntries(6, 7).Detail()) with { Why = GapReason.Evicted }, 100));

    private static GapEntry Gap(string detail) => new([], null, null, GapReason.StoreDamaged, detail);
}
