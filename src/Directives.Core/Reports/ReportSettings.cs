using Directives.Language.Text;

namespace Directives.Core;

/// <summary>What the body's documents have in their head and foot (configuration <c>Report</c>). What is not set is left to be filled in by hand.</summary>
public sealed record ReportSettings
{
    private const string Blank = "…………";

    // What the Party's committees are called; a people's committee begins with "ủy ban".
    private static readonly string[] Committees = ["dang uy", "dang bo", "chi bo", "thanh uy", "tinh uy", "quan uy", "huyen uy", "xa uy", "phuong uy"];

    /// <summary>Null to go by the body's name.</summary>
    public ReportForm? Form { get; init; }

    /// <summary>The body directly above, such as <c>UBND thành phố Hà Nội</c>.</summary>
    public string? Superior { get; init; }

    /// <summary>Địa danh, such as <c>Sông Mây</c>.</summary>
    public string? Place { get; init; }

    /// <summary>The body's letters in its numbers: <c>UBND</c> in <c>12/BC-UBND</c>.</summary>
    public string? Notation { get; init; }

    /// <summary>Authority and post of whoever signs, a line each: <c>T/M BAN THƯỜNG VỤ</c>, <c>BÍ THƯ</c>.</summary>
    public IReadOnlyList<string> Signature { get; init; } = [];

    /// <summary>Nơi nhận.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public ReportForm FormOf(string body)
    {
        if (Form is { } known) return known;
        var name = VietnameseText.Fold(VietnameseText.Compose(body)).Trim();
        return Array.Exists(Committees, committee => name.StartsWith(committee, StringComparison.Ordinal)) ? ReportForm.Party : ReportForm.State;
    }

    internal string NumberOf(string body) =>
        FormOf(body) == ReportForm.Party ? $"Số          -BC/{Filled(Notation)}" : $"Số:          /BC-{Filled(Notation)}";

    /// <summary>A day before the 10th and the months January and February have a zero before them, so that nothing can be put there (Nghị định 30/2020/NĐ-CP).</summary>
    internal string PlaceAndDay(DateOnly day) =>
        FormattableString.Invariant($"{Filled(Place)}, ngày {day.Day:00} tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}");

    internal IReadOnlyList<string> SignatureOf(string body) =>
        Signature.Count > 0 ? Signature : [FormOf(body) == ReportForm.Party ? $"T/M {Blank}" : $"TM. {Blank}", Blank];

    internal IReadOnlyList<string> RecipientsOf(string body) =>
        Recipients.Count > 0 ? Recipients : [Blank, FormOf(body) == ReportForm.Party ? "Lưu Văn phòng" : "Lưu: VT"];

    private static string Filled(string? set) => string.IsNullOrWhiteSpace(set) ? Blank : set;
}
