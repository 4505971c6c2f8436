using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;

namespace Edge.Gateway.Health.Words;

/// <summary>A gateway's health in one language.</summary>
public abstract class HealthWords
{
    public static HealthWords English { get; } = new EnglishHealthWords();

    public static HealthWords Chinese { get; } = new ChineseHealthWords();

    /// <summary>The field's own words in this language.</summary>
    protected abstract FieldWords Field { get; }

    /// <summary>Between the parts of the one line, and at its end.</summary>
    public abstract (string Between, string End) Marks { get; }

    /// <summary>Columns of the labels.</summary>
    public abstract int LabelWidth { get; }

    /// <summary>Heads the list of needs.</summary>
    public abstract string NeedsHead { get; }

    public abstract string NotRunning { get; }

    /// <summary>This user may not ask.</summary>
    public abstract string Denied(string socket);

    /// <summary>Something listens there, and it does not answer as a gateway does.</summary>
    public abstract string NoAnswer(string socket);

    /// <summary>Is it measuring?</summary>
    public abstract string Measuring(GatewayHealth health);

    /// <summary>Is it proving?</summary>
    public abstract string Proving(GatewayHealth health);

    /// <summary>What needs a person?</summary>
    public abstract string Needing(GatewayHealth health);

    /// <summary>Which gateway, and for how long it has run.</summary>
    public abstract string Head(GatewayHealth health);

    /// <summary>The figures, each behind its label.</summary>
    public abstract IEnumerable<(string Label, string Text)> Figures(GatewayHealth health);

    /// <summary>A piece of damage, and where its bytes were put.</summary>
    public abstract string Damage(NotedDamage damage);

    /// <summary>Damage, the newest first, and how to see the rest where there is much.</summary>
    /// <param name="configuration">The gateway's configuration file; null: not known.</param>
    public IEnumerable<string> DamageList(IReadOnlyList<NotedDamage> damage, string? configuration)
    {
        foreach (var piece in NotedDamage.Ordered(damage).Take(Most))
            yield return Damage(piece);
        if (damage.Count > Most)
            yield return MoreDamage(damage.Count - Most, ProgramName.Damage(configuration));
    }

    /// <summary>How many pieces are not in the list, and the command that shows them.</summary>
    protected abstract string MoreDamage(int count, string command);

    /// <summary>Nothing was found damaged that nobody has seen to.</summary>
    public abstract string NoDamage { get; }

    /// <summary>The same, after a look at the log of a gateway that does not run.</summary>
    public abstract string NoneDamaged(StoppedHealth health);

    /// <summary>What to do about damage, and how to say that it is done.</summary>
    /// <param name="quarantine">The folder with the damaged bytes, where there are any.</param>
    /// <param name="configuration">The gateway's configuration file; null: not known.</param>
    public abstract string SeeToDamage(IReadOnlyList<NotedDamage> damage, string quarantine, string? configuration);

    /// <summary>Somebody has seen to it.</summary>
    /// <param name="file">What was found, from now on.</param>
    public abstract string DamageSeen(string file);

    /// <summary>A need, and what to do about it.</summary>
    public abstract string Advice(Need need, GatewayHealth health);

    /// <summary>What stands below the advice as a list.</summary>
    public IEnumerable<string> Items(Need need, GatewayHealth health) => need switch
    {
        Need.StoreDamaged => DamageList(health.Damage, health.Configuration),
        Need.AlarmsOpen => health.Alarms.Select(a => Alarm(a.Key, a.Value, health.AlarmsOpen.GetValueOrDefault(a.Key), health.Channels.GetValueOrDefault(a.Key))),
        Need.ChannelsFail => Failing(health),
        Need.ChannelsDoubtful => Bounded([.. health.Channels.Where(c => c.Value.NeedsDoubtSettled).Select(c => Doubtful(c.Key, c.Value))]),
        _ => [],
    };

    /// <summary>A channel whose readings are uncertain: why, for how long, what they serve.</summary>
    protected abstract string Doubtful(string name, ChannelHealth channel);

    /// <summary>Channels of one device that fail for one reason.</summary>
    /// <param name="device">Null: not known.</param>
    /// <param name="names">The first of them.</param>
    /// <param name="more">How many there are beside them.</param>
    protected abstract string Fails(string? device, IEnumerable<string> names, int more, string why);

    /// <summary>How many more there are than are listed.</summary>
    protected abstract string More(int count);

    /// <summary>Why a channel brings no values, and what to do where that is not its wires.</summary>
    protected abstract string Why(ChannelHealth channel);

    private IEnumerable<string> Failing(GatewayHealth health) => Bounded(
    [
        .. from channel in Judgement.FailingAlone(health)
           group channel.Key by (channel.Value.Device, Why: Why(channel.Value)) into alike
           select Fails(alike.Key.Device is { } device ? health.Named(device) : null, alike.Take(Most), Math.Max(0, alike.Count() - Most), alike.Key.Why),
    ]);

    private IEnumerable<string> Bounded(IReadOnlyList<string> items) => items.Count <= Most + 1 ? items : items.Take(Most).Append(More(items.Count - Most));

    /// <summary>Whether its wires may be to blame: not where the board is too busy, or a device only begins.</summary>
    protected static bool BlamesWires(GatewayHealth health) =>
        Judgement.FailingAlone(health).Any(c => c.Value.SecondsAgo > c.Value.PatienceSeconds || Known<Reason>(c.Value.Reason ?? "") is not (Reason.Overrun or Reason.WarmUp));

    /// <summary>What is open at a channel, since when, and of a limit the value now and what would end it.</summary>
    /// <param name="text">As the log has it.</param>
    protected abstract string Alarm(string name, string text, AlarmHealth? alarm, ChannelHealth? channel);

    /// <summary>What was open at a channel, when it ended, and how long it lasted where the text does not say.</summary>
    protected abstract string Over(string name, EndedAlarmHealth alarm);

    /// <summary>What ended since the start, the newest first, under its label; nothing where nothing did.</summary>
    protected IEnumerable<(string Label, string Text)> Ended(GatewayHealth health, string label) => health.AlarmsEnded.Count == 0 ? [] :
        [(label, string.Join(Marks.Between, Bounded([.. health.AlarmsEnded.OrderBy(a => a.Value.SecondsAgo).Select(a => Over(a.Key, a.Value))])))];

    /// <summary>A number of the channel's, such as a limit, with its unit.</summary>
    protected static string Measure(double value, ChannelHealth? channel) =>
        $"{value.ToString(CultureInfo.InvariantCulture)} {ShownUnit.Of(channel?.Unit ?? "")}".TrimEnd();

    /// <summary>To the second; null: not known.</summary>
    protected static string? Moment(string? utc) => DateTimeOffset.TryParse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : null;

    /// <summary>What the log says of a contact that was so already when it was first looked at.</summary>
    protected static bool IsSinceUnknown(string text) => text.Contains("since when is not known", StringComparison.Ordinal);

    /// <summary>Enough of a SHA-256 to tell it from another.</summary>
    protected static string Hash(string? sha256) => sha256 is null ? "" : $"{sha256[..Math.Min(8, sha256.Length)]}...";

    /// <summary>Channels that miss samples, each with the part that it misses in percent.</summary>
    protected static IEnumerable<(string Channel, string Percent)> Missing(GatewayHealth health) =>
        from channel in health.Channels
        where channel.Value.Device is { } place && health.Devices.TryGetValue(place, out var device) && device.Misses
        select (channel.Key, Math.Round(100 * health.Devices[channel.Value.Device!].MissedShare).ToString(CultureInfo.InvariantCulture));

    /// <summary>Heads the channels.</summary>
    public abstract string ChannelsHead { get; }

    /// <summary>A device's bus and place, or that its channels are computed; and how many channels it has.</summary>
    /// <param name="device">Null: computed.</param>
    public abstract string Device(string? device, int channels);

    /// <summary>How a channel is: its quality with the reason, or that it brings nothing.</summary>
    public abstract string State(ChannelHealth channel, bool isLeftOut);

    /// <summary>Channels that are all so, each with its newest value where it has one.</summary>
    public abstract string Alike(string state, IEnumerable<string> channels);

    /// <summary>A contact's state in words, another value with the decimals of its resolution and its unit; a plain number has none.</summary>
    public string Value(ChannelHealth channel) => channel switch
    {
        { Value: { } state, Contact: { } contact } when Known<WatchedContact>(contact) is { } watched => Field.Of(watched, state != 0),
        { Value: { } value, Unit: var unit } => $"{ShownValue.Of(value, channel.Resolution ?? 0)} {ShownUnit.Of(unit)}".TrimEnd(),
        _ => "",
    };

    /// <summary>Devices of a bus.</summary>
    protected static string OnBus(string bus, GatewayHealth health, string between) => string.Join(between, DevicesOf(bus, health));

    /// <inheritdoc cref="OnBus"/>
    protected static IReadOnlyList<string> DevicesOf(string bus, GatewayHealth health) => [.. health.Devices.Where(d => d.Value.Bus == bus).Select(d => health.Named(d.Key))];

    /// <summary>A gateway that does not answer, in one line.</summary>
    public abstract string OneLine(StoppedHealth health);

    /// <summary>What is wrong with its log.</summary>
    public abstract string Fault(StoppedHealth health);

    /// <summary>How many of its entries are what was logged, where none is not.</summary>
    public abstract string Looked(StoppedHealth health);

    /// <summary>What its log says.</summary>
    public abstract IEnumerable<(string Label, string Text)> Figures(StoppedHealth health);

    /// <summary>The three answers in one line.</summary>
    public string OneLine(GatewayHealth health) =>
        string.Join(Marks.Between, Measuring(health), Proving(health), Needing(health)) + Marks.End;

    /// <summary>So many of a kind are named.</summary>
    protected const int Most = 5;

    /// <summary>Devices that answer too often not at the first time, at most <see cref="Most"/> of them.</summary>
    protected static string Unsteady(GatewayHealth health, string between)
    {
        var names = Judgement.Unsteady(health).Select(health.Named).ToList();
        return string.Join(between, names.Take(Most)) + (names.Count > Most ? " ..." : "");
    }

    /// <summary>All of it is files that somebody removed or replaced.</summary>
    protected static bool IsByHand(IReadOnlyList<NotedDamage> damage) => damage.All(d => d.ByHand);

    /// <summary>When it was found, to the minute; null: not noted.</summary>
    protected static string? FoundAt(NotedDamage damage) => DateTimeOffset.TryParse(damage.Found, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : null;

    /// <summary>The run before this one ended without a stop, and the board with it.</summary>
    protected static bool EndedByPower(GatewayHealth health) => health.EndedWithoutStop && !health.Gaps.Keys.Any(r => Known<GapReason>(r) == GapReason.Stopped);

    /// <summary>An enum's value behind its name in snake_case; null when this program does not know it.</summary>
    protected static T? Known<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) ? value : null;
}
