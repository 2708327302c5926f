using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// A report that names no task is taken for the one just shown only where it says nothing else: in "đã nộp báo cáo tháng 11 rồi" some other task may be
/// named by words that the reader does not know for a name.
/// </summary>
internal static class ImpliedTask
{
    // What a report of "việc đó" may consist of besides the task's own words: whatever is not here might name something.
    private static readonly HashSet<string> ReportWords =
    [
        .. """
        viec nhiem vu task cai do nay kia ay no vua tren em e chi anh co thay toi minh ben truong don vi phong a ah ak oi nhe nha nhi nhen ne day roi r da dang duoc dc
        xong hoan thanh nop gui lam bao cao bc thuc hien trien khai trinh ghi lai sua cap nhat giup ho voi cho la ma thi va cung moi so tien khoang gan het ca toan bo
        hom qua sang chieu toi trua luc ok oke okie vang u um nhu phan tram
        it is this that the one now just has been have we i i've already done finished completed complete submitted sent percent at thanks please mark as
        """.Split((char[]?)[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <param name="text">The message.</param>
    /// <param name="hasShare">It reports a share, whose figures are no name.</param>
    public static bool MayNameAnother(string text, Assignment task, bool hasShare)
    {
        var own = Words($"{task.Title} {task.Text}").ToHashSet(StringComparer.Ordinal);
        return Words(text).Any(word => !ReportWords.Contains(word) && !own.Contains(word) && !(hasShare && char.IsAsciiDigit(word[0])));
    }

    private static string[] Words(string text) =>
        string.Concat(VietnameseText.Fold(VietnameseText.Compose(text)).Select(c => char.IsLetterOrDigit(c) || c == '\'' ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
