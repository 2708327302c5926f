using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>A sentence the bot is to say: a key of the text files and what goes in its braces. It becomes words in the reader's language.</summary>
public sealed record Phrase(string Key, params IReadOnlyList<(string Name, object Value)> Values)
{
    public static implicit operator Phrase(string key) => new(key);
}

/// <summary><c>việc 12 "title"</c>.</summary>
public sealed record TaskName(int No, string Title);

/// <summary><c>việc 12</c>, or several: <c>việc 5, việc 7</c>.</summary>
public sealed record TaskNumbers(IReadOnlyList<int> Numbers);

/// <summary>Bare numbers to choose from: <c>8 hoặc 12</c>.</summary>
public sealed record NumberChoice(IReadOnlyList<int> Numbers);

/// <summary>A day without its weekday, to fit a button: <c>15/01/2027</c>.</summary>
public sealed record ShortDate(DateOnly Day);

/// <summary>How long until a due day, or since: <c>còn 2 ngày</c>, <c>quá hạn 5 ngày</c>.</summary>
public sealed record Left(DateOnly Due);

/// <summary>How a result stands to its due day: <c>trước hạn 2 ngày</c>.</summary>
public sealed record Margin(DateOnly Due, DateOnly Done);

/// <summary>A span of days by the name people give it: <c>Tuần này</c>, <c>Tháng 11/2026</c>.</summary>
public sealed record PeriodName(Period Period);

/// <summary>A phrase that goes on within a sentence: in Vietnamese its first letter is small.</summary>
public sealed record InSentence(Phrase Phrase);

/// <summary>The days of a span, without a name: <c>16–22/11/2026</c>.</summary>
public sealed record DaySpan(DateOnly From, DateOnly To);

/// <summary>Names one after the other.</summary>
public sealed record Names(IReadOnlyList<string> Items);

/// <summary>A recurrence rule (RFC 5545) as people say it: <c>3 tháng một lần</c>.</summary>
public sealed record Rhythm(string Rule);

/// <summary>A year, written without separators.</summary>
public sealed record Year(int Value);
