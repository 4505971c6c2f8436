namespace Edge.Fuzz.Mutations;

/// <summary>One change to a mutant. Where it does not apply it may leave the mutant as it is.</summary>
/// <param name="others">Inputs of the same kind to borrow from; at least one.</param>
internal delegate void Mutation(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others);
