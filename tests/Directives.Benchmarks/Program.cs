using Directives.Benchmarks.Language;
using Directives.Benchmarks.Storage;

return args switch
{
    ["storage", .. var rest] => await SqliteLoad.RunAsync(rest),
    ["language", .. var rest] => ReaderLoad.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("language FILE               reading chat messages: FILE is tests/Directives.Language.Tests/Messages/messages.txt");
    Console.Error.WriteLine("storage [ROWS] [FOLDER]   SQLite: durable commits, point reads, ranges out of ROWS rows (1,000,000)");
    return 2;
}
