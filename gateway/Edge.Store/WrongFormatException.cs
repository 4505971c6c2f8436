namespace Edge.Store;

/// <summary>A database is whole, as far as can be seen, but not of the format that was asked for, or of a newer version of it.</summary>
public sealed class WrongFormatException(string message) : StoreException(message);
