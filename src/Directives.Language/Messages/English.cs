using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Tells the two languages of the messages apart.</summary>
internal static class English
{
    /// <summary>Common words that are not also Vietnamese syllables without their marks.</summary>
    private static readonly HashSet<string> Words =
    [
        "the", "is", "are", "was", "what", "what's", "when", "when's", "which", "who", "who's", "how", "how's", "why", "where", "task", "tasks", "due", "this", "that", "week", "month",
        "my", "me", "please", "of", "to", "for", "by", "on", "and", "with", "from", "done", "finished", "completed", "complete", "not", "yet", "have", "has", "haven't", "hasn't", "we", "you", "your",
        "our", "it", "its", "hello", "thanks", "thank", "yes", "help", "undo", "report", "reports", "remind", "extend", "extension", "approve", "approved", "reject", "schools", "school", "unit",
        "units", "list", "show", "send", "export", "summary", "status", "deadline", "overdue", "open", "all", "note", "assign", "until", "because", "every", "today", "tomorrow", "next", "last",
        "submitted", "progress", "percent", "notifications", "turn", "off", "right", "correct", "no", "wrong", "good", "morning", "hey", "cancel", "link", "late", "still", "left", "anything", "postpone",
        "push", "back", "move", "stop", "need", "more", "days", "weeks", "i", "i'm", "we're", "it's", "can", "could", "will", "been", "working", "stuck", "blocked", "nope", "yep", "yeah", "okay", "sure",
        "any", "requests", "request", "pending", "obstacles", "kindergartens", "council", "finish", "finishing", "been", "waiting", "hasn't", "didn't", "week's", "everything", "submit", "which", "said", "says", "tell", "who", "after", "before", "tomorrow's", "friday", "monday", "tuesday", "wednesday", "thursday", "saturday", "sunday", "december", "november", "january", "october", "morning", "percent", "because", "extra", "units", "office", "offices", "primary", "secondary", "budget", "funds", "notification", "reminder", "reminders", "calendar", "download", "excel", "file", "word", "digest", "weekly", "daily", "history", "leads", "lead", "at", "in", "started", "hi", "about", "does", "did", "do", "decline", "refuse", "grant", "ask", "tell", "give",
    ];

    /// <summary>Words of the list above that are also frequent in Vietnamese typed without marks, or borrowed into it.</summary>
    private static readonly HashSet<string> Shared = ["the", "this", "no", "me", "on", "in", "can", "do", "my", "hi", "list", "link", "note", "deadline", "report", "undo", "all", "to", "we", "off", "show", "task", "it", "i", "help", "okay", "due", "by", "send", "at", "ask", "left"];

    internal static bool IsEnglish(TokenList tokens)
    {
        var (words, english, certain) = (0, 0, 0);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != TokenKind.Word) continue;
            if (tokens[at].HasDiacritics) return false;
            words++;
            if (!Words.Contains(tokens[at].Text)) continue;
            english++;
            if (!Shared.Contains(tokens[at].Text)) certain++;
        }

        return english > 0 && english * 2 >= words && (certain > 0 || english == words);
    }
}
