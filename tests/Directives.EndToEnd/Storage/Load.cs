using Directives.EndToEnd.Program;

namespace Directives.EndToEnd.Storage;

/// <summary>Thirty people who report at once, to the processes given.</summary>
internal sealed class Load(IReadOnlyList<RunningProgram> programs, int seed) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _answers = new(0);
    private Task? _running;

    public IReadOnlyList<Sender> Senders { get; private set; } = [];

    public IReadOnlyList<string> Acknowledged => [.. Senders.SelectMany(sender => sender.Acknowledged)];

    public void Start()
    {
        Senders =
        [
            .. Schools.People.Select((person, i) =>
            {
                var random = new Random(seed + i);
                return new Sender(person, (i % 2) + 1, random, () => programs[random.Next(programs.Count)].Address, _http);
            }),
        ];
        _running = Task.WhenAll(Senders.Select(sender => Task.Run(() => sender.RunAsync(() => _answers.Release(), _end.Token))));
    }

    /// <summary>Waits until so many more messages were answered.</summary>
    public async Task AnswersAsync(int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++) await _answers.WaitAsync(cancellationToken);
    }

    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _running!;
    }

    public void Dispose()
    {
        _http.Dispose();
        _end.Dispose();
        _answers.Dispose();
    }
}
