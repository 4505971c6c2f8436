namespace Edge.Ledger.Text;

/// <summary>What a character is to those who read it.</summary>
public enum SignKind
{
    /// <summary>Not assigned, or nobody sees it, or it moves what is about it.</summary>
    Hidden = 'H',

    /// <summary>Stands on the character before it.</summary>
    Mark = 'M',

    LetterOrFigure = 'L',

    Other = 'O',
}
