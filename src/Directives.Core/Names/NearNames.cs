namespace Directives.Core;

/// <summary>Names that are similar to one that nobody has.</summary>
internal sealed class NearNames
{
    private const int Shown = 3;
    private const int LettersPerSlip = 6;

    // A name that holds the other as whole words ranks with those that are two letters away.
    private const int Held = 2;
    private const int Far = 1000;

    private readonly List<(string Name, Func<DateOnly, bool> IsValid, List<string> Forms)> _names = [];

    public void Add(string name, Func<DateOnly, bool> isValid, IEnumerable<string> foldedForms) => _names.Add((name, isValid, [.. foldedForms.Distinct()]));

    public IReadOnlyList<string> Of(string folded, DateOnly day)
    {
        var near = _names.Where(name => name.IsValid(day))
            .Select(name => (name.Name, Distance: name.Forms.Min(form => Distance(folded, form))))
            .Where(name => name.Distance < Far)
            .ToList();

        // Beside a name that is one letter away, one that is three away is noise.
        var farthest = near.Select(name => name.Distance).DefaultIfEmpty().Min() + 1;
        return
        [
            .. near.Where(name => name.Distance <= farthest)
                .OrderBy(name => name.Distance).ThenBy(name => name.Name.Length).ThenBy(name => name.Name, StringComparer.Ordinal)
                .Select(name => name.Name)
                .Distinct()
                .Take(Shown),
        ];
    }

    private static int Distance(string folded, string form)
    {
        var slips = Math.Max(1, form.Length / LettersPerSlip);
        var distance = EditDistance.Between(folded, form, slips);
        if (distance > slips) distance = Far;
        return distance > Held && (Holds(folded, form) || Holds(form, folded)) ? Held : distance;
    }

    private static bool Holds(string longer, string shorter) =>
        shorter.Contains(' ', StringComparison.Ordinal) && $" {longer} ".Contains($" {shorter} ", StringComparison.Ordinal);
}
