namespace Directives.Core;

/// <summary>What a row of the roster describes.</summary>
internal enum RosterSection
{
    Units,
    Groups,
    People,
}

/// <summary>What a column of the roster holds.</summary>
internal enum RosterField
{
    Section,
    Id,
    Name,
    Kind,
    Parent,
    Aliases,
    Members,
    Unit,
    Role,
    Post,
    Salutation,
    Language,
    ValidFrom,
    ValidTo,
    Successors,
    Email,
    TeamsAccount,
}

/// <summary>The words that head columns and name sheets, as <see cref="NameText.Folded"/> gives them.</summary>
internal static class RosterColumns
{
    private static readonly Dictionary<string, RosterField> Headers = Words(
        (RosterField.Section, "dong|loai dong|muc|row|section"),
        (RosterField.Id, "ma|ma so|ma don vi|ma khoi|ma can bo|id|code"),
        (RosterField.Name, "ten|ten don vi|ten khoi|ho ten|ho va ten|ten can bo|name|full name|unit name|group name"),
        (RosterField.Kind, "loai|loai don vi|loai hinh|cap hoc|kind|type"),
        (RosterField.Parent, "thuoc|truc thuoc|cap tren|don vi cap tren|don vi quan ly|parent|belongs to"),
        (RosterField.Aliases, "ten khac|ten goi khac|ten viet tat|viet tat|aliases|alias|other names"),
        (RosterField.Members, "gom|bao gom|gom co|thanh phan|members|includes"),
        (RosterField.Unit, "don vi|don vi cong tac|noi cong tac|unit"),
        (RosterField.Role, "vai tro|quyen|role"),
        (RosterField.Post, "chuc vu|chuc danh|post|position|title"),
        (RosterField.Salutation, "xung ho|cach xung ho|cach goi|danh xung|salutation"),
        (RosterField.Language, "ngon ngu|language"),
        (RosterField.ValidFrom, "tu ngay|hieu luc tu|ngay bat dau|from|valid from"),
        (RosterField.ValidTo, "den ngay|den het ngay|hieu luc den|ngay ket thuc|to|valid to"),
        (RosterField.Successors, "sap xep thanh|sap nhap vao|don vi ke tuc|don vi tiep nhan|successors|succeeded by"),
        (RosterField.Email, "email|e mail|mail|thu dien tu|hop thu dien tu|dia chi email|dia chi thu dien tu|email address"),
        (RosterField.TeamsAccount, "tai khoan teams|tai khoan microsoft teams|teams|teams account|upn|user principal name"));

    private static readonly Dictionary<string, RosterSection> Sections = Words(
        (RosterSection.Units, "don vi|danh sach don vi|units|unit"),
        (RosterSection.Groups, "khoi|cac khoi|nhom|danh sach khoi|groups|group"),
        (RosterSection.People, "can bo|danh sach can bo|nhan su|nguoi dung|people|person|persons|users"));

    public static RosterField? FieldOf(string header) => Find(Headers, header);

    /// <summary>The section a sheet's name or a cell of the section column names; the ending of a file's name does not count.</summary>
    public static RosterSection? SectionOf(string name)
    {
        foreach (var ending in (string[])[".csv", ".tsv", ".txt", ".xlsx"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) name = name[..^ending.Length];
        }

        return Find(Sections, name);
    }

    /// <summary>A column's letters: 0 is A, 26 is AA.</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + Letters(column % 26);

    private static T? Find<T>(Dictionary<string, T> words, string text)
        where T : struct => words.TryGetValue(NameText.Folded(text), out var value) ? value : null;

    private static Dictionary<string, T> Words<T>(params (T Value, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split('|').Select(word => (word, row.Value))).ToDictionary(StringComparer.Ordinal);
}
