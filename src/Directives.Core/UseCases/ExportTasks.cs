using System.Globalization;

namespace Directives.Core;

/// <summary>A spreadsheet of tasks, and what to call it.</summary>
public sealed record TasksFile(string Name, byte[] Content, int Tasks);

/// <summary>The tasks of a directive as a spreadsheet that <see cref="ImportTasks"/> takes back; or an empty one to fill in.</summary>
public sealed class ExportTasks(DirectiveTable directives, RosterTable rosters, IWorkbookWriter writer, TimeProvider time)
{
    /// <summary>The directives that somebody means, by number or by words; the newest first.</summary>
    /// <param name="isDraft">Of drafts only, or only of what is published; null for both.</param>
    public async Task<IReadOnlyList<Directive>> FindAsync(string words, bool? isDraft, CancellationToken cancellationToken)
    {
        Directive[] all =
        [
            .. (await directives.ListAsync(cancellationToken))
                .Where(directive => isDraft is null || isDraft == (directive.Stage == DirectiveStage.Draft))
                .OrderByDescending(directive => directive.ImportedAt),
        ];
        var named = NameText.Folded(words);
        if (named.Length == 0) return all;
        Directive[] exact = [.. all.Where(directive => directive.Id == words || NameText.Folded(directive.Head.Number ?? "") == named || NameText.Folded(directive.Label) == named)];
        if (exact.Length > 0) return exact;
        var wanted = named.Split(' ');
        // "Thông báo 123": the number without the letters after it.
        if (wanted.FirstOrDefault(word => word.All(char.IsAsciiDigit)) is { } number)
        {
            Directive[] numbered = [.. all.Where(directive => NumberOf(directive) == Plain(number))];
            Directive[] fitting = [.. numbered.Where(directive => wanted.All(word => word == number || About(directive).Contains(word)))];
            // Or a number within the title: another number is another directive.
            return fitting.Length > 0 ? fitting
                : TaskFinder.Best([.. all.Where(directive => About(directive).Contains(number))], words, directive => $"{directive.Label} {directive.Head.Title}", _ => "");
        }

        return TaskFinder.Best(all, words, directive => $"{directive.Label} {directive.Head.Title}", directive => directive.Head.Issuer ?? "");
    }

    public async Task<TasksFile> HandleAsync(Directive directive, CancellationToken cancellationToken)
    {
        var tasks = directive.Stage == DirectiveStage.Draft
            ? await directives.DraftAsync(directive.Id, cancellationToken)
            : await directives.TasksAsync(directive.Id, cancellationToken);
        return new TasksFile(NameOf(directive.Label), await WriteAsync(directive, tasks, cancellationToken), tasks.Count);
    }

    public async Task<TasksFile> EmptyAsync(CancellationToken cancellationToken) =>
        new(NameOf("Mẫu nhập nhiệm vụ"), await WriteAsync(null, [], cancellationToken), 0);

    private async Task<byte[]> WriteAsync(Directive? directive, IReadOnlyList<DirectiveTask> tasks, CancellationToken cancellationToken) =>
        writer.Write(TaskTemplate.Of(directive, tasks, await rosters.LoadAsync(cancellationToken), time.Today()));

    private static string NameOf(string label) => FileName.Shown(label.Replace('/', '-').Replace('\\', '-') + ".xlsx");

    private static string? NumberOf(Directive directive) =>
        directive.Head.Number is { } number && string.Concat(number.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)) is { Length: > 0 } digits ? Plain(digits) : null;

    // 05 is 5.
    private static string Plain(string digits) => digits.TrimStart('0') is { Length: > 0 } plain ? plain : 0.ToString(CultureInfo.InvariantCulture);

    private static HashSet<string> About(Directive directive) =>
        [.. NameText.Folded($"{directive.Label} {directive.Head.Title} {directive.Head.Issuer}").Split(' ')];
}
