namespace Edge.Interop.Tests.Trees;

/// <summary>What is asked of a tree.</summary>
internal enum ProofKind
{
    Root,
    Inclusion,
    Consistency,
}
