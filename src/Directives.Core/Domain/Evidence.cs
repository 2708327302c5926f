namespace Directives.Core;

/// <summary>A file that goes with an assignment: what <see cref="IFileStore"/> keeps under <paramref name="Hash"/>, and who sent it, when, and under which name.</summary>
/// <param name="Hash">The SHA-256 of its content in lower-case hex digits.</param>
public sealed record Evidence(string Hash, string Name, FileKind Kind, int Size, DateTimeOffset At, string By)
{
    /// <summary>Files of one assignment: a row and a transaction have limits.</summary>
    public const int MaxPerAssignment = 20;

    /// <summary>Bytes of one file.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;
}

/// <summary>A file that was sent without a word of what it is for, held until that is known.</summary>
/// <param name="Id">What <see cref="IFileStore"/> finds it by.</param>
public sealed record HeldFile(string Id, string Name, FileKind Kind, int Size);
