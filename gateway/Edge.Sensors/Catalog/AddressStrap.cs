namespace Edge.Sensors.Catalog;

/// <summary>One address of a device and the pins that give it, as its data sheet has them.</summary>
/// <param name="Address">7-bit.</param>
/// <param name="Pins">For example <c>ADDR to VDD</c>.</param>
public readonly record struct AddressStrap(int Address, string Pins);
