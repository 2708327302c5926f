namespace Directives.Core;

/// <summary>What a column of a sheet of tasks holds.</summary>
internal enum TaskColumn
{
    Number,
    Text,
    Directing,
    Lead,
    Coordinating,
    Audience,
    ReportTo,
    Kind,
    Deadline,
    Time,
    Start,
    Recurrence,
    Targets,
    Section,
    Quote,
}

/// <summary>What stands of the directive above a sheet of tasks.</summary>
internal enum HeadField
{
    Kind,
    Number,
    Issuer,
    Title,
    Issued,
    Signer,
    Recipients,

    /// <summary>Which draft it is, where the directive has no number or day to know it by.</summary>
    Draft,
}

/// <summary>The words that head the columns, and those before the directive's own data: written as they are here, read however they are typed.</summary>
internal static class TaskColumns
{
    public const string SheetName = "Nhiệm vụ";

    private static readonly Dictionary<TaskColumn, string> Headings = new()
    {
        [TaskColumn.Number] = "Số việc",
        [TaskColumn.Text] = "Nội dung nhiệm vụ",
        [TaskColumn.Directing] = "Cơ quan chỉ đạo",
        [TaskColumn.Lead] = "Chủ trì",
        [TaskColumn.Coordinating] = "Phối hợp",
        [TaskColumn.Audience] = "Đối tượng",
        [TaskColumn.ReportTo] = "Báo cáo về",
        [TaskColumn.Kind] = "Loại",
        [TaskColumn.Deadline] = "Thời hạn",
        [TaskColumn.Time] = "Giờ",
        [TaskColumn.Start] = "Bắt đầu",
        [TaskColumn.Recurrence] = "Định kỳ",
        [TaskColumn.Targets] = "Chỉ tiêu",
        [TaskColumn.Section] = "Mục",
        [TaskColumn.Quote] = "Căn cứ (câu gốc)",
    };

    private static readonly Dictionary<HeadField, string> Labels = new()
    {
        [HeadField.Kind] = "Loại văn bản",
        [HeadField.Number] = "Số, ký hiệu",
        [HeadField.Issuer] = "Cơ quan ban hành",
        [HeadField.Title] = "Trích yếu",
        [HeadField.Issued] = "Ngày ban hành",
        [HeadField.Signer] = "Người ký",
        [HeadField.Recipients] = "Nơi nhận",
        [HeadField.Draft] = "Mã dự thảo",
    };

    private static readonly Dictionary<string, TaskColumn> ByHeading = Headings.ToDictionary(heading => NameText.Folded(heading.Value), heading => heading.Key, StringComparer.Ordinal);

    private static readonly Dictionary<string, HeadField> ByLabel = Labels.ToDictionary(label => NameText.Folded(label.Value), label => label.Key, StringComparer.Ordinal);

    public static string Heading(TaskColumn column) => Headings[column];

    public static string Label(HeadField field) => Labels[field] + ":";

    public static TaskColumn? ColumnOf(string heading) => ByHeading.TryGetValue(NameText.Folded(heading), out var column) ? column : null;

    public static HeadField? FieldOf(string label) => ByLabel.TryGetValue(NameText.Folded(label), out var field) ? field : null;
}
