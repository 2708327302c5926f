using System.Globalization;

namespace Directives.Core;

/// <summary>
/// Every partition and row key, made here and nowhere else. Stored data depends on these forms: changing one needs a migration.
/// A part given by people or channels goes through <see cref="KeyText.Escape"/>; parts are joined by <c>|</c>, which no escaped part contains.
/// Numbers and days are padded so that ordinal order is their order.
/// </summary>
public static class Keys
{
    // Roster: one partition, the tree.
    public const string RosterTree = "tree";
    public const string RosterHead = "head";

    public static string RosterUnit(string unitId) => "unit|" + KeyText.Escape(unitId);

    public static string RosterGroup(string groupId) => "group|" + KeyText.Escape(groupId);

    public static string RosterPerson(string personId) => "person|" + KeyText.Escape(personId);

    // Directives: a partition per directive, and one that finds them.
    public const string DirectiveIndex = "index";
    public const string DirectiveHead = "head";
    public const string TaskCounter = "counter";

    public static string Directive(string directiveId) => "d|" + KeyText.Escape(directiveId);

    public static string DraftTask(int item) => "draft|" + Number(item);

    public static string DirectiveTask(int number) => "task|" + Number(number);

    public static string IndexedDirective(string directiveId) => "directive|" + KeyText.Escape(directiveId);

    public static string IndexedTask(int number) => "task|" + Number(number);

    // Work: a partition per unit.
    public static string Work(string unitId) => KeyText.Escape(unitId);

    public static string Assignment(int task) => "a|" + Number(task);

    public static string HistoryEvent(int task, DateTimeOffset at, string operation) =>
        string.Join('|', "h", Number(task), Instant(at), KeyText.Escape(operation));

    public static string Due(DateOnly day, int task) => string.Join('|', "due", Day(day), Number(task));

    public static string Undo(string personId) => "undo|" + KeyText.Escape(personId);

    public static string Operation(string operation) => "op|" + KeyText.Escape(operation);

    // Progress: a partition per block of task numbers, in which each task has a row per unit. A summary of a hundred tasks is a few reads, while one
    // task over very many units is still one range, and no partition grows with the years.
    private const int TasksPerProgressBlock = 32;

    public static string Progress(int task) => string.Join('|', "b", Number(task / TasksPerProgressBlock));

    public static string ProgressOfTask(int task) => Number(task) + "|";

    public static string ProgressOfUnit(int task, string unitId) => ProgressOfTask(task) + KeyText.Escape(unitId);

    // Agenda: markers of changes whose projections are still to be written.
    public const string PendingProjections = "pending";

    public static string PendingProjection(string unitId, int task, string operation) =>
        string.Join('|', KeyText.Escape(unitId), Number(task), KeyText.Escape(operation));

    // Agenda, too: up to which day people's reminders are planned, and what people chose.
    public const string Reminders = "reminders";
    public const string PlannedDays = "planned";
    public const string Settings = "settings";

    public static string SettingsOfPerson(string personId) => KeyText.Escape(personId);

    // Outbox: sharded by recipient; planned notices in order of their time, then what became of them.
    public static string OutboxShard(int shard) => shard.ToString("d2", CultureInfo.InvariantCulture);

    public static string PlannedNotice(DateTimeOffset notBefore, string noticeId) => string.Join('|', "p", Instant(notBefore), KeyText.Escape(noticeId));

    public static string NoticeOutcome(string noticeId) => "o|" + KeyText.Escape(noticeId);

    public static string Undelivered(string personId) => "u|" + KeyText.Escape(personId);

    // Seen: a partition per channel and day, a row per message.
    public static string Seen(string channel, DateOnly day) => string.Join('|', KeyText.Escape(channel), Day(day));

    public static string SeenMessage(string messageId) => KeyText.Escape(messageId);

    // Talk: a partition per person.
    public static string Talk(string personId) => KeyText.Escape(personId);

    public const string TalkState = "state";

    public static string ChatAccount(string channel, string userId) => string.Join('|', "chat", KeyText.Escape(channel), KeyText.Escape(userId));

    public static string LinkOfPerson(string channel, string userId) => string.Join('|', "link", KeyText.Escape(channel), KeyText.Escape(userId));

    public const string FileOffers = "offer|";

    public static string FileOffer(string id) => FileOffers + KeyText.Escape(id);

    // Talk, too: a partition per account, and one for the codes that link them. No person's partition has a bar in it.
    public const string AccountLink = "link";
    public const string LinkCodes = "codes|";
    public const string LinkCodeKind = "code";
    public const string LinkCodeOfPersonKind = "person";

    public static string Account(string channel, string userId) => string.Join('|', "account", KeyText.Escape(channel), KeyText.Escape(userId));

    public static string LinkCode(string hash) => string.Join('|', LinkCodeKind, KeyText.Escape(hash));

    public static string LinkCodeOfPerson(string personId) => string.Join('|', LinkCodeOfPersonKind, KeyText.Escape(personId));

    public static string LinkTries(string channel, string userId) => string.Join('|', "try", KeyText.Escape(channel), KeyText.Escape(userId));

    // Talk, too: beside an account's link, that it was welcomed; and a partition of the groups and channels that the bot is in.
    public const string Welcomed = "welcomed";
    public const string Groups = "groups|";

    public static string Group(string channel, string conversationId) => string.Join('|', KeyText.Escape(channel), KeyText.Escape(conversationId));

    // Talk, too: a partition for each calendar address that finds its person, and a row of the same name beside the person's talk.
    public const string CalendarAddress = "calendar";

    public static string Calendar(string hash) => string.Join('|', "calendar", KeyText.Escape(hash));

    public static string KindOfLinkRow(string key) => key[..key.IndexOf('|', StringComparison.Ordinal)];

    // Unread: sharded by phrasing; those of one phrasing beside each other. The message's part is a hash.
    public static string UnreadShard(int shard) => shard.ToString("d2", CultureInfo.InvariantCulture);

    public static string UnreadMessage(string phrasing, string message) => string.Join('|', KeyText.Escape(phrasing), KeyText.Escape(message));

    /// <summary>The part of <see cref="UnreadMessage"/> that all messages of one phrasing have, and no other.</summary>
    public static string UnreadPhrasing(string key) => key[..key.IndexOf('|', StringComparison.Ordinal)];

    // About: one partition.
    public const string AboutStore = "store";
    public const string AboutSecret = "secret";

    public static string Number(int number) => number.ToString("d9", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset at) => at.UtcTicks.ToString("d19", CultureInfo.InvariantCulture);

    /// <summary>The end of the range of all keys that start with <paramref name="prefix"/>, for a prefix that ends in <c>|</c>.</summary>
    public static string After(string prefix) => prefix[..^1] + "}";
}
