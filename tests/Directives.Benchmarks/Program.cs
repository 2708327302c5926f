using Directives.Benchmarks.Documents;
using Directives.Benchmarks.Domain;
using Directives.Benchmarks.Language;
using Directives.Benchmarks.Notices;
using Directives.Benchmarks.Storage;
using Directives.Benchmarks.Turns;

return args switch
{
    ["storage", .. var rest] => await SqliteLoad.RunAsync(rest),
    ["language", .. var rest] => ReaderLoad.Run(rest),
    ["documents", .. var rest] => DocumentLoad.Run(rest),
    ["reports", .. var rest] => await ReportLoad.RunAsync(rest),
    ["turns", .. var rest] => await TurnLoad.RunAsync(rest),
    ["echo"] => await EchoBot.RunAsync(),
    ["summaries", .. var rest] => await SummaryLoad.RunAsync(rest),
    ["reminders", .. var rest] => await ReminderLoad.RunAsync(rest),
    ["notices", .. var rest] => await NoticeLoad.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("language FILE                      reading chat messages: FILE is tests/Directives.Language.Tests/Messages/messages.txt");
    Console.Error.WriteLine("documents FOLDER                   reading directives: FOLDER is tests/Directives.Documents.Tests/Directives");
    Console.Error.WriteLine("storage [ROWS] [FOLDER]            SQLite: durable commits, point reads, ranges out of ROWS rows (1,000,000)");
    Console.Error.WriteLine("reports [ASSIGNMENTS] [FOLDER]     the domain on SQLite: status reports and lists of what is due, among ASSIGNMENTS (100,000)");
    Console.Error.WriteLine("turns [--senders N] [--seconds N] the whole program over HTTP, beside a bot that echoes: 32 senders, 10 seconds each");
    Console.Error.WriteLine("summaries [UNITS] [FOLDER]         the domain on SQLite: figures of UNITS (85) with 100 tasks each, and the calls they take");
    Console.Error.WriteLine("reminders [UNITS] [FOLDER]         the domain on SQLite: planning who of UNITS (53,000) is to be told anything on a day");
    Console.Error.WriteLine("notices [N] [RATE]                 the whole program: N notices (10,000) at RATE (50) through a connector that takes 50 a second");
    return 2;
}
