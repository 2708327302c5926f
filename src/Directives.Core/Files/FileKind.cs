namespace Directives.Core;

/// <summary>The kinds of file that may be evidence.</summary>
public enum FileKind
{
    Pdf,
    Docx,
    Xlsx,
    Jpg,
    Png,
    Heic,
    Txt,
}
