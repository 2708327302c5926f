using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Prose;

/// <summary>A document taken apart: its head, the stretches its body fills, and those it is addressed to.</summary>
internal sealed record Frontispiece(DirectiveHead Head, IReadOnlyList<(int From, int To)> Body, IReadOnlyList<Doer> Addressees);

/// <summary>
/// Reads the head and foot of a paper: state papers (Nghị định 30/2020), Party papers, letters; in one column or two.
/// </summary>
internal sealed class HeadReader
{
    private const int DeepestHead = 45;

    private const int LongestAnnexTitle = 6;

    /// <summary>A shorter line of a title ends where its writer ended it, not at the margin.</summary>
    private const int ShortestBroken = 45;

    private readonly string _text;
    private readonly List<Line> _lines;

    /// <summary>Where the head ends at the latest: at the first table of tasks, or after some tens of lines.</summary>
    private int _deepest = DeepestHead;
    private string? _kind;
    private string? _number;
    private DateOnly? _issued;
    private string? _place;
    private readonly List<string> _issuers = [];
    private readonly List<string> _title = [];

    private HeadReader(DocumentText document, List<Line> lines)
    {
        _text = document.Text;
        _lines = lines;
    }

    /// <param name="tables">Tables of tasks: their rows are neither head nor foot, but what stands over and under them is.</param>
    public static Frontispiece Read(DocumentText document, IReadOnlyDictionary<int, AnnexTable> tables)
    {
        var lines = Line.Of(document);
        lines.RemoveAll(line => document.Blocks[line.Block] is { Place: { } place } cell && tables.TryGetValue(place.Table, out var table) && !table.IsAround(cell));
        var reader = new HeadReader(document, lines);
        if (tables.Count > 0 && lines.FindIndex(line => line.From > tables.Values.Min(table => table.HeaderFrom)) is var under and >= 0) reader._deepest = Math.Min(under, DeepestHead);
        return reader.Read();
    }

    private Frontispiece Read()
    {
        var annexHead = AnnexHead.Read(_lines);
        var bodyAt = annexHead is null ? ReadHead() : annexHead.BodyAt;
        var foot = Foot.Read(_lines, bodyAt);
        var (addressees, afterAddress) = ReadAddressees(bodyAt, foot.At);
        var kind = _kind ?? (_title.Count > 0 && _title[0].StartsWith("V/v", StringComparison.OrdinalIgnoreCase) || addressees.Count > 0 ? "Công văn" : null);
        var head = new DirectiveHead
        {
            Kind = annexHead is null ? kind : annexHead.Kind,
            Number = annexHead is null ? _number : annexHead.Number,
            Title = annexHead is null ? TitleOf() : annexHead.Title,
            Issuer = annexHead is null ? IssuerOf(bodyAt) : annexHead.Issuer,
            Issued = annexHead is null ? _issued : annexHead.Issued,
            Signer = foot.Signer,
            Recipients = foot.Recipients,
        };
        var bodyFrom = afterAddress < _lines.Count ? _lines[afterAddress].From : _text.Length;
        var bodyTo = foot.At < _lines.Count ? _lines[foot.At].From : _text.Length;
        List<(int, int)> body = [(Math.Min(bodyFrom, bodyTo), bodyTo)];
        if (AfterAnnexTitle(foot.AnnexAt) is var annex && annex < _lines.Count) body.Add((_lines[annex].From, _text.Length));
        return new Frontispiece(head, body, addressees);
    }

    // `PHỤ LỤC`, its title, `(Kèm theo Kế hoạch số …)`: what an annex is called is no item of it.
    private int AfterAnnexTitle(int at)
    {
        var i = at + 1;
        for (; i < Math.Min(_lines.Count, at + LongestAnnexTitle); i++)
        {
            var line = _lines[i].Text;
            if (ListMarker.Read(line) is not null || line.EndsWith('.') || line.EndsWith(':') || line.EndsWith(';')) break;
            if (line.StartsWith('(')) return i + 1;
        }

        return i;
    }

    private int ReadHead()
    {
        var titled = false;
        var motto = new Motto();
        var i = 0;
        for (; i < Math.Min(_lines.Count, _deepest); i++)
        {
            var line = motto.Without(_lines[i].Text);
            if (line.Length == 0 || IsStamp(line)) continue;
            if (!titled && DocumentNumber.Read(line) is { } number) (_number, titled) = (_number ?? number.Value, false);
            else if (_issued is null && PlaceAndDate(line) is { } issued) (_issued, _place) = (issued, PlaceOf(line));
            else if (!titled && DocumentKinds.Read(line) is { } kind)
            {
                (_kind, titled) = (kind.Name, true);
                if (kind.Tail.Length > 0) _title.Add(kind.Tail);
            }
            else if (IsSubject(line))
            {
                _title.Add(line);
                titled = true;
            }
            else if (titled && _title.Count > 0 && IsAuthority(_lines[i])) break;
            else if (titled && IsTitleLine(_lines[i], i)) _title.Add(line);
            else if (!titled && _kind is null && _lines[i].IsUpper && line.Length < 120 && ListMarker.Read(line) is null) _issuers.Add(line);
            else break;
        }

        // Cells of a head in two columns may leave number, place and date after the title.
        return i;
    }

    private static bool IsStamp(string line) => line.Trim(' ', '.', '!', '*').ToUpperInvariant() is "KHẨN" or "HỎA TỐC" or "THƯỢNG KHẨN" or "HOẢ TỐC" or "DỰ THẢO";

    private static bool IsSubject(string line) =>
        line.StartsWith("V/v", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Về việc", StringComparison.OrdinalIgnoreCase) && line.Length < 250;

    private static string? PlaceOf(string line)
    {
        var comma = line.IndexOf(", ngày", StringComparison.OrdinalIgnoreCase);
        return comma > 0 ? line[..comma].Trim(' ', '*', '_') : null;
    }

    /// <summary>The date of a line such as <c>Long Biên, ngày 17 tháng 8 năm 2018</c>.</summary>
    internal static DateOnly? PlaceAndDate(string line)
    {
        if (line.Length > 90 || !line.Contains("ngày", StringComparison.OrdinalIgnoreCase)) return null;
        var words = Word.Split(line, 0, line.Length);
        var day = words.FindIndex(word => word.Is("ngày"));
        if (day > 8 || (day > 0 && !words[day - 1].Is(",") && !words[day - 1].IsCapital)) return null;
        var rest = line[words[day].From..].TrimEnd('.', ' ', ')');
        var mentions = DateReader.Read(VietnameseText.Compose(rest), new DateContext(new DateOnly(2000, 1, 1), DatePurpose.Report));
        return mentions is [var mention, ..] && mention is { From: <= 1, YearInferred: false, Span: { From: { } first, To: { } last } } && first == last && rest.Length - mention.To <= 3 ? first : null;
    }

    private bool IsTitleLine(Line line, int at)
    {
        if (line.Text.Length > 260 || line.Text.EndsWith('.') && !line.IsUpper || line.Text.EndsWith(':')) return false;
        if (line.Text.StartsWith('(') && line.Text.EndsWith(')')) return true;
        var words = Word.Split(line.Text, 0, line.Text.Length);
        var goesOn = _title.Count > 0 && char.IsLower(line.Text[0]);
        if (!goesOn && (_title.Count == 0 ? _neverTitles : _bodyOpenings).IsAt(words, 0, words.Count)) return false;
        if (ListMarker.Read(line.Text) is not null) return false;
        return line.IsUpper || _title.Count == 0 || char.IsLower(line.Text[0]) || line.Text.Length < 140 && at + 1 < _lines.Count && _title.Count < 4
            && (line.Block == _lines[at - 1].Block || IsRestOfTitle(line.Text, at));
    }

    // `Về việc … Dân ca Quan họ` / `Bắc Ninh năm 2026`: a line broken before a name, in a paragraph of its own, with the body begun behind it.
    private bool IsRestOfTitle(string line, int at)
    {
        if (_title[^1].Length < ShortestBroken || line.Length > _title[^1].Length || line[^1] is ',' or ';' or '-') return false;
        var next = _lines[at + 1];
        var words = Word.Split(next.Text, 0, next.Text.Length);
        return IsAuthority(next) || Motto.Is(next.Text) || _bodyOpenings.IsAt(words, 0, words.Count) || next.Text.StartsWith('(') || ListMarker.Read(next.Text) is not null;
    }

    private string? IssuerOf(int bodyAt)
    {
        var sender = _kind == "Công điện" ? IssuerName.OfTelegram(_lines.Skip(bodyAt - 1).Take(4).Select(line => line.Text)) : null;
        return sender ?? IssuerName.Of(_issuers) ?? IssuerName.FromConclusion(_title, _place);
    }

    // `HIỆU TRƯỞNG TRƯỜNG …`: who decides, between the title of a decision and its grounds.
    private static bool IsAuthority(Line line)
    {
        var words = Word.Split(line.Text, 0, line.Text.Length);
        return line.IsUpper && (Actors.Posts.IsAt(words, 0, words.Count) || _bodies.IsAt(words, 0, words.Count));
    }

    private string? TitleOf()
    {
        if (_title.Count == 0) return null;
        var title = Duty.Fold(string.Join(' ', _title.Skip(LinesOnWhose()).Where(line => !line.StartsWith('('))));
        return title.StartsWith("V/v", StringComparison.OrdinalIgnoreCase) ? title[3..].Trim() : title;
    }

    // `CỦA BAN CHẤP HÀNH` / `ĐẢNG BỘ XÃ` / `về …`: whose paper it is, between its kind and its title.
    private int LinesOnWhose() =>
        _title[0].StartsWith("của ", StringComparison.OrdinalIgnoreCase) ? Math.Max(0, _title.FindIndex(line => line.StartsWith("về ", StringComparison.OrdinalIgnoreCase))) : 0;

    // `Kính gửi:` and the names after it, on the line or as items under it.
    private (IReadOnlyList<Doer> Addressees, int After) ReadAddressees(int bodyAt, int footAt)
    {
        for (var i = Math.Max(0, bodyAt - 3); i < Math.Min(footAt, bodyAt + 6); i++)
        {
            var line = _lines[i].Text;
            if (!line.StartsWith("Kính gửi", StringComparison.OrdinalIgnoreCase)) continue;
            var found = new List<Doer>();
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            AddDoers(found, line[(colon < 0 ? "Kính gửi".Length : colon + 1)..]);
            var after = i + 1;
            while (after < footAt && ListMarker.Read(_lines[after].Text) is { IsBullet: true } marker && _lines[after].Text.Length < 160)
            {
                AddDoers(found, _lines[after].Text[marker.Length..]);
                after++;
            }

            return (found, after);
        }

        return ([], bodyAt);
    }

    private static void AddDoers(List<Doer> found, string names)
    {
        if (!string.IsNullOrWhiteSpace(names)) found.AddRange(DoerField.Read(names, 0, names.Length));
    }

    private static readonly PhraseSet _bodies = new("ủy ban nhân dân, hội đồng nhân dân, ban thường vụ, ban chấp hành, ubnd, hđnd");

    private static readonly PhraseSet _neverTitles = new("căn cứ, kính gửi, ngày");

    private static readonly PhraseSet _bodyOpenings = new(
        "căn cứ, thực hiện, ngày, kính gửi, để, nhằm, trong, sau khi, theo, tiếp tục, xét, thực hiện kế hoạch, vừa qua, năm học, nhân dịp, trên cơ sở, chiều, sáng, hôm nay, tại");
}
