using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;
using static Edge.Gateway.Tests.Health.Healths;

namespace Edge.Gateway.Tests.Health;

/// <summary>What is said of damage.</summary>
public sealed partial class StatusPageTests
{
    [Fact]
    public void Damage_is_a_list_the_newest_first_and_then_the_largest_with_when_it_was_found_and_how_to_see_the_rest()
    {
        var much = Damaged with
        {
            Configuration = "/etc/edge/gateway.yaml",
            Damage = [Piece(1, null), Piece(2, "2026-11-20T08:15:00Z"), Piece(9, "2026-11-19T13:23:12Z"), Piece(7, "2026-11-20T08:15:00Z"), Piece(3, null), Piece(4, null), Piece(5, null)],
        };

        Assert.Equal(
            ["2026-11-20 08:15 UTC: piece of 7", "2026-11-20 08:15 UTC: piece of 2", "2026-11-19 13:23 UTC: piece of 9", "piece of 5", "piece of 4"],
            HealthWords.English.Items(Need.StoreDamaged, much).Take(5));
        Has(much, "Found, the newest first: - 2026-11-20 08:15 UTC: piece of 7 - 2026", "所发现的（最新在前）： - 2026-11-20 08:15 UTC：");
        Has(much, "and 2 more: edge-gateway damage --config /etc/edge/gateway.yaml", "另有 2 处：edge-gateway damage --config /etc/edge/gateway.yaml");

        static NotedDamage Piece(ulong count, string? found) => new(0, count, $"piece of {count}", null, found);
    }

    [Fact]
    public void Nobody_is_told_to_keep_what_was_set_aside_where_nothing_was()
    {
        Has(Damaged, "Keep what was set aside in /var/lib/edge/edge-log/quarantine, and replace the card", "请保存移至 /var/lib/edge/edge-log/quarantine 的内容，并更换存储卡");
        var nothing = Damaged with { Damage = [.. Damaged.Damage.Select(d => d with { Quarantine = null })] };
        Has(nothing, "What verified was kept. Replace the card", "通过核验的均已保留。请更换存储卡");
        Assert.DoesNotContain("quarantine", Page(isChinese: false).Of(nothing, isBrief: false), StringComparison.Ordinal);
        Assert.DoesNotContain("quarantine", Page(isChinese: true).Of(nothing, isBrief: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_somebody_removed_is_not_the_cards_doing()
    {
        var removed = new NotedDamage(0, 0, "/log/index.db was not there, although its segments are: somebody has removed it, to change the stack perhaps. It is made again from the segments.", null) { ByHand = true };
        var lost = removed with { What = "/log/index.db is new or older than the log: the checkpoints and receipts of 3 evicted segments, below entry 4200, are lost, and so on." };
        var only = Damaged with { Damage = [removed, lost] };

        Is(only, "Measuring all 2 channels; proving; needs you: a removed file.", "2 个测点全部在测量；存证正常；需要处理：被移走的文件。");
        Has(only, "A file of the log was removed or replaced. What verified was kept. A file that you removed yourself", "日志的文件曾被移走或替换。通过核验的均已保留。若文件是您自己移走的");
        Has(only, "the checkpoints and receipts of 3 evicted segments, below entry 4200, are lost", "第 4200 条以下已清除的 3 段的检查点与回执已丢失");
        Has(only, "somebody has removed it, to change the stack perhaps", "/log/index.db 不在原处，而日志各段仍在：文件被人移走");
        Assert.DoesNotContain("card: it will", Unfolded(Page(isChinese: false).Of(only, isBrief: false)), StringComparison.Ordinal);
        Assert.DoesNotContain("更换存储卡", Unfolded(Page(isChinese: true).Of(only, isBrief: false)), StringComparison.Ordinal);
        Has(only with { Damage = [.. Damaged.Damage, removed] }, "replace the card: it will do it again. A file that you removed yourself", "损坏还会再次发生。若文件是您自己移走的");
    }
}
