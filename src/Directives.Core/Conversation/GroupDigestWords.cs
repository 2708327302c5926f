using System.Text.RegularExpressions;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// Reads "gửi tổng hợp vào kênh này 7h sáng thứ hai hằng tuần", "thôi gửi tổng hợp vào nhóm này", "những kênh nào nhận tổng hợp". When it is to come is read
/// as in "gửi tổng hợp cho tôi ...".
/// </summary>
internal static partial class GroupDigestWords
{
    private const string ToMe = " cho tôi ";

    /// <returns>Null for anything else.</returns>
    public static Command? Read(string text, Turn turn, MessageReader reader)
    {
        var words = VietnameseText.Fold(text);
        if (!Digest().IsMatch(words)) return null;
        if (Listing().IsMatch(words)) return Command.At(Step.ListGroupDigests);
        if (Place().Match(words) is not { Success: true } place) return null;
        // "Đúng 7h" is no "dừng".
        var rest = (text[..place.Index] + ToMe + text[(place.Index + place.Length)..]).Replace("đúng", "lúc", StringComparison.OrdinalIgnoreCase);
        var naming = Naming().Match(VietnameseText.Fold(rest));
        if (naming.Success) rest = rest.Remove(naming.Index, naming.Length);
        var folded = VietnameseText.Fold(rest);
        if (Asking().IsMatch(folded)) return Command.At(Step.ListGroupDigests);
        if (Stopping().IsMatch(folded)) return Command.At(Step.StopGroupDigest);
        if (!Sending().IsMatch(folded)) return null;
        rest = Request().Replace(rest, "");
        var frame = reader.Read(rest, turn.Now, (SenderRole)turn.Sender.Role);
        var slots = frame is { Intent: Intent.SetDigest, Also.Count: 0, Slots.Enabled: true } ? frame.Slots
            // Without a word of when, it comes when such digests come.
            : !When().IsMatch(folded) ? new Slots { Enabled = true }
            : new Slots();
        return Command.At(Step.SendGroupDigest) with { Slots = slots, NamesUnits = naming.Success && !naming.Groups["not"].Success };
    }

    [GeneratedRegex(@"\b(?:tong hop|ban tin|tom tat|digests?|summary|summaries)\b")]
    private static partial Regex Digest();

    [GeneratedRegex(
        @"\s*\b(?:(?:vao|len|cho|trong|o|toi|den|ra|cua|tai) (?:kenh|nhom|doan chat)(?: chat)? (?:nay|day)|vao day"
        + @"|(?:into|in|to|on) (?:this|the|our) (?:team |group )?(?:channel|group|chat|team)(?: chat)?)\b")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(?:kenh|nhom)(?: chat)? nao\b|\b(?:which|what) (?:channels?|groups?|chats?)\b")]
    private static partial Regex Listing();

    [GeneratedRegex(
        @"\b(?<not>khong |ko |dung |without )?(?:kem|neu|co|with|name|naming)(?: theo| ca| ro| the)*(?: ten| danh sach| names of| unit names| school names)"
        + @"(?: cac| nhung| the| late)*(?: don vi| truong| units| schools)?(?: qua han| tre han| cham| tre)?")]
    private static partial Regex Naming();

    [GeneratedRegex(
        @"^\s*(?:may gio|bao gio|khi nao|when|is|are|does|do you|co (?:dang )?gui|co (?:dang )?nhan)\b"
        + @"|(?<!duoc )(?<!dc )\b(?:khong|ko|chua)\s*(?:a|em|the|vay|nhi)?\s*[?.]*\s*$|\b(?:may gio|bao gio|khi nao)\s*[?.]*\s*$")]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"\b(?:thoi|dung(?! \d)|ngung|khong|ko|k|tat|huy|bo|stop|don'?t|do not|cancel|turn off|no longer|no more)\s+(?:[\w']+\s+){0,3}?"
        + @"(?:gui|nhan|dang|can|tong hop|ban tin|tom tat|send|sending|post|posting|digest|summary)\b")]
    private static partial Regex Stopping();

    [GeneratedRegex(@"\b(?:gui|nhan|dang|bat|dat|post|send|put|publish|turn on)\b")]
    private static partial Regex Sending();

    [GeneratedRegex(@"\s*(?:được|duoc|dc|đc)\s+(?:không|khong|ko)\b(?:\s*(?:ạ|a|em|nhỉ))?\s*[?.]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(
        @"\d|\b(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|sang|chieu|trua|toi mai|mai|ngay|hom|tuan|thang|quy|bay gio|luon"
        + @"|now|today|tomorrow|daily|weekly|monthly|every|monday|tuesday|wednesday|thursday|friday)\b")]
    private static partial Regex When();
}
