using Edge.Ledger.Cbor;
using Edge.Ledger.Entries;
using FsCheck;
using FsCheck.Fluent;

namespace Edge.Ledger.Tests.Properties;

/// <summary>Entries of every kind with generated content.</summary>
public sealed class EntryPropertyTests
{
    private const int RecordAt = 1 + 1 + 1 + 1 + Salt.Size;

    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(8949, 8429);

    [Fact]
    public void Any_entry_comes_back_from_its_bytes_as_it_was() =>
        Prop.ForAll(AnyEntry.OfAnyKind.ToArbitrary(), AnyEntry.Salt.ToArbitrary(), (entry, salt) =>
        {
            var bytes = entry.Encode(salt);
            var back = Entry.Decode(bytes);
            return back.GetType() == entry.GetType() && back.Kind == entry.Kind && back.Encode(salt).AsSpan().SequenceEqual(bytes) && Says(back, entry);
        }).Check(Seeded);

    [Fact]
    public void Any_entry_is_one_item_of_deterministic_CBOR() =>
        Prop.ForAll(AnyEntry.OfAnyKind.ToArbitrary(), AnyEntry.Salt.ToArbitrary(), (entry, salt) =>
        {
            var reader = new CborReader(entry.Encode(salt));
            reader.Item();
            return reader.AtEnd;
        }).Check(Seeded);

    [Fact]
    public void Any_reading_is_understood_by_a_SenML_reader() =>
        Prop.ForAll(AnyEntry.Reading.ToArbitrary(), AnyEntry.Salt.ToArbitrary(), (reading, salt) =>
        {
            var record = SenMlReader.Read(reading.Encode(salt).AsSpan(RecordAt), out _);
            return record == new SenMlReader.Resolved(reading.Channel, reading.Unit, reading.Value, reading.Wall?.Seconds);
        }).Check(Seeded);

    [Fact]
    public void No_byte_of_an_entry_can_be_changed_without_another_entry_or_none() =>
        Prop.ForAll(AnyEntry.OfAnyKind.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (entry, chance) =>
        {
            var bytes = entry.Encode(new byte[Salt.Size]);
            bytes[chance % bytes.Length] ^= (byte)(1 << chance % 7);
            try
            {
                var other = Entry.Decode(bytes);
                return other is UnknownEntry || other.Encode(bytes.AsSpan(RecordAt - Salt.Size, Salt.Size)).AsSpan().SequenceEqual(bytes);
            }
            catch (MalformedException)
            {
                return true;
            }
        }).Check(Seeded);

    // Lists compare by reference; -0 equals 0.
    private static bool Says(Entry one, Entry other) => (one, other) switch
    {
        (GapEntry a, GapEntry b) => a with { Channels = b.Channels } == b && a.Channels.SequenceEqual(b.Channels),
        (ReadingEntry a, ReadingEntry b) => a == b && BitConverter.DoubleToInt64Bits(a.Value ?? 0) == BitConverter.DoubleToInt64Bits(b.Value ?? 0),
        _ => one == other,
    };
}
