using System.Globalization;
using System.Text;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;

namespace Edge.Bench.Audit;

/// <summary>A gateway's log as its writer makes it: a start, configurations, calibrations, readings of all channels in turn, seals. The same bytes on every run.</summary>
internal sealed class GatewayDay
{
    /// <summary>Entries of a batch, its seal among them: the gateway's default.</summary>
    public const int Batch = 4096;

    private const double Start = 1_795_132_800;
    private const ulong Period = 10_000_000;

    private readonly TileFolder _folder;
    private readonly TreeHasher _hasher;
    private readonly byte[][] _channels;
    private readonly Hash32[] _configurations, _calibrations;
    private readonly Hash32?[] _contexts;
    private readonly SaltSource _salts = new("a generated day"u8.ToArray());
    private Hash32 _boot, _clock;
    private ulong _readings;

    public GatewayDay(TileFolder folder, TreeHasher hasher, int channels = 10)
    {
        _folder = folder;
        _hasher = hasher;
        _channels = [.. Enumerable.Range(1, channels).Select(n => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"main.pressure.{n}")))];
        (_configurations, _calibrations, _contexts) = (new Hash32[channels], new Hash32[channels], new Hash32?[channels]);
    }

    /// <summary>What the next seal will say of itself; a test may make it lie.</summary>
    public ulong BatchFirst { get; set; }

    public QualityCounts BatchCounts { get; set; }

    public Hash32 LastSeal { get; set; }

    public WallTime Wall => new(Start + (_readings * Period / 1e9), 12);

    /// <summary>A start of the gateway, and what it writes then.</summary>
    public void Boot(string vkey)
    {
        _boot = Append(new BootEntry(new Guid((int)_folder.Size, 0, 0, new byte[8]), Monotonic, Wall, ClockSource.Kernel, "edge-gateway 0.1.0", vkey));
        _clock = default;
        for (var i = 0; i < _channels.Length; i++)
        {
            var name = Encoding.UTF8.GetString(_channels[i]);
            _configurations[i] = Append(new ConfigurationEntry(name, """{"driver":"ads1115","bus":"i2c-1","resolution":0.000390625}""", _hasher.EmptyRoot, "technician Li"));
            _calibrations[i] = Append(new CalibrationEntry(name, "2026-11-01", $"C-{i}", "City Metrology", """{"result":"within 0.1 %"}"""));
        }

        Array.Clear(_contexts);
    }

    public void ClockCorrection()
    {
        _clock = Append(new ClockEntry(Monotonic, null, Wall, ClockSource.Kernel));
        Array.Clear(_contexts);
    }

    /// <summary>The next reading: the channels take turns, every value differs from the one before.</summary>
    public void Reading(Quality quality = Quality.Good, bool absent = false, Hash32? context = null)
    {
        var channel = (int)(_readings % (ulong)_channels.Length);
        var code = (long)(8_000 + (_readings * 7 % 16_001));
        var known = context ?? (_contexts[channel] ??= new ReadingContext(_boot, _configurations[channel], _calibrations[channel], _clock, LastSeal).Hash(_hasher));
        Span<byte> salt = stackalloc byte[Salt.Size];
        _salts.Derive(_folder.Size, salt);
        Span<byte> entry = stackalloc byte[ReadingEncoder.MaxSize];
        var length = ReadingEncoder.Write(
            entry, salt, _channels[channel], "bar"u8, absent ? null : code * 0.000390625, absent ? null : code, quality, absent ? Reason.NoAnswer : Reason.None, Monotonic, Wall, known);
        _folder.Append(entry[..length]);
        BatchCounts = BatchCounts.Plus(quality, absent);
        _readings++;
    }

    public void Seal()
    {
        LastSeal = Append(new SealEntry(BatchFirst, _folder.Size - 1, BatchCounts, Monotonic, Monotonic, Wall, ClockSource.Kernel, null, LastSeal));
        (BatchFirst, BatchCounts) = (_folder.Size, default);
        Array.Clear(_contexts);
    }

    /// <summary>Any other entry; returns its leaf hash.</summary>
    public Hash32 Append(Entry entry)
    {
        Span<byte> salt = stackalloc byte[Salt.Size];
        _salts.Derive(_folder.Size, salt);
        return Append(entry.Encode(salt));
    }

    /// <summary>Any bytes; returns their leaf hash.</summary>
    public Hash32 Append(byte[] entry)
    {
        _folder.Append(entry);
        return _hasher.Leaf(entry);
    }

    /// <summary>Begins, and goes on until there are so many readings, each batch sealed when it is full, and the last.</summary>
    public void Measure(ulong readings, string vkey)
    {
        Boot(vkey);
        Seal();
        while (_readings < readings)
        {
            Reading();
            if (_folder.Size - BatchFirst == Batch - 1 || _readings == readings)
                Seal();
        }
    }

    private ulong Monotonic => 1_000_000_000 + (_readings * Period);
}
