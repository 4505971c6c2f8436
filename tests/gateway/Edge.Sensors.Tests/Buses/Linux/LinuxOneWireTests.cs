using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;
using Edge.Testing;

namespace Edge.Sensors.Tests.Buses.Linux;

public sealed class LinuxOneWireTests : IDisposable
{
    private const string Serial = "28-0316a27913ff";
    private readonly TemporaryDirectory _folder = new();
    private readonly byte[] _scratchpad = new byte[OneWireText.ScratchpadBytes];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_device_is_read_from_its_folder()
    {
        _folder.Write($"{Serial}/w1_slave", "70 01 4b 46 7f ff 10 10 e1 : crc=e1 YES\n70 01 4b 46 7f ff 10 10 e1 t=23000\n");
        using var bus = new LinuxOneWire(_folder.Path, "w1");
        Assert.Equal(OneWireStatus.Ok, bus.Read(Serial, _scratchpad));
        Assert.Equal("70014B467FFF1010E1", Convert.ToHexString(_scratchpad));
        Assert.Null(bus.Trouble);
    }

    // The kernel gives an empty file when nobody answers the reset.
    [Fact]
    public void A_device_without_a_folder_or_without_an_answer_is_no_device_and_no_trouble_of_the_bus()
    {
        using var bus = new LinuxOneWire(_folder.Path, "w1");
        Assert.Equal(OneWireStatus.NoDevice, bus.Read(Serial, _scratchpad));
        _folder.Write($"{Serial}/w1_slave", "");
        Assert.Equal(OneWireStatus.NoDevice, bus.Read(Serial, _scratchpad));
        Assert.Null(bus.Trouble);
    }

    [Fact]
    public void A_board_without_1_wire_says_what_to_switch_on_and_forgets_it_once_it_is_on()
    {
        var place = Path.Combine(_folder.Path, "devices");
        using var bus = new LinuxOneWire(place, "w1");
        Assert.Equal(OneWireStatus.Gone, bus.Read(Serial, _scratchpad));
        Assert.Contains("dtoverlay=w1-gpio", bus.Trouble, StringComparison.Ordinal);
        Directory.CreateDirectory(place);
        Assert.Equal(OneWireStatus.NoDevice, bus.Read(Serial, _scratchpad));
        Assert.Null(bus.Trouble);
    }

    // Reading a folder fails with an error of the kernel, as a device's file does while nobody answers.
    [Fact]
    public void A_reading_that_the_kernel_fails_is_no_device()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, Serial, "w1_slave"));
        using var bus = new LinuxOneWire(_folder.Path, "w1");
        Assert.Equal(OneWireStatus.NoDevice, bus.Read(Serial, _scratchpad));
    }

    [Fact]
    public void Text_of_another_form_is_malformed()
    {
        _folder.Write($"{Serial}/w1_slave", "23000\n");
        using var bus = new LinuxOneWire(_folder.Path, "w1");
        Assert.Equal(OneWireStatus.Malformed, bus.Read(Serial, _scratchpad));
    }
}
