using System.Text.Json;
using Directives.Language.Prose;

namespace Directives.Documents.Tests.Directives;

/// <summary>
/// Compares a draft with what a person read in the same document: tasks are matched one to one by the words they share, then their
/// fields are compared.
/// </summary>
internal sealed class DraftScore
{
    private const double LeastOverlap = 0.6;

    private readonly Dictionary<string, (int Right, int All)> _fields = [];
    private readonly List<string> _misses = [];
    private int _found;
    private int _expected;
    private int _matched;

    public double F1 => _found + _expected == 0 ? 1 : 2.0 * _matched / (_found + _expected);

    public IReadOnlyList<string> Misses => _misses;

    public double Of(string field) => _fields.TryGetValue(field, out var count) && count.All > 0 ? (double)count.Right / count.All : 1;

    public void Add(string name, DirectiveDraft draft, JsonElement expected)
    {
        using var written = JsonDocument.Parse(DraftJson.Write(draft));
        CompareHead(name, written.RootElement.GetProperty("directive"), expected.GetProperty("directive"));
        var found = written.RootElement.GetProperty("tasks").EnumerateArray().ToList();
        var wanted = expected.GetProperty("tasks").EnumerateArray().ToList();
        _found += found.Count;
        _expected += wanted.Count;
        foreach (var task in wanted)
        {
            var best = found.Select(one => (Task: one, Overlap: Overlap(Text(one), Text(task)))).OrderByDescending(pair => pair.Overlap).FirstOrDefault();
            if (best.Overlap < LeastOverlap)
            {
                _misses.Add($"{name}: missed: {Text(task)}");
                continue;
            }

            found.Remove(best.Task);
            _matched++;
            CompareTask(name, best.Task, task);
        }

        foreach (var extra in found) _misses.Add($"{name}: not a task: {Text(extra)}");
    }

    public override string ToString() => $"tasks F1 {F1:0.000} ({_matched} of {_expected}, {_found} found); "
        + string.Join(", ", _fields.OrderBy(field => field.Key).Select(field => $"{field.Key} {field.Value.Right}/{field.Value.All}"));

    private void CompareHead(string name, JsonElement found, JsonElement expected)
    {
        foreach (var field in expected.EnumerateObject()) Compare(name, "head." + field.Name, Shown(found, field.Name), Shown(expected, field.Name));
    }

    private void CompareTask(string name, JsonElement found, JsonElement expected)
    {
        var label = $"{name}: {Text(expected)[..Math.Min(40, Text(expected).Length)]}…";
        foreach (var field in new[] { "kind", "deadline", "time", "start", "recurrence", "lead", "coordinating" })
        {
            Compare(label, field, Shown(found, field), Shown(expected, field));
        }

        foreach (var field in new[] { "directing", "reportTo", "audience" })
        {
            if (expected.TryGetProperty(field, out _)) Compare(label, field, Shown(found, field), Shown(expected, field));
        }
    }

    private void Compare(string label, string field, string found, string expected)
    {
        var (right, all) = _fields.GetValueOrDefault(field);
        var same = string.Equals(found, expected, StringComparison.OrdinalIgnoreCase);
        _fields[field] = (right + (same ? 1 : 0), all + 1);
        if (!same) _misses.Add($"{label}: {field} is {found}, expected {expected}");
    }

    private static string Shown(JsonElement owner, string field) => !owner.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null
        ? "" : value.ValueKind == JsonValueKind.Array ? string.Join(" | ", value.EnumerateArray().Select(one => one.GetString())) : value.ToString();

    private static string Text(JsonElement task) => task.GetProperty("text").GetString()!;

    private static double Overlap(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        var shared = a.Intersect(b).Count();
        return a.Count + b.Count == 0 ? 0 : 2.0 * shared / (a.Count + b.Count);
    }

    private static HashSet<string> Words(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
