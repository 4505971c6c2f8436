using System.Globalization;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration;

/// <summary>Reads the gateway's one YAML file and checks all of it before anything starts.</summary>
public sealed class ConfigurationReader
{
    private readonly string _directory;
    private readonly YamlFile _yaml;

    private ConfigurationReader(string file, string text, Func<string, AskedSettings>? asked = null)
    {
        _directory = Path.GetDirectoryName(file)!;
        _yaml = new YamlFile(file, text) { Asked = asked };
    }

    /// <summary>Reads a text only to note what it is asked for.</summary>
    /// <param name="asked">Where that is noted, by the mapping's path.</param>
    internal static void Note(string text, Func<string, AskedSettings> asked)
    {
        const string File = "/model.yaml";
        new ConfigurationReader(File, text, asked).Read(default, File);
    }

    /// <exception cref="ConfigurationException">It cannot be used; every problem with file, line and what to write.</exception>
    public static GatewayConfiguration Read(string file) => Usable(Look(file));

    /// <summary>The same of a file that may have problems: as far as it can be read, and what is wrong with it.</summary>
    /// <exception cref="ConfigurationException">There is no such file, or it cannot be read.</exception>
    public static (GatewayConfiguration Configuration, IReadOnlyList<ConfigurationProblem> Problems) Look(string file)
    {
        var path = Path.GetFullPath(file);
        byte[] bytes;
        try
        {
            bytes = PlainFile.Read(path, ConfigurationBytes.MaxBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([new ConfigurationProblem(file, 0, "file", WhyNot(path, e))]);
        }

        return Look(path, bytes);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static GatewayConfiguration Read(string path, byte[] bytes) => Usable(Look(path, bytes));

    private static (GatewayConfiguration Configuration, IReadOnlyList<ConfigurationProblem> Problems) Look(string path, byte[] bytes)
    {
        var reader = new ConfigurationReader(path, ConfigurationBytes.Decode(path, bytes));
        return (reader.Read(TreeHasher.Sha256.Hash(bytes), path), reader._yaml.Problems);
    }

    private static GatewayConfiguration Usable((GatewayConfiguration Configuration, IReadOnlyList<ConfigurationProblem> Problems) read) =>
        read.Problems.Count > 0 ? throw new ConfigurationException(read.Problems) : read.Configuration;

    internal const string IsFolder = "is a folder; name the gateway's YAML file in it";
    internal const string NotThere = "does not exist; name the gateway's YAML file";
    internal const string NotReadable = "cannot be read by this user; have its owner allow it";

    private static string WhyNot(string path, Exception e) => e switch
    {
        _ when Directory.Exists(path) => IsFolder,
        FileNotFoundException or DirectoryNotFoundException => NotThere,
        UnauthorizedAccessException => NotReadable,
        IOException { Message: PlainFile.NotPlain } => PlainFile.NotPlain,
        _ => $"cannot be read: {e.Message}",
    };

    private GatewayConfiguration Read(Hash32 hash, string path)
    {
        var root = _yaml.Root;
        var bag = _yaml.Bag(root, "", "identity", "store", "seal", "broker", "anchoring", "historian", "site", SparkplugSection.Name, "telemetry", "clock", "retention", "buses", "sensors", "derived", "channels");
        if (bag.RequiredText("version", "1", Allowed.OneOf("1")) is { Length: > 0 } version && !(NumberText.TryParse(version, out int number) && number == 1))
            bag.Complain("version", "is not 1, the only version of this file so far");
        var origin = Origin(bag);
        var who = EntryLimits.Name(bag, "who", bag.Text("who") ?? GatewayConfiguration.Nobody);
        var policy = PathIn(bag, "policy", "policy.txt");
        bag.RefuseUnknown();

        var section = new SensorSection(_yaml);
        var (buses, sensors) = section.Read();
        var broker = new BrokerSection(_yaml, PathOf).Read(_yaml.Mapping(root, "", BrokerSection.Name), origin.GatewayId);
        return new GatewayConfiguration
        {
            File = path,
            FileHash = hash,
            Origin = origin,
            Who = who,
            KeyFile = Section("identity", b => PathIn(b, "key", "gateway.key")),
            PolicyFile = policy,
            Store = Store(),
            Seal = Section("seal", b => new SealSettings
            {
                Entries = Ranges.Within(b, "entries", b.Integer("entries", 4096), 1, 1_000_000),
                Age = Ranges.Within(b, "age", b.Duration("age", TimeSpan.FromSeconds(10)), TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
            }),
            Broker = broker,
            Anchoring = Section("anchoring", b => new AnchorSettings
            {
                MinInterval = Ranges.Within(b, "min_interval", b.Duration("min_interval", TimeSpan.FromSeconds(1)), TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
                AnswerTimeout = Ranges.Within(b, "answer_timeout", b.Duration("answer_timeout", TimeSpan.FromSeconds(10)), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            }),
            Historian = Section("historian", HistorianSection.Read),
            Site = Section("site", b => SiteSection.Read(b, PathOf, new TapSection(_yaml, new ChannelSection(_yaml).KnownNames()).Read(_yaml.Mapping(root, "", "site"))), TapSection.Name),
            Telemetry = Section("telemetry", TelemetrySection.Read),
            Sparkplug = new SparkplugSection(_yaml, PathOf).Read(origin, broker),
            Clock = Section("clock", b => ClockSection.Read(b, buses, sensors)),
            Buses = buses,
            Sensors = sensors,
            Channels = new ChannelSection(_yaml).Read(sensors, buses, section.Presumed),
        };
    }

    private StoreSettings Store()
    {
        var keep = Section("retention", b => b.Has("keep_anchored")
            ? Ranges.Within(b, "keep_anchored", b.Duration("keep_anchored", TimeSpan.FromDays(365)), TimeSpan.FromHours(1), TimeSpan.FromDays(36_500))
            : default(TimeSpan?));
        return new StoreSection(_yaml, PathOf).Read(keep, new ChannelSection(_yaml).KnownNames());
    }

    private static LogOrigin Origin(SettingBag bag)
    {
        var text = bag.RequiredText("origin", "city.example/water-gw-0001", Allowed.Like(@"^\S+/[a-z0-9-]{1,64}$"));
        if (LogOrigin.TryParse(text) is { GatewayId: not null } origin)
            return origin;
        if (text.Length > 0)
            bag.Complain("origin", $"\"{text}\" is not a gateway's name; write <city domain>/<gateway id>, the id 1 to 64 of a-z 0-9 -, for example city.example/water-gw-0001");
        return LogOrigin.Parse("city.example/unnamed");
    }

    private T Section<T>(string name, Func<SettingBag, T> read, params ReadOnlySpan<string> nested)
    {
        var bag = _yaml.Bag(_yaml.Mapping(_yaml.Root, "", name), name, nested);
        var value = read(bag);
        bag.RefuseUnknown();
        return value;
    }

    private string PathIn(SettingBag bag, string name, string example) => PathOf(bag.RequiredText(name, example));

    private string PathOf(string path) => Path.GetFullPath(path, _directory);
}
