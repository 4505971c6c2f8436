using Edge.Gateway.Health;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;

namespace Edge.Gateway.Doctor.Words;

internal sealed partial class EnglishDoctorWords
{
    protected override string OfSymptom(Check check) => check.Symptom switch
    {
        Symptom.ConfigurationFaulty => $"Correct that line, and check: {ProgramName.ConfigCheck(null)}.",
        Symptom.ConfigurationOther or Symptom.ChannelOther => "Restart the gateway (systemctl restart edge-gateway) to put this file into force, then examine again; or examine with the file that it was started with.",
        Symptom.IdentityFaulty => "Do what the line above says, then examine again.",
        Symptom.IdentityHidden => "Examine as the user that the gateway runs as: runuser -u edge -- ...",
        Symptom.BusMissing => "Enable it in config.txt (I2C: dtparam=i2c_arm=on; 1-wire: dtoverlay=w1-gpio), plug the adapter in, or correct it under buses: in the configuration.",
        Symptom.LibraryMissing => "Install it (apt-get install libgpiod3, on Debian 12 libgpiod2) and restart the gateway, or put a program of the stack system in its place, which needs none.",
        Symptom.ChipMissing => "See gpiodetect for the labels that this board has, and correct chip: under buses.",
        Symptom.SerialMissing => "Plug the adapter in, see its name (ls /dev/serial/by-id), and write that behind serial: under buses; the board's own UART needs raspi-config first.",
        Symptom.BusDenied => "Add this user to the group that owns it (i2c, gpio, dialout), or stop the other program that uses it.",
        Symptom.BusStuck => $"A wire is held low. Unplug the devices one by one until it works: the last one holds it. Check {SdaAndScl(check)} for a short to ground, then switch the power off and on.",
        Symptom.BusSilent => $"Check what all devices share: 3.3 V (pin 1) and ground (pin 6) at the sensors, {SdaAndScl(check)} not swapped, one pair of pull-ups of 2.2 to 4.7 kohm to 3.3 V.",
        Symptom.BusAway => "Start what serves it (edge-sim serve --socket PATH), or correct socket: under buses.",
        Symptom.DeviceSilent => $"{Wires(check)}{Strapped(check)}",
        Symptom.DeviceElsewhere => check.StrapInstead is null || check.Strap is null ? $"Write {check.Instead} in the configuration if that is the one that is meant."
            : $"Move its strap from {check.StrapInstead} to {check.Strap}, or write address: {check.Instead} in the configuration.",
        Symptom.DeviceOther when check.Driver == Meter => $"Another Modbus device answers at that address, or two at once: unplug the others, give the meter an address of its own, and write it behind address: in the configuration.",
        Symptom.DeviceOther => $"Another part sits on that address. Read the print on its chip: wire {check.Driver} there, or correct driver: in the configuration.",
        Symptom.DeviceUnasked => "If it is yours, add it under sensors:; if not, unplug it.",
        Symptom.ContactActive => Watched(check) switch
        {
            WatchedContact.Leak => "Dry the rope and look for the leak; if it is dry, its two wires touch each other, or active: is the other way in the configuration.",
            WatchedContact.Door => $"Close the door; if it is closed, check the contact, its two wires ({check.Place}), and active: in the configuration.",
            _ => $"See who was at it and close the enclosure; if it is closed, check the contact, its two wires ({check.Place}), and active: in the configuration.",
        },
        Symptom.ReadySilent => $"Check the wire from ALERT/RDY of {Whole(check)} to {check.ReadyLine}, its pull-up of 10 kohm to 3.3 V, and ready_bus and ready_line in the configuration: another line exists too, but has no edges.",
        Symptom.ReadyAway => "Correct ready_bus and ready_line in the configuration to the line that ALERT/RDY is wired to, with 10 kohm to 3.3 V; a line serves one program at a time.",
        Symptom.NotRead => $"Mend its bus or device first; where a gateway runs, see how that is: {ProgramName.Called} status.",
        Symptom.ClockUnvouched => "Connect the network and wait for NTP (timedatectl), or fit a battery-backed clock and name it under clock.rtc. Until then readings have no wall time.",
        Symptom.RtcFaulty => "Check its battery, set it (hwclock --systohc), and let this user read /dev/rtcN.",
        Symptom.DiskFull => "Free some space, or lower store.free_space_floor.",
        Symptom.DiskClosed => "Give the folder to the user that the gateway runs as; where it is mounted read-only, see dmesg: the card may be failing.",
        Symptom.GatewayNeeds => $"See what: {ProgramName.Called} status.",
        Symptom.GatewayMute => "Examine as the gateway's own user, or see which process it is (fuser on the key file).",
        Symptom.LogOtherStack => "This gateway does not start on that log, and nothing is damaged. Take the program that is named above, or change the stack for good as it says.",
        Symptom.LogFaulty => $"Start the gateway, which keeps what verifies, then see: {ProgramName.Damage(null)}.",
        Symptom.BrokerAway => "Check the network cable, the host's name and port under broker:, and its user, password and certificates. Readings are kept meanwhile.",
        Symptom.SparkplugAway => "Check the network cable, the host's name and port under sparkplug.broker:, and its user, password and certificates. Readings stay in the log and go to the hosts as history.",
        Symptom.TooSlow => "Examine it again alone; if it hangs again, switch its power off and on.",
        _ => "Examine again; if it fails again, tell the maker what the line above says.",
    };

    protected override string OfReason(Check check) => check.Reason switch
    {
        Reason.NoData when IsCircuit(check) => "The circuit answers, but has no reading: plug the probe into its BNC socket, put it into the water.",
        Reason.NoData => $"The device answers without data: check the probe at {At(check)}, then switch its power off and on.",
        Reason.NoAnswer => $"{Wires(check)}{Strapped(check)}",
        Reason.Garbled or Reason.BusFault when check.Driver == Meter => $"What comes from {At(check)} is damaged: PZEM-016: check A and B of the serial line (swapped, loose), 120 ohm between them at both ends of a long line; PZEM-004T: its RX, TX and 5 V; and that no two meters have one address.",
        Reason.Garbled or Reason.BusFault when check.Driver == "ds18b20" => $"What comes from {At(check)} is damaged: check 4.7 kohm from data to 3.3 V, shorten the cable, keep it away from motor cables.",
        Reason.BusFault when IsLine(check) => $"The line {check.Place} cannot be used: see whether another program has it (gpioinfo), whether this user is in the group gpio, and correct chip: and line: in the configuration.",
        Reason.BusFault => $"Check the wires of the bus at {Whole(check)}: nothing short to ground, pull-ups there, cable shorter than 1 m.",
        Reason.LoopLow => $"No current at {At(check)}: check the loop's 24 V supply, its wire for a break, its polarity, and that it goes through the shunt to ground.",
        Reason.LoopHigh => $"Too much current at {At(check)}: look for a short past the transmitter, the transmitter's own alarm, or a shunt of another value than configured.",
        Reason.LoopUnderrange => $"A little below live zero at {At(check)}: see whether the process is below the transmitter's range, or set its zero.",
        Reason.LoopOverrange => $"A little above the end at {At(check)}: see whether the process is above the transmitter's range.",
        Reason.Saturated => $"The voltage at {At(check)} is beyond the converter's range{(check.IsWidest ? ", which is its widest" : "")}: check the wiring" + (check switch
        {
            { Terminal: null } => " and the shunt, or write a wider gain (range) in the configuration.",
            { HasShunt: true, IsWidest: true } => " and the shunt: a smaller one, written behind shunt:, gives less voltage.",
            { HasShunt: true } => " and the shunt, or write a wider gain in the configuration.",
            { IsWidest: true } => ", or bring it less by a divider, and write that behind ratio: in the configuration.",
            _ => ", or write a wider gain in the configuration.",
        }),
        Reason.WarmUp => "Wait until it has warmed up; a flow meter needs water that flows.",
        Reason.CalibrationLost when IsCircuit(check) => "Calibrate the probe in its buffers, and enter date and certificate under channels:.",
        Reason.CalibrationLost => $"{Whole(check)} lost what it was set to: its supply breaks down. Check 3.3 V under load.",
        Reason.WrongDevice when check.Driver == Meter => $"Another Modbus device answers at {Whole(check)}, or two at once: give the meter an address of its own, and write it behind address: in the configuration.",
        Reason.WrongDevice => $"Another part answers at {Whole(check)}: read the print on its chip, and correct the part or driver: in the configuration.",
        Reason.NotReady => $"{Whole(check)} does not finish: check its supply, then switch its power off and on.",
        Reason.Garbled => $"What comes from {Whole(check)} is not what was sent: shorten the cable, lower the bus rate (dtparam=i2c_arm_baudrate=10000), keep it away from motor cables; or another part sits at that address: read the print on its chip.",
        Reason.OutOfRange => "The value is outside the range configured for the channel: compare with a reference instrument, then check low, high and shunt in the configuration.",
        Reason.RateOfChange => "It changed faster than the channel can: look for a loose terminal.",
        Reason.FlatLine => "It has not changed for long: see whether the probe is in the water and the valve open.",
        Reason.Removed => $"The line of {At(check)} is gone: check the plug of the board it is on.",
        Reason.Uncompensated => "The thermometer that it is compensated with gives nothing: mend that one first; its channel stands at temperature_from in the configuration.",
        Reason.Overrun => $"The gateway did not read it in time: see how it is ({ProgramName.Called} status).",
        _ => "It is under maintenance; end that when the work is done.",
    };

    private static bool IsCircuit(Check check) => check.Driver?.StartsWith("ezo-", StringComparison.Ordinal) == true;

    private static bool IsLine(Check check) => check.Driver is "contact" or "pulse-flow";

    private static string At(Check check) => check.Terminal is { } terminal ? $"{terminal} of {check.Driver} ({check.Place})" : $"{check.Driver} ({check.Place})";

    /// <summary>The device itself, whatever is wired to it: what is said of all its channels at once.</summary>
    private static string Whole(Check check) => $"{check.Driver} ({check.Place})";

    private static string SdaAndScl(Check check) => check.Terminal?.Split(", ") is [var sda, var scl] ? $"SDA (pin {sda}) and SCL (pin {scl})" : "SDA and SCL";

    private static string Wires(Check check) => check.Driver switch
    {
        "ds18b20" => "Check its three wires: 3.3 V, ground, and data with 4.7 kohm to 3.3 V; and its serial number in the configuration.",
        "pulse-flow" => $"Check the meter's wire to line {check.Place}, its supply and its pull-up.",
        "contact" => $"Check the contact's two wires, one at line {check.Place}, one at ground.",
        Meter when check.Detail is { Length: > 0 } others => $"The line itself works, {others} answers on it: check this meter's mains, its own wires, and that its Modbus address is {check.Place}.",
        Meter => $"Check mains at the meter, the line's wires (PZEM-016: A and B, swapped? PZEM-004T: RX to TX, TX to RX, and 5 V), and its Modbus address.",
        _ when IsCircuit(check) => "Check its 3.3 V, ground, SDA and SCL; a circuit with a green light is in UART mode: switch it to I2C.",
        _ => "Check its 3.3 V, ground, SDA and SCL; a loose one of these four is the usual cause.",
    };

    private static string Strapped(Check check) => check.Strap is { } strap && !IsCircuit(check) ? $" Its address needs the strap {strap}." : "";
}
