using Edge.Ledger.Text;
using Edge.Sensors.Catalog;
using Edge.Site.Tap;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>site: tap:</c>.</summary>
/// <param name="channels">Names of all channels; empty while they are not sure.</param>
internal sealed class TapSection(YamlFile yaml, IReadOnlyCollection<string> channels)
{
    public const string Name = "tap";
    public const string Channels = "channels";

    private const int MostCharacters = 60;
    private const string Path = $"site.{Name}";

    /// <summary>Null where it is not written: then there is no such page.</summary>
    public TapSettings? Read(YamlMappingNode? site)
    {
        if (yaml.Mapping(site, "site", Name) is not { } node)
            return null;
        var bag = yaml.Bag(node, Path, Channels);
        var name = Shown(bag, "name", bag.RequiredText("name", "Well house, Pier Street"));
        var settings = new TapSettings(name, Shown(bag, "name_zh", bag.Text("name_zh") ?? name), Address(bag), Figures(node));
        bag.RefuseUnknown();
        return settings;
    }

    /// <summary>The text, after a complaint if a phone's screen has no room for it.</summary>
    private static string Shown(SettingBag bag, string name, string text)
    {
        bag.Limit(name, Allowed.UpTo(MostCharacters));
        if (text.Length > MostCharacters || !ShownText.IsSeen(text))
            bag.Complain(name, $"is shown on phones; write one line of at most {MostCharacters} characters, all of them visible");
        return text;
    }

    private static Uri? Address(SettingBag bag)
    {
        if (bag.Text("address") is not { } written)
            return null;
        if (Uri.TryCreate(written, UriKind.Absolute, out var address) && address is { Scheme: "https", Query: "", Fragment: "", UserInfo: "", Host.Length: > 0 } && address.AbsoluteUri.All(char.IsAscii))
            return address;
        bag.Complain("address", $"\"{written}\" is not an address for phones; write https:// and the name by which they reach the gateway, for example https://tap.city.example");
        return null;
    }

    private List<TapChannel> Figures(YamlMappingNode node)
    {
        var figures = yaml.Items(node, Path, Channels).Select(item => Figure(item.Node, item.Path)).ToList();
        var place = YamlFile.Join(Path, Channels);
        if (figures.Count is 0 or > TapSettings.MostChannels)
            yaml.Complain(place, $"has {figures.Count} channels; name 1 to {TapSettings.MostChannels}, each as for example {{ channel: tap.ph, name: Acidity }}");
        foreach (var twice in figures.Where(f => f.Channel.Length > 0).GroupBy(f => f.Channel).Where(g => g.Count() > 1))
            yaml.Complain(place, $"{twice.Key} stands there twice; name it once");
        return figures;
    }

    private TapChannel Figure(YamlMappingNode node, string path)
    {
        var bag = yaml.Bag(node, path);
        var channel = bag.RequiredText("channel", "tap.ph");
        if (channel.Length > 0 && channels.Count > 0 && !channels.Contains(channel))
            bag.Complain("channel", $"no sensor has a channel \"{channel}\"; known are {string.Join(", ", channels)}");
        var name = Shown(bag, "name", bag.Text("name") ?? channel);
        var figure = new TapChannel(channel, name, Shown(bag, "name_zh", bag.Text("name_zh") ?? name));
        bag.RefuseUnknown();
        return figure;
    }
}
