namespace Edge.Verify.Words;

/// <summary>A language that has a catalogue.</summary>
public enum Language
{
    English,
    Chinese,
}
