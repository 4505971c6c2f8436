namespace Edge.Store.Tree;

/// <summary>Receives one entry; the bytes are valid during the call only.</summary>
public delegate void EntryVisitor(ulong index, ReadOnlySpan<byte> entry);
