using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Evidence;

/// <summary>
/// Checkpoint notes in binary: names once, in a table in the order of their first use; key ids and blobs as bytes. Exactly the text of each note can be
/// made again. A note is [origin, size, root, [[name, key id || blob]...]], origin and names being positions in the table; some notes are written without root.
/// </summary>
internal sealed class NoteTable
{
    private const int MaxNames = 10_000;

    private readonly List<string> _names;
    private readonly SignatureCount _signatures = new();
    private FirstUse _use;

    private NoteTable(List<string> names)
    {
        _names = names;
        _use = new FirstUse(names.Count, "names");
    }

    /// <summary>Reads the table, which stands before the notes.</summary>
    public static NoteTable Read(ref CborReader reader)
    {
        var names = new List<string>();
        var known = new HashSet<string>();
        for (var left = reader.Array(); left > 0; left--)
        {
            var name = reader.Text();
            if (!KeyName.IsValid(name))
                throw reader.Wrong("not the name of a key");
            if (!known.Add(name))
                throw reader.Wrong("a name stands twice in the table");
            if (names.Count == MaxNames)
                throw reader.Wrong($"more than {MaxNames} names");
            names.Add(name);
        }

        return new NoteTable(names);
    }

    public RootlessNote ReadRootless(ref CborReader reader)
    {
        reader.Array(3);
        var origin = Name(ref reader);
        var note = new RootlessNote(origin, Size(ref reader), Signatures(ref reader));
        _ = Bounded(note.WithRoot(default));
        return note;
    }

    public SignedNote ReadNote(ref CborReader reader)
    {
        reader.Array(4);
        var origin = Name(ref reader);
        var size = Size(ref reader);
        var text = new Checkpoint(origin, size, new Hash32(reader.Bytes(Hash32.Size))).ToText();
        _ = Checkpoint.Parse(text);
        return Bounded(new SignedNote(text, Signatures(ref reader)));
    }

    public void End() => _use.End();

    /// <summary>The names of notes in the order of their first use.</summary>
    public static List<string> Names(IEnumerable<RootlessNote> notes) =>
        [.. notes.SelectMany(n => n.Signatures.Select(s => s.Name).Prepend(n.Origin)).Distinct()];

    public static void Write(ref CborWriter writer, List<string> names)
    {
        writer.Array(names.Count);
        foreach (var name in names)
            writer.Text(name);
    }

    public static void Write(ref CborWriter writer, List<string> names, RootlessNote note, Hash32? root = null)
    {
        writer.Array(root is null ? 3 : 4);
        writer.Unsigned((ulong)names.IndexOf(note.Origin));
        writer.Unsigned(note.Size);
        if (root is { } known)
            writer.Hash(known);
        writer.Array(note.Signatures.Count);
        foreach (var signature in note.Signatures)
        {
            writer.Array(2);
            writer.Unsigned((ulong)names.IndexOf(signature.Name));
            writer.Bytes(signature.ToBytes());
        }
    }

    /// <summary>More bytes than this note takes in a file, its names included.</summary>
    public static int Room(RootlessNote note) => 320 + note.Signatures.Sum(s => s.Blob.Length + s.Name.Length * 3 + 32);

    private string Name(ref CborReader reader) => _names[_use.Read(ref reader)];

    private static SignedNote Bounded(SignedNote note) => note.Length <= SignedNote.MaxBytes
        ? note
        : throw new MalformedException($"evidence: a note of more than {SignedNote.MaxBytes} bytes");

    private static ulong Size(ref CborReader reader) => reader.Unsigned(long.MaxValue, "the size");

    private List<NoteSignature> Signatures(ref CborReader reader)
    {
        var count = reader.Array();
        if (count is 0 or > SignedNote.MaxSignatures)
            throw reader.Wrong($"{count} signatures; a note has 1 to {SignedNote.MaxSignatures}");
        _signatures.Add(count);
        var signatures = new List<NoteSignature>(count);
        for (; count > 0; count--)
        {
            reader.Array(2);
            var name = Name(ref reader);
            signatures.Add(NoteSignature.TryRead(name, reader.Bytes()) ?? throw reader.Wrong("a signature has a key id of 4 bytes and a blob of at least one"));
        }

        return signatures;
    }
}
