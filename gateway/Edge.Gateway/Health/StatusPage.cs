using Edge.Gateway.Health.Words;
using Edge.Ledger.Text;

namespace Edge.Gateway.Health;

/// <summary>Lays health out for a terminal of 80 columns: one line that answers the three questions, then what needs a person, the figures, and the channels by device.</summary>
/// <param name="isColoured">Whether the terminal shows colours; the words say all without them.</param>
/// <param name="width">Columns, 40 to 80.</param>
public sealed class StatusPage(HealthWords words, bool isColoured, int width = StatusPage.Width)
{
    public const int Width = 80;

    /// <param name="isBrief">Only the one line.</param>
    public string Of(GatewayHealth health, bool isBrief)
    {
        (string Text, Tone Tone)[] answers =
        [
            (words.Measuring(health), ToneOf(health.Measuring)),
            (words.Proving(health), ToneOf(health.Proving)),
            (words.Needing(health), health.Needs.Count == 0 ? Tone.Good : Tone.Bad),
        ];
        var top = string.Join(words.Marks.Between, answers.Select(a => Coloured(a.Text, a.Tone))) + words.Marks.End + "\n";
        if (isBrief)
            return top;
        if (width < Width && TextWidth.Of(words.OneLine(health)) > width)
            top = string.Concat(answers.SelectMany(a => LineBreaker.Lines(a.Text + words.Marks.End, width).Select(line => Coloured(line, a.Tone) + "\n")));
        var when = ShownText.Clean($"{health.Time.Split('.')[0].Replace('T', ' ')} UTC");
        var name = ShownText.Clean(words.Head(health));
        var room = width - TextWidth.Of(name);
        var head = room >= TextWidth.Of(when) + 2 || width == Width ? name + TextWidth.Right(when, Math.Max(room, TextWidth.Of(when) + 2)) : Hanging("", name) + when;
        var needs = health.Needs.Count == 0 ? "" : $"\n{Coloured(words.NeedsHead, Tone.Bad)}\n{string.Concat(health.Needs.Select((n, i) => Need(i + 1, n, health)))}";
        return $"{top}{needs}\n{head}\n{Table(words.Figures(health))}{Channels(health)}";
    }

    /// <inheritdoc cref="Of(GatewayHealth, bool)"/>
    public string Of(StoppedHealth health, bool isBrief)
    {
        var top = Coloured(words.OneLine(health), Tone.Bad) + "\n";
        return isBrief ? top : $"{top}\n{ShownText.Clean(health.Gateway)}\n{Table(words.Figures(health))}";
    }

    /// <summary>By device, those without values first, then those that are doubted; of each the worst first, and else in the order of the configuration.</summary>
    private string Channels(GatewayHealth health) => health.Channels.Count == 0 || !health.Opened ? "" : $"\n{words.ChannelsHead}\n" + string.Concat(
        from channel in health.Channels
        group channel by channel.Value.Device ?? "" into device
        orderby device.All(c => c.Value.Measures), device.All(c => c.Value.IsGood)
        select Hanging(" ", words.Device(device.Key.Length == 0 ? null : health.Named(device.Key), device.Count())) + string.Concat(
            from channel in device
            group channel by (IsGood: channel.Value.IsGood, State: words.State(channel.Value, health.LeftOut.ContainsKey(channel.Key))) into alike
            orderby alike.Key.IsGood, alike.All(c => c.Value.Measures)
            select Hanging("    - ", words.Alike(alike.Key.State, alike.Select(Newest)))));

    private string Newest(KeyValuePair<string, ChannelHealth> channel) =>
        channel.Value.Measures ? $"{channel.Key} {words.Value(channel.Value)}".TrimEnd() : channel.Key;

    private string Need(int number, Need need, GatewayHealth health) =>
        Hanging($" {number}. ", words.Advice(need, health)) + string.Concat(words.Items(need, health).Select(item => Hanging("    - ", item)));

    private string Table(IEnumerable<(string Label, string Text)> figures) =>
        string.Concat(figures.Select(f => Hanging(TextWidth.Left(f.Label, words.LabelWidth), f.Text)));

    /// <summary>Text that others wrote passes here: what could play tricks on a terminal is shown as its code.</summary>
    private string Hanging(string first, string text)
    {
        var indent = TextWidth.Of(first);
        var lines = LineBreaker.Lines(ShownText.Clean(text), width - indent).ToList();
        return first + string.Join("\n" + new string(' ', indent), lines) + "\n";
    }

    private string Coloured(string text, Tone tone) => !isColoured ? text : tone switch
    {
        Tone.Good => $"\e[32m{text}\e[0m",
        Tone.Notice => $"\e[33m{text}\e[0m",
        Tone.Bad => $"\e[1;31m{text}\e[0m",
        _ => text,
    };

    private static Tone ToneOf(MeasuringState state) => state switch
    {
        MeasuringState.Yes => Tone.Good,
        MeasuringState.Starting => Tone.Plain,
        MeasuringState.Partly => Tone.Notice,
        _ => Tone.Bad,
    };

    private static Tone ToneOf(ProvingState state) => state switch
    {
        ProvingState.Yes => Tone.Good,
        ProvingState.Starting => Tone.Plain,
        ProvingState.Halted => Tone.Bad,
        _ => Tone.Notice,
    };
}
