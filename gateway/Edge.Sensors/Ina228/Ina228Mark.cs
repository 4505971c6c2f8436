using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Edge.Sensors.Ina228;

/// <summary>
/// What the sums are counted under, written beside them: the chip's temperature coefficient of the shunt, 14 bits that do nothing while
/// the compensation is off, and 0 after power-on. A chip that holds another mark counted with another shunt or ratio. Two bits say which
/// sum is doubted, so that a gateway that starts later doubts it as well.
/// </summary>
/// <param name="Register">The register's value.</param>
internal readonly record struct Ina228Mark(ushort Register)
{
    private const int DefinitionBits = 12;
    private const ushort Definitions = (1 << DefinitionBits) - 1, EnergyBit = 1 << DefinitionBits, ChargeBit = EnergyBit << 1;

    /// <summary>Shunt and ratios, 1 to 4095: two definitions in 4095 share one.</summary>
    public int Definition => Register & Definitions;

    /// <summary>Whether the energy is doubted.</summary>
    public bool DoubtsEnergy => (Register & EnergyBit) != 0;

    /// <summary>Whether the charge is doubted.</summary>
    public bool DoubtsCharge => (Register & ChargeBit) != 0;

    /// <summary>The mark of a definition whose sums are not doubted.</summary>
    public static Ina228Mark Of(double shunt, double busRatio, double currentRatio)
    {
        Span<byte> definition = stackalloc byte[3 * sizeof(double)], hash = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteDoubleBigEndian(definition, shunt);
        BinaryPrimitives.WriteDoubleBigEndian(definition[sizeof(double)..], busRatio);
        BinaryPrimitives.WriteDoubleBigEndian(definition[(2 * sizeof(double))..], currentRatio);
        SHA256.HashData(definition, hash);
        return new((ushort)(BinaryPrimitives.ReadUInt32BigEndian(hash) % Definitions + 1));
    }

    /// <summary>The same definition with these doubts.</summary>
    public Ina228Mark With(bool energyDoubted, bool chargeDoubted) =>
        new((ushort)(Definition | (energyDoubted ? EnergyBit : 0) | (chargeDoubted ? ChargeBit : 0)));
}
