using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Document numbers (<c>15/2018/TT-BGDĐT</c>, <c>128-TB/QU</c>) and other figures that look like dates and are none.</summary>
internal static class DocumentNumbers
{
    /// <summary>The end (exclusive) of a document number that begins at the token, or -1.</summary>
    internal static int End(TokenList tokens, int at)
    {
        if (tokens[at].Kind != TokenKind.Number) return -1;
        var next = at + 1;
        if (IsJoint(tokens, next) && tokens[next + 1].Kind == TokenKind.Number && tokens[next + 1].Length == 4) next += 2;
        if (!IsJoint(tokens, next)) return -1;
        var code = tokens[next + 1];
        if (code.Kind != TokenKind.Word || !code.IsGlued || !IsCode(tokens, next + 1)) return -1;
        next += 2;
        while (IsJoint(tokens, next) && tokens[next + 1] is { IsGlued: true, Kind: TokenKind.Word or TokenKind.Number }) next += 2;
        return next;
    }

    private static bool IsJoint(TokenList tokens, int at) =>
        tokens[at].IsGlued && (tokens[at].IsSign('/') || tokens[at].IsSign('-') || tokens[at].IsSign('&')) && tokens[at + 1].IsGlued;

    /// <summary>Capitals, or a code joined to a further part (<c>128-tb/qu</c>); not the unit of a rate (<c>1/tháng</c>).</summary>
    private static bool IsCode(TokenList tokens, int at)
    {
        var code = tokens[at];
        if (code.Length > 8 || code.IsAny("tháng", "tuần", "năm") || code.IsAny("lần", "quý", "ngày")) return false;
        if (code.Text is "day" or "days" or "week" or "weeks" or "month" or "months") return false;
        return (code.IsUpper && code.Length >= 2) || IsJoint(tokens, at + 1);
    }
}
