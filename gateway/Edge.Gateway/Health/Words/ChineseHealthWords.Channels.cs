using Edge.Ledger.Entries;

namespace Edge.Gateway.Health.Words;

internal sealed partial class ChineseHealthWords
{
    public override string ChannelsHead => "测点（按器件）";

    public override string Device(string? device, int channels) => device is null ? $"计算所得（{channels} 个测点）" : $"{device}（{channels} 个测点）";

    public override string State(ChannelHealth channel, bool isLeftOut) => channel switch
    {
        _ when isLeftOut => "因存储已满未采集",
        { SecondsAgo: null } => "启动以来无读数",
        { SecondsAgo: { } ago } when ago > channel.PatienceSeconds => $"{Long(ago)}无读数",
        _ when Known<Quality>(channel.Quality ?? "") is { } quality && Known<Reason>(channel.Reason ?? "") is { } reason => $"{Field.Of(quality)}{(reason is Reason.None ? "" : $"，{Field.Of(reason)}")}",
        _ => channel.Quality ?? "",
    };

    public override string Alike(string state, IEnumerable<string> channels) => $"{state}：{string.Join("、", channels)}";
}
