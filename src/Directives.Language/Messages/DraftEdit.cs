using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>What a clerk says of one task of an open draft: what is null stays as it is.</summary>
public sealed record DraftEdit
{
    /// <summary>The task's place in the draft, from 1; null for the one that is shown.</summary>
    public int? Item { get; init; }

    public bool Drop { get; init; }

    /// <summary>Join this item to <see cref="Item"/>.</summary>
    public int? MergeWith { get; init; }

    /// <summary>Make a task of each part between semicolons.</summary>
    public bool Split { get; init; }

    /// <summary>The words of a task to add.</summary>
    public string? Add { get; init; }

    public IReadOnlyList<string>? Lead { get; init; }
    public IReadOnlyList<string>? Coordinating { get; init; }
    public DateOnly? Deadline { get; init; }
    public string? Text { get; init; }

    public bool IsChange => Lead is not null || Coordinating is not null || Deadline is not null || Text is not null;
}

/// <summary>Reads what a clerk says while looking through a draft: "việc 4 chủ trì Phòng Nội vụ, hạn 31/12", "bỏ nháp 3", "gộp 2 và 3".</summary>
public static class DraftEditReader
{
    private enum Field
    {
        Lead,
        Coordinating,
        Deadline,
        Text,
    }

    private static readonly (string Words, Field Field)[] Fields =
    [
        ("chu tri", Field.Lead), ("ai lam", Field.Lead), ("giao cho", Field.Lead), ("lead", Field.Lead),
        ("phoi hop voi", Field.Coordinating), ("phoi hop", Field.Coordinating), ("with", Field.Coordinating),
        ("thoi han", Field.Deadline), ("han chot", Field.Deadline), ("han", Field.Deadline), ("due", Field.Deadline), ("deadline", Field.Deadline),
        ("noi dung", Field.Text), ("sua thanh", Field.Text), ("text", Field.Text),
    ];

    /// <param name="today">The day in Vietnam; a date without a year is the next such one.</param>
    /// <returns>Null for anything that is no such remark.</returns>
    public static DraftEdit? Read(string text, DateOnly today)
    {
        var folded = VietnameseText.Fold(text);
        if ((After(folded, 0, "them viec") ?? After(folded, 0, "add task")) is { } add) return Added(text[add..]);

        var position = 0;
        var drop = Take(folded, ref position, "bo", "xoa", "drop");
        var merge = !drop && Take(folded, ref position, "gop", "merge");
        var split = !drop && !merge && Take(folded, ref position, "tach", "split");
        Take(folded, ref position, "viec", "nhap", "draft", "task");
        var item = Number(folded, ref position);
        if (merge)
        {
            Take(folded, ref position, "va", "voi", "and", ",");
            Take(folded, ref position, "viec", "nhap", "draft", "task");
            return item is not null && Number(folded, ref position) is { } other && IsEnd(folded, position) ? new DraftEdit { Item = item, MergeWith = other } : null;
        }

        if (drop || split) return IsEnd(folded, position) || After(folded, SkipBlanks(folded, position), "nay") is not null ? new DraftEdit { Item = item, Drop = drop, Split = split } : null;
        var edit = Change(text, folded, position, today);
        return edit is { IsChange: true } ? edit with { Item = item } : null;
    }

    private static DraftEdit? Added(string words)
    {
        var task = words.Trim(' ', ':', '.', '"');
        return task.Length > 0 ? new DraftEdit { Add = task } : null;
    }

    // Fields in any order, each until the next one.
    private static DraftEdit? Change(string text, string folded, int from, DateOnly today)
    {
        var edit = new DraftEdit();
        var at = SkipBlanks(folded, from);
        if (FieldAt(folded, at) is null) return null;
        while (FieldAt(folded, at) is { } field)
        {
            var start = field.To;
            var end = start;
            while (end < folded.Length && !(IsBorder(folded, end) && FieldAt(folded, SkipBlanks(folded, end)) is not null)) end++;
            // The words of a task may hold anything: they go on to the end.
            if (field.Kind == Field.Text) end = folded.Length;
            var value = text[start..end].Trim(' ', ',', ';', ':', '.', '"');
            if (value.Length == 0) return null;
            switch (field.Kind)
            {
                case Field.Lead:
                    edit = edit with { Lead = Names(value) };
                    break;
                case Field.Coordinating:
                    edit = edit with { Coordinating = Names(value) };
                    break;
                case Field.Text:
                    edit = edit with { Text = value };
                    break;
                default:
                    if (Deadline(value, today) is not { } deadline) return null;
                    edit = edit with { Deadline = deadline };
                    break;
            }

            at = SkipBlanks(folded, end);
        }

        return edit;
    }

    private static DateOnly? Deadline(string value, DateOnly today)
    {
        var dates = DateReader.Read(value, new DateContext(today, DatePurpose.Deadline));
        return dates is [var date] ? date.Deadline : null;
    }

    // "A, B và C": names of offices may hold an "và" of their own, so only commas and semicolons part them.
    private static string[] Names(string value) => [.. value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static (Field Kind, int To)? FieldAt(string folded, int at)
    {
        foreach (var (words, field) in Fields)
        {
            if (After(folded, at, words) is { } to) return (field, to);
        }

        return null;
    }

    private static bool IsBorder(string folded, int at) => folded[at] is ' ' or ',' or ';';

    private static int SkipBlanks(string folded, int at)
    {
        while (at < folded.Length && folded[at] is ' ' or ',' or ';' or ':' or '.') at++;
        return at;
    }

    private static bool IsEnd(string folded, int at) => SkipBlanks(folded, at) == folded.Length;

    private static bool Take(string folded, ref int position, params ReadOnlySpan<string> words)
    {
        var at = SkipBlanks(folded, position);
        foreach (var word in words)
        {
            if (After(folded, at, word) is not { } to) continue;
            position = to;
            return true;
        }

        return false;
    }

    private static int? Number(string folded, ref int position)
    {
        var at = SkipBlanks(folded, position);
        var end = at;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]) && end - at < 4) end++;
        if (end == at || (end < folded.Length && (char.IsLetterOrDigit(folded[end]) || folded[end] == '/'))) return null;
        position = end;
        return int.Parse(folded.AsSpan(at, end - at), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int? After(string folded, int at, string words)
    {
        if (!folded.AsSpan(at).StartsWith(words, StringComparison.Ordinal)) return null;
        var to = at + words.Length;
        return to == folded.Length || !char.IsLetterOrDigit(folded[to]) ? to : null;
    }
}
