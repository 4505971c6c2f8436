using Edge.Ledger.Entries;

namespace Edge.Gateway.Health.Words;

internal sealed partial class EnglishHealthWords
{
    public override string ChannelsHead => "Channels by device";

    public override string Device(string? device, int channels) => device is null ? $"computed ({Many(channels, "channel", "channels")})" : $"{device} ({Many(channels, "channel", "channels")})";

    public override string State(ChannelHealth channel, bool isLeftOut) => channel switch
    {
        _ when isLeftOut => "left out, the log is full",
        { SecondsAgo: null } => "nothing since the start",
        { SecondsAgo: { } ago } when ago > channel.PatienceSeconds => $"nothing for {Long(ago)}",
        _ when Known<Quality>(channel.Quality ?? "") is { } quality && Known<Reason>(channel.Reason ?? "") is { } reason => $"{Field.Of(quality)}{(reason is Reason.None ? "" : $", {Field.Of(reason)}")}",
        _ => channel.Quality ?? "",
    };

    public override string Alike(string state, IEnumerable<string> channels) => $"{state}: {string.Join(", ", channels)}";
}
