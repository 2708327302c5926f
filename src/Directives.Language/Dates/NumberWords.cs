using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Numbers as digits or in words, Vietnamese and English, and Roman numerals.</summary>
internal static class NumberWords
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private static readonly string[] English =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    ];

    private const int LongestRoman = 4;

    private static readonly string[] Roman = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <summary>Reads a whole number from 0 to 9999 that begins at a token.</summary>
    internal static bool TryRead(TokenList tokens, int at, out int value, out int next)
    {
        (value, next) = (0, at);
        var token = tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            if (token.Value < 0 || token.Length > 4) return false;
            (value, next) = (token.Value, at + 1);
            return true;
        }

        return token.Kind == TokenKind.Word && (TryVietnamese(tokens, at, out value, out next) || TryEnglish(tokens, at, out value, out next));
    }

    /// <summary>
    /// Reads a number as it is said aloud where nothing but a number can stand: besides those of <see cref="TryRead"/> hundreds
    /// (<c>một trăm sáu hai</c>, <c>a hundred and five</c>), digits one by one (<c>hai bảy</c>) and <c>twenty-one</c>.
    /// </summary>
    internal static bool TrySpoken(TokenList tokens, int at, out int value, out int next)
    {
        if (tokens[at].Kind != TokenKind.Word) return TryRead(tokens, at, out value, out next);
        if (TryBelowHundred(tokens, at, out value, out next))
        {
            if (!tokens[next].Is("trăm") || value > 9) return true;
            value *= 100;
            next++;
            var isTens = !tokens[next].IsAny("linh", "lẻ");
            if (!isTens) next++;
            else if (tokens[next].Is("rưỡi")) (value, next) = (value + 50, next + 1);
            if (!isTens && TryUnit(tokens[next], out var odd)) (value, next) = (value + odd, next + 1);
            else if (TryBelowHundred(tokens, next, out var rest, out var end)) (value, next) = (value + (isTens && end == next + 1 && rest < 10 ? rest * 10 : rest), end);
            return true;
        }

        return TrySpokenEnglish(tokens, at, out value, out next);
    }

    /// <summary>1 to 99, the tens also left out: <c>hai mươi bảy</c>, <c>hai bảy</c>, <c>hăm bảy</c>.</summary>
    private static bool TryBelowHundred(TokenList tokens, int at, out int value, out int next)
    {
        if (tokens[at].Text == "sau" && tokens[at + 1].Text is not "nam" && TryUnit(tokens[at + 1], out var odd))
        {
            (value, next) = (60 + odd, at + 2);
            return true;
        }

        if (!TryVietnamese(tokens, at, out value, out next)) return false;
        if (value < 10 && next == at + 1 && !tokens[next].Is("năm") && TryUnit(tokens[next], out var unit) && !tokens[next + 1].IsAny("trăm", "mươi")) (value, next) = ((value * 10) + unit, next + 1);
        return true;
    }

    private static bool TrySpokenEnglish(TokenList tokens, int at, out int value, out int next)
    {
        next = at;
        var hundreds = 0;
        if (tokens[at + 1].Text == "hundred" && (tokens[at].Text is "a" or "one" || Array.IndexOf(English, tokens[at].Text) is > 0 and < 10))
        {
            hundreds = Math.Max(Array.IndexOf(English, tokens[at].Text), 1) * 100;
            next = tokens[at + 2].Text == "and" ? at + 3 : at + 2;
        }

        value = Array.IndexOf(English, tokens[next].Text);
        if (value <= 0 && Array.IndexOf(EnglishTens, tokens[next].Text) is > 0 and var tens) value = tens * 10;
        if (value > 0) next++;
        var unitAt = tokens[next].IsSign('-') ? next + 1 : next;
        if (value is >= 20 and < 100 && Array.IndexOf(English, tokens[unitAt].Text) is > 0 and < 10 and var unit) (value, next) = (value + unit, unitAt + 1);
        value = Math.Max(value, 0) + hundreds;
        return value > 0;
    }

    /// <summary>I to XII, in capitals or not; the caller makes sure that a number is due here.</summary>
    internal static bool TryRoman(TokenList tokens, int at, out int value)
    {
        var token = tokens[at];
        value = -1;
        if (token.Kind != TokenKind.Word || token.Length > LongestRoman) return false;

        // As typed: "III" is no "i" held down too long.
        var typed = tokens.Text.AsSpan(token.From, token.Length);
        for (var number = 1; number < Roman.Length; number++)
        {
            if (typed.Equals(Roman[number], StringComparison.OrdinalIgnoreCase)) value = number;
        }

        return value > 0;
    }

    internal static bool TryOrdinal(Token token, out int value)
    {
        value = token.Kind == TokenKind.Word ? Array.IndexOf(Ordinals, token.Text) : -1;
        return value > 0;
    }

    /// <summary>One digit in words; <c>sau</c> without diacritics is not taken for six: mostly it means "after".</summary>
    internal static bool TryDigit(Token token, out int value)
    {
        value = -1;
        if (token.Kind != TokenKind.Word || token.Text.Length > 4) return false;
        for (var digit = 1; digit <= 9; digit++)
        {
            if (digit != 6 ? token.Is(Digits[digit]) : token.Text == "sáu") value = digit;
        }

        if (value < 0 && token.Is("bẩy")) value = 7;
        return value > 0;
    }

    private static bool TryVietnamese(TokenList tokens, int at, out int value, out int next)
    {
        (value, next) = (0, at);
        var first = tokens[at];
        if (first.Is("mười"))
        {
            value = 10;
            next = at + 1;
            if (TryUnit(tokens[next], out var unit)) (value, next) = (10 + unit, next + 1);
            return true;
        }

        if (first.Is("hăm") && TryUnit(tokens[at + 1], out var twenty))
        {
            (value, next) = (20 + twenty, at + 2);
            return true;
        }

        var isSix = first.Is("sau") && tokens[at + 1].IsAny("mươi", "mười");
        if (!TryDigit(first, out value) && !isSix) return false;
        if (isSix) value = 6;
        next = at + 1;
        if (tokens[next].IsAny("mươi", "mười", "chục"))
        {
            value *= 10;
            next++;
            if (TryUnit(tokens[next], out var unit)) (value, next) = (value + unit, next + 1);
        }
        else if (value is 2 or 3 && (tokens[next].Text is "mốt" or "lăm" or "nhăm" || (tokens[next].Text is "mot" or "lam" or "nham" && tokens[next + 1].Is("tháng") && tokens[at - 1].Is("ngày")))
            && TryUnit(tokens[next], out var unit))
        {
            (value, next) = ((value * 10) + unit, next + 1);
        }

        return true;
    }

    private static bool TryUnit(Token token, out int value)
    {
        value = token.IsAny("mốt", "một") ? 1 : token.IsAny("lăm", "nhăm", "năm") ? 5 : token.Is("tư") ? 4 : -1;
        return value > 0 || (token.Text != "sáu" ? TryDigit(token, out value) : (value = 6) > 0);
    }

    private static bool TryEnglish(TokenList tokens, int at, out int value, out int next)
    {
        next = at + 1;
        if (!TryEnglishWord(tokens[at], out value) && tokens[at].Text is "a" or "an") value = 1;

        // "ten" and "six" are also Vietnamese words without their marks; only before an English word for time are they numbers.
        return value > 0 && tokens[next].Text is "day" or "days" or "week" or "weeks" or "month" or "months" or "year" or "years" or "quarter"
            or "quarters" or "hour" or "hours" or "working" or "business" or "school" or "more" or "extra" or "additional";
    }

    internal static bool TryEnglishWord(Token token, out int value)
    {
        value = Array.IndexOf(English, token.Text);
        return value > 0;
    }
}
