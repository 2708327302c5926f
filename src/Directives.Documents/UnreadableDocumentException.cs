namespace Directives.Documents;

/// <summary>Why a file could not be read.</summary>
public enum UnreadableReason
{
    /// <summary>The file holds no bytes, or nothing but blanks.</summary>
    Empty,

    /// <summary>The content is of another kind than the file's name says.</summary>
    NotWhatItsNameSays,

    Damaged,

    /// <summary>Protected by a password.</summary>
    Encrypted,

    /// <summary>Larger than <see cref="DocumentLimits"/> allows, as a file, unpacked, or as text.</summary>
    TooLarge,

    /// <summary>Well formed, but without any text: a scanned page, an empty sheet.</summary>
    NoText,

    UnsupportedKind,

    /// <summary>Carries a program of its own: macros have no business in a directive.</summary>
    Macros,

    /// <summary>A workbook without a row that names its columns: who is to do what cannot be told apart.</summary>
    NoHeader,

    /// <summary>Stamped MẬT, TỐI MẬT or TUYỆT MẬT: not to be taken into a chat.</summary>
    Secret,
}

/// <summary>The one exception that reading a file throws. Its message is one line that says what is wrong.</summary>
public sealed class UnreadableDocumentException(UnreadableReason reason, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public UnreadableReason Reason { get; } = reason;
}
