namespace Directives.Core;

/// <summary>Whose rules of form an administrative document follows.</summary>
public enum ReportForm
{
    /// <summary>Nghị định 30/2020/NĐ-CP, Phụ lục I.</summary>
    State,

    /// <summary>Hướng dẫn 36-HD/VPTW of the Party's central office.</summary>
    Party,
}

/// <summary>An administrative document as a value: the parts that Điều 8 of Nghị định 30/2020/NĐ-CP names. How it is set is the writer's.</summary>
public sealed record ReportPage
{
    public required ReportForm Form { get; init; }

    /// <summary>The body directly above the issuer; null where none is written.</summary>
    public string? Superior { get; init; }

    public required string Issuer { get; init; }

    /// <summary>Number and notation with the room for what is filled in by hand: <c>Số:        /BC-ĐU</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Place and day: <c>Sông Mây, ngày 25 tháng 11 năm 2026</c>.</summary>
    public required string PlaceAndDay { get; init; }

    /// <summary>Tên loại: <c>BÁO CÁO</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Trích yếu.</summary>
    public required string Subject { get; init; }

    public required IReadOnlyList<ReportBlock> Body { get; init; }

    /// <summary>Nơi nhận, a line each without its dash.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Authority and post of whoever signs, a line each; the name is left to be filled in.</summary>
    public required IReadOnlyList<string> Signature { get; init; }
}

/// <summary>What stands in the text of a document, from top to bottom.</summary>
public abstract record ReportBlock
{
    private ReportBlock()
    {
    }

    public sealed record Heading(string Text) : ReportBlock;

    public sealed record Paragraph(string Text) : ReportBlock;

    /// <summary>A line that begins with a dash.</summary>
    public sealed record Item(string Text) : ReportBlock;

    public sealed record Table(IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock;
}

/// <param name="Share">Of the table's width, in relation to the other columns'.</param>
/// <param name="IsNumber">Its cells stand in the middle.</param>
public sealed record ReportColumn(string Heading, int Share, bool IsNumber = false);
