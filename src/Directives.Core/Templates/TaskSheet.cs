using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>A task as a row of a sheet has it. What the sheet has no column for is null in whole, and stays what it is.</summary>
internal sealed record SheetTask
{
    /// <summary>Null for a task that is to be added.</summary>
    public int? Number { get; init; }

    public required string Text { get; init; }
    public IReadOnlyList<string>? Directing { get; init; }
    public IReadOnlyList<string>? Lead { get; init; }
    public IReadOnlyList<string>? Coordinating { get; init; }
    public IReadOnlyList<string>? Audience { get; init; }
    public IReadOnlyList<string>? ReportTo { get; init; }

    /// <summary>Null where the cell is empty too.</summary>
    public TaskKind? Kind { get; init; }

    public (DateOnly? Day, bool IsThere) Deadline { get; init; }
    public (TimeOnly? Time, bool IsThere) Time { get; init; }
    public (DateOnly? Day, bool IsThere) Start { get; init; }
    public (string? Rule, bool IsThere) Recurrence { get; init; }
    public IReadOnlyList<Target>? Targets { get; init; }
    public (string? Text, bool IsThere) Section { get; init; }
    public (string? Text, bool IsThere) Quote { get; init; }
}

/// <summary>A sheet of tasks as <see cref="TaskTemplate"/> writes it and a clerk changes it: what is in it, or what is wrong with it.</summary>
internal sealed class TaskSheet
{
    // The lines above the headings, and a few that a clerk may put there.
    private const int RowsSearchedForHeader = 40;

    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private readonly List<SheetTask> _tasks = [];
    private readonly List<SheetError> _errors = [];
    private readonly List<string> _ignored = [];
    private readonly Dictionary<HeadField, string> _head = [];
    private readonly string _sheet;

    private TaskSheet(string sheet) => _sheet = sheet;

    public IReadOnlyList<SheetTask> Tasks => _tasks;

    public IReadOnlyList<SheetError> Errors => _errors;

    /// <summary>Headings that nothing is taken from.</summary>
    public IReadOnlyList<string> Ignored => _ignored;

    public DirectiveHead Head { get; private set; } = new();

    /// <summary>The draft that it says it is of.</summary>
    public string? DraftId => _head.TryGetValue(HeadField.Draft, out var id) ? id : null;

    /// <returns>Null for a file that is no such sheet, but a roster or a table of another form.</returns>
    public static TaskSheet? Of(IReadOnlyList<SheetRow> rows)
    {
        foreach (var sheet in rows.GroupBy(row => row.Sheet, StringComparer.Ordinal))
        {
            var all = sheet.ToList();
            var header = all.Take(RowsSearchedForHeader).ToList().FindIndex(IsHeader);
            if (header >= 0) return new TaskSheet(sheet.Key).Read(all, header);
        }

        return null;
    }

    private static bool IsHeader(SheetRow row)
    {
        var columns = row.Cells.Select(TaskColumns.ColumnOf).OfType<TaskColumn>().ToHashSet();
        return columns.Contains(TaskColumn.Number) && columns.Contains(TaskColumn.Text);
    }

    private TaskSheet Read(List<SheetRow> rows, int header)
    {
        foreach (var row in rows.Take(header)) ReadHead(row);
        var inHead = _errors.Count;
        var columns = new Dictionary<TaskColumn, int>();
        var headings = rows[header];
        for (var i = 0; i < headings.Cells.Count; i++)
        {
            if (headings.Cells[i].Length == 0) continue;
            if (TaskColumns.ColumnOf(headings.Cells[i]) is not { } column) _ignored.Add(NameText.Tidy(headings.Cells[i]));
            else if (!columns.TryAdd(column, i)) AddError(headings.Row, i, $"cột \"{TaskColumns.Heading(column)}\" có hai lần.", $"the column \"{TaskColumns.Heading(column)}\" is there twice.");
        }

        // Under a heading that is wrong every row would only repeat that.
        if (_errors.Count > inHead) return this;
        var seen = new Dictionary<int, int>();
        foreach (var row in rows.Skip(header + 1)) ReadTask(new Cells(this, row, columns), seen);
        if (_tasks.Count == 0 && _errors.Count == 0) AddError(headings.Row, null, "dưới dòng tiêu đề chưa có việc nào.", "there is no task under the headings.");
        return this;
    }

    private void ReadHead(SheetRow row)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (TaskColumns.FieldOf(row.Cells[i]) is not { } field || _head.ContainsKey(field)) continue;
            var at = i + 1;
            while (at < row.Cells.Count && row.Cells[at].Length == 0) at++;
            if (at >= row.Cells.Count || TaskColumns.FieldOf(row.Cells[at]) is not null) continue;
            _head[field] = NameText.Tidy(row.Cells[at]);
            if (field == HeadField.Issued && TaskCells.Day(row.Cells[at]) is null)
            {
                AddError(row.Row, at, $"\"{row.Cells[at]}\" không phải là ngày/tháng/năm.", $"\"{row.Cells[at]}\" is no day/month/year.");
            }

            if (field == HeadField.Recipients) _head[field] = row.Cells[at];
            i = at;
        }

        Head = new DirectiveHead
        {
            Kind = _head.GetValueOrDefault(HeadField.Kind),
            Number = _head.GetValueOrDefault(HeadField.Number),
            Title = _head.GetValueOrDefault(HeadField.Title),
            Issuer = _head.GetValueOrDefault(HeadField.Issuer),
            Issued = _head.TryGetValue(HeadField.Issued, out var issued) ? TaskCells.Day(issued)?.Day : null,
            Signer = _head.GetValueOrDefault(HeadField.Signer),
            Recipients = TaskCells.List(_head.GetValueOrDefault(HeadField.Recipients) ?? ""),
        };
    }

    private void ReadTask(Cells cells, Dictionary<int, int> seen)
    {
        // A row that holds nothing but its number has been emptied.
        if (cells.AreEmpty) return;
        var errors = _errors.Count;
        var number = cells.Read(TaskColumn.Number, TaskCells.Number, "không phải là số việc: số nguyên từ 1, hoặc để trống.", "is no task number: a whole number from 1, or nothing.");
        if (number is { } known && !seen.TryAdd(known, cells.Row))
        {
            cells.AddError(TaskColumn.Number, $"số việc {known} đã có ở dòng {seen[known]}.", $"the task number {known} is in row {seen[known]} already.");
        }

        var text = cells.Words(TaskColumn.Text).Text;
        if (text is null) cells.AddError(TaskColumn.Text, "thiếu nội dung nhiệm vụ.", "the task's text is missing.");
        const string NoDay = "không phải là ngày/tháng/năm, như 31/12/2026.";
        const string NoDayEnglish = "is no day/month/year, such as 31/12/2026.";
        var deadline = cells.Read(TaskColumn.Deadline, TaskCells.Day, NoDay, NoDayEnglish);
        var start = cells.Read(TaskColumn.Start, TaskCells.Day, NoDay, NoDayEnglish);
        var time = cells.Read(TaskColumn.Time, TaskCells.Time, "không phải là giờ, như 16:00 hoặc 16h30.", "is no time, such as 16:00.");
        CheckYear(TaskColumn.Deadline, deadline?.Day);
        CheckYear(TaskColumn.Start, start?.Day);
        if (deadline?.Time is { } both)
        {
            if (time is { } other && other != both) cells.AddError(TaskColumn.Time, "giờ khác với giờ ghi trong ô Thời hạn.", "the time is another than the one in the cell of the deadline.");
            time ??= both;
        }

        var task = new SheetTask
        {
            Number = number,
            Text = text ?? "",
            Directing = cells.List(TaskColumn.Directing),
            Lead = cells.List(TaskColumn.Lead),
            Coordinating = cells.List(TaskColumn.Coordinating),
            Audience = cells.List(TaskColumn.Audience),
            ReportTo = cells.List(TaskColumn.ReportTo),
            Kind = cells.Read(TaskColumn.Kind, TaskCells.Kind, $"không phải là một trong: {string.Join(", ", TaskCells.Kinds)}.", $"is none of: {string.Join(", ", TaskCells.Kinds)}."),
            Deadline = (deadline?.Day, cells.Has(TaskColumn.Deadline)),
            Time = (time, cells.Has(TaskColumn.Time) || time is not null),
            Start = (start?.Day, cells.Has(TaskColumn.Start)),
            Recurrence = (
                cells.ReadWords(TaskColumn.Recurrence, RecurrenceText.Read, "không hiểu là bao lâu một lần: ghi như hằng tháng; ngày 25 hằng tháng; 3 tháng một lần.", "is no rhythm, such as hằng tháng or FREQ=MONTHLY."),
                cells.Has(TaskColumn.Recurrence)),
            Targets = cells.Has(TaskColumn.Targets)
                ? cells.ReadWords(TaskColumn.Targets, TaskCells.Targets, "không phải là chỉ tiêu: mỗi dòng ghi như trường đạt chuẩn: 12/15.", "is no list of figures, such as schools up to standard: 12/15.") ?? []
                : null,
            Section = cells.Words(TaskColumn.Section),
            Quote = cells.Words(TaskColumn.Quote),
        };
        if (_errors.Count == errors) _tasks.Add(task);

        // A slip of the finger, such as 2206: a day that far off is nobody's deadline.
        void CheckYear(TaskColumn column, DateOnly? day)
        {
            if (day is { Year: < FirstYear or > LastYear }) cells.AddError(column, $"năm {day.Value.Year} không dùng được: từ {FirstYear} đến {LastYear}.", $"the year {day.Value.Year} is not between {FirstYear} and {LastYear}.");
        }
    }

    private void AddError(int row, int? column, string vietnamese, string english) =>
        _errors.Add(new SheetError(_sheet, row, column is { } at ? SheetRow.ColumnLetters(at) : "", vietnamese, english));

    /// <summary>One row's cells under their headings.</summary>
    private sealed class Cells(TaskSheet sheet, SheetRow row, Dictionary<TaskColumn, int> columns)
    {
        private const int QuotedCharacters = 60;

        public int Row => row.Row;

        public bool AreEmpty => columns.All(column => column.Key == TaskColumn.Number || Raw(column.Key).Length == 0);

        public bool Has(TaskColumn column) => columns.ContainsKey(column);

        public (string? Text, bool IsThere) Words(TaskColumn column) =>
            (NameText.Tidy(Raw(column)) is { Length: > 0 } text ? text : null, Has(column));

        public IReadOnlyList<string>? List(TaskColumn column) => Has(column) ? TaskCells.List(Raw(column)) : null;

        public T? Read<T>(TaskColumn column, Func<string, T?> read, string vietnamese, string english)
            where T : struct
        {
            if (Raw(column) is not { Length: > 0 } text) return null;
            var value = read(text);
            if (value is null) AddError(column, $"\"{Quoted(text)}\" {vietnamese}", $"\"{Quoted(text)}\" {english}");
            return value;
        }

        public T? ReadWords<T>(TaskColumn column, Func<string, T?> read, string vietnamese, string english)
            where T : class
        {
            if (Raw(column) is not { Length: > 0 } text) return null;
            var value = read(text);
            if (value is null) AddError(column, $"\"{Quoted(text)}\" {vietnamese}", $"\"{Quoted(text)}\" {english}");
            return value;
        }

        public void AddError(TaskColumn column, string vietnamese, string english) => sheet.AddError(row.Row, columns[column], vietnamese, english);

        private string Raw(TaskColumn column) => columns.TryGetValue(column, out var at) && at < row.Cells.Count ? row.Cells[at].Trim() : "";

        private static string Quoted(string text) => NameText.Tidy(text) is var tidy && tidy.Length > QuotedCharacters ? tidy[..QuotedCharacters] + "…" : tidy;
    }
}
