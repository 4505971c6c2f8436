using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Words;
using Edge.Testing;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>What the kernel tells, in folders laid out as its own.</summary>
public sealed class BoardTests : IDisposable
{
    private readonly TemporaryDirectory _system = new();
    private readonly DoctorRig _rig = new();

    public void Dispose()
    {
        _system.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public void Adapters_bear_their_names_and_addresses_of_the_kernels_drivers_are_known()
    {
        var devices = Directory.CreateDirectory(_system.File("bus/i2c/devices")).FullName;
        Write("i2c-1/name", "bcm2835 (i2c@7e804000)\n");
        Write("1-0068/name", "ds1307\n");
        Write("1-0050/name", "24c32\n");
        Directory.CreateSymbolicLink(Path.Combine(devices, "1-0068", "driver"), _system.File("bus/i2c/drivers/rtc-ds1307"));
        Directory.CreateDirectory(_system.File("bus/i2c/drivers/rtc-ds1307"));

        var board = new Board(_system.Path, _system.Path, null);

        Assert.Equal(["i2c-1 (bcm2835 (i2c@7e804000))"], board.Adapters);
        Assert.Equal([new KeyValuePair<byte, string>(0x68, "rtc-ds1307")], board.OfKernel("/dev/i2c-1"));
        Assert.Empty(board.OfKernel("/dev/i2c-2"));
        Assert.Empty(board.Chips);

        void Write(string file, string text)
        {
            var path = Path.Combine(devices, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    [Fact]
    public async Task What_the_board_has_not_is_named_with_what_it_has()
    {
        Use("i2c-9: { kind: linux, device: /dev/i2c-none }\n  lines: { kind: linux, chip: no-such-chip }\n  w1: { kind: linux, folder: /sys/none }\n  rs485: { kind: linux, serial: /dev/ttyNone }", "");

        var buses = (await _rig.LookAsync()).Checks.Where(c => c.Topic == Topic.Bus).ToList();

        Assert.Equal(["/dev/i2c-none", "/sys/none"], buses.Where(c => c.Symptom == Symptom.BusMissing).Select(c => c.Detail));
        var chip = Assert.Single(buses, c => c.Symptom == Symptom.ChipMissing);
        Assert.Equal("no GPIO chip of this board is labelled no-such-chip", DoctorWords.English.Found(chip));
        foreach (var words in new[] { DoctorWords.English, DoctorWords.Chinese })
        {
            Assert.Contains("gpiodetect", words.Advice(chip), StringComparison.Ordinal);
            Assert.DoesNotContain("config.txt", words.Advice(chip), StringComparison.Ordinal);
        }

        Assert.DoesNotContain((await _rig.LookAsync()).Checks, c => c.Symptom == Symptom.BoardSeen);
        var serial = Assert.Single(buses, c => c.Symptom == Symptom.SerialMissing);
        Assert.Equal("/dev/ttyNone does not exist on this board; no serial adapter is plugged in", DoctorWords.English.Found(serial));
        foreach (var words in new[] { DoctorWords.English, DoctorWords.Chinese })
        {
            Assert.Contains("ls /dev/serial/by-id", words.Advice(serial), StringComparison.Ordinal);
            Assert.DoesNotContain("config.txt", words.Advice(serial), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_library_that_lines_need_is_asked_for_before_there_is_a_chip()
    {
        Use("lines: { kind: linux, chip: no-such-chip }", "");
        _rig.MissingLibrary = "libgpiod";

        var bus = Assert.Single((await _rig.LookAsync()).Checks, c => c is { Topic: Topic.Bus, Subject: "lines" });

        Assert.Equal(Symptom.LibraryMissing, bus.Symptom);
        foreach (var words in new[] { DoctorWords.English, DoctorWords.Chinese })
        {
            Assert.Contains("libgpiod", words.Found(bus), StringComparison.Ordinal);
            Assert.Contains("apt-get install libgpiod3", words.Advice(bus), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Serial_adapters_are_named_as_they_are_called_whatever_else_is_plugged_in()
    {
        Directory.CreateDirectory(_system.File("serial/by-id"));
        _system.Write("serial/by-id/usb-FTDI_1", "");

        Assert.Equal([_system.File("serial/by-id/usb-FTDI_1")], new Board(_system.Path, _system.Path, null).SerialAdapters);
    }

    [Fact]
    public async Task A_thermometer_with_another_serial_number_is_offered_and_one_more_is_told()
    {
        var folder = _system.File("w1");
        Directory.CreateDirectory(Path.Combine(folder, "28-000000000002"));
        Directory.CreateDirectory(Path.Combine(folder, "28-000000000003"));
        Use($"w1: {{ kind: linux, folder: {folder} }}", """
              - { driver: ds18b20, bus: w1, device: 28-000000000001, period: 2s, channels: [ { name: pipe.temperature } ] }
            """);

        var checks = (await _rig.LookAsync()).Checks;

        var check = Assert.Single(checks, c => c.Symptom == Symptom.DeviceElsewhere);
        Assert.Contains("28-000000000002", DoctorWords.English.Advice(check), StringComparison.Ordinal);
        Assert.Contains(checks, c => c is { Symptom: Symptom.DeviceUnasked, Place: "28-000000000003" });
        Assert.Contains(checks, c => c is { Symptom: Symptom.NotRead, Subject: "pipe.temperature" });
    }

    /// <summary>Adds buses and a sensor to what is configured.</summary>
    private void Use(string buses, string sensor)
    {
        var text = _rig.Text.Replace("buses:\n", $"buses:\n  {buses}\n", StringComparison.Ordinal);
        _rig.Text = sensor.Length == 0 ? text : text.Replace("sensors:\n", $"sensors:\n{sensor.TrimEnd()}\n", StringComparison.Ordinal);
    }
}
