using Directives.Language.Text;

namespace Directives.Language.Prose;

/// <summary>Puts the sentences of one paragraph or item together into duties: who goes on with what, and where another duty begins.</summary>
internal sealed class Paragraph(DutyReader reader, Surroundings around)
{
    private bool _assigns = around.Assigns;
    private bool _accounts;
    private bool _any;

    // Whether the sentence that is being read has told somebody to act.
    private bool _ordered;
    private Duty? _current;

    // Those whom the sentence names before it says what they do: `Đồng chí A phụ trách chung; chỉ đạo …`
    private (IReadOnlyList<Doer> Directing, IReadOnlyList<Doer> Lead)? _subject;

    // What a time before the sentence (`Trước 30/8: tổ A …; tổ B …`) says of all its parts.
    private Due _heading = Due.None;

    public List<Duty> Duties { get; } = [];

    /// <param name="goesOn">Another part of the same sentence follows.</param>
    public void Add(List<Word> words, bool isNewSentence, bool goesOn)
    {
        var end = words.Count;
        if (isNewSentence) (_ordered, _subject) = (false, null);
        var clause = new ClauseReader(words).Read(0, end, goesOn: !isNewSentence && _current is not null && !_ordered);
        _ordered |= clause.IsOrder;
        if (isNewSentence) _heading = reader.ReadTimeLabel(words);
        var isFirst = !_any;
        _any = true;
        if (Narrative.IsFormula(words, 0, end, clause, goesOn)) return;
        var (from, to) = (words[0].From, words[^1].To);
        var due = reader.ReadDue(from, to);
        if (clause.IsToldApart ? due.Deadline is null : Narrative.IsAccount(words, 0, end, clause, IsOfOthers(words, clause, due)))
        {
            if (isFirst || isNewSentence && _current is null) _accounts = true;
            if (isNewSentence) _current = null;
            return;
        }

        if (_accounts && isNewSentence && around.Kind == SectionKind.Duties && (Narrative.LooksAhead(words) || due != Due.None && NamesAnother(words, clause))) _accounts = false;
        var targets = due.Recurrence is null || around.Kind == SectionKind.Aims ? TargetReader.Read(reader.Text, words, 0, end) : [];
        var isTarget = targets.Count > 0 && (around.Kind == SectionKind.Aims || (TargetReader.IsAim(words, clause.Predicate, end) && !_accounts && _assigns));
        if (isTarget && due.Deadline is null) due = reader.ReadDue(from, to, isTarget: true);
        if (isTarget && due.Deadline is not null) due = due with { Recurrence = null };
        if (_current is not null && FieldLine.Read(reader.Text, from, to) is { } field)
        {
            reader.Apply(field, _current);
            _current.Parts.Add((from, to));
            return;
        }

        var isFurtherReport = _current is not null && isNewSentence && !_accounts && !clause.HasPredicate && !due.IsNone && clause.ReportTo.Count > 0;
        if (!IsDuty(words, clause, due, isTarget) && !isFurtherReport)
        {
            if (clause.HasDoers && !clause.HasPredicate) _subject = DoersOf(clause);
            // `…; thêm 60 thùng rác, xong trong tháng 11`: the verb is unknown, but the date is another one.
            if (_current is not null && !clause.HasDoers && HasRivalDate(isNewSentence, due) && _completion.Occurs(words, 1, end))
            {
                Begin(words, clause, DoersOf(clause), due, [], (from, to));
            }
            else if (_current is not null && (!isNewSentence || IsRemark(words, clause, due))) Extend(clause, due, from, to);
            return;
        }

        if (clause.IsOrder) (_assigns, _accounts) = (true, false);
        var doers = DoersOf(clause);
        var sameDoers = !clause.HasDoers || (_current?.HasSameDoers(doers.Directing, doers.Lead) ?? false);
        var ownDate = due.Deadline is not null || due.Recurrence is not null;
        if (_current is not null && sameDoers && !(isNewSentence && ownDate && !IsRemark(words, clause, due)) && (IsRemark(words, clause, due) || !HasRivalDate(isNewSentence, due)))
        {
            Extend(clause, due, from, to, IsRemark(words, clause, due));
            if (isTarget) _current.Targets.AddRange(targets);
            return;
        }

        Begin(words, clause, doers, due, isTarget ? targets : [], (from, to));
    }

    // Clauses of one sentence, each with a date: `xây dựng kế hoạch trước 15/9; báo cáo trước 30/11`.
    private bool HasRivalDate(bool isNewSentence, Due due) =>
        !isNewSentence && !due.IsNone && _current is { Due.IsNone: false } && (due.Deadline, due.Recurrence) != (_current.Due.Deadline, _current.Due.Recurrence)
        && (due.Deadline is not null || due.Recurrence is not null) && (_current.Due.Deadline is not null || _current.Due.Recurrence is not null);

    private bool IsDuty(List<Word> words, Clause clause, Due due, bool isTarget)
    {
        if (isTarget && !clause.IsPassive && around.Kind != SectionKind.Background) return true;
        if (clause.IsOrder && (clause.HasDoers || clause.HasPredicate)) return true;
        if (Narrative.PointsToAnnex(words, clause)) return false;
        if (clause.IsPassive && due.IsNone) return false;
        if (around.Kind == SectionKind.Notes) return clause.HasDoers && clause.HasPredicate && !_accounts;
        if (around.Kind != SectionKind.Duties || Narrative.IsReference(words, 0, words.Count, clause) && !clause.HasDoers && !_assigns) return false;
        if (clause.HasDoers && clause.HasModal && clause.HasPredicate) return _assigns && !_accounts || _plainModals.IsAt(words, clause.Predicate, words.Count);
        if (!_assigns && !_accounts && due.Deadline is not null && NamesAnother(words, clause)) _assigns = true;
        return _assigns && !_accounts && (clause.HasPredicate || ((around.IsSchedule || !_heading.IsNone) && _current is null));
    }

    // `THCS Hoa Sen nộp báo cáo trước ngày 15/10.`, with no sentence before it that assigns: a day to come makes it a duty.
    private bool NamesAnother(List<Word> words, Clause clause) => clause.HasDoers && clause.HasPredicate
        && Verbs.ActionLength(words, clause.Predicate, words.Count) > 0 && !clause.Lead.Concat(clause.Directing).Any(name => IsIssuer(reader.NameOf(name)));

    // Named with a day to come, or handed down by the heading or lead-in.
    private bool IsOfOthers(List<Word> words, Clause clause, Due due) => clause.HasDoers ? !due.IsNone && NamesAnother(words, clause)
        : _current is not null || !around.IsAddressed && around.Lead.Count + around.Directing.Count > 0;

    private bool IsIssuer(string name) => around.Issuer is { } issuer
        && VietnameseText.Comparable(issuer).Contains(VietnameseText.Comparable(name), StringComparison.Ordinal);

    // `Thời hạn: trước ngày 30/9`, `Hoàn thành trước ngày 30/9`, `Việc rà soát phải xong trong tháng 9`: more about the same duty.
    private static bool IsRemark(List<Word> words, Clause clause, Due due)
    {
        if (_remarks.IsAt(words, 0, words.Count)) return true;
        return due.Deadline is not null && !clause.HasDoers && _completion.Match(words, 0, words.Count) is var length && length > 0
            && length < words.Count && _bounds.IsAt(words, length, words.Count);
    }

    private (IReadOnlyList<Doer> Directing, IReadOnlyList<Doer> Lead) DoersOf(Clause clause)
    {
        var (directing, lead) = (reader.DoersOf(clause.Directing), reader.DoersOf(clause.Lead));
        if (directing.Count + lead.Count == 0 && clause.Concerned.Count > 0) lead = reader.DoersOf(clause.Concerned);
        return (directing, lead);
    }

    private void Begin(
        List<Word> words, Clause clause, (IReadOnlyList<Doer> Directing, IReadOnlyList<Doer> Lead) doers, Due due, IReadOnlyList<Target> targets,
        (int From, int To) part)
    {
        var before = _current;
        if (doers.Directing.Count + doers.Lead.Count == 0 && before is null && _subject is { } subject) doers = subject;
        var named = doers.Directing.Count + doers.Lead.Count > 0;
        var (directing, lead) = named ? doers
            : before is not null ? (before.Directing, before.Lead) : (around.Directing, around.Lead);
        if (clause.IsBareDirecting)
        {
            directing = before is { Directing.Count: 0 } ? before.Lead : _subject is { Lead: { Count: > 0 } told } ? told : around.Lead.Count > 0 ? around.Lead : around.Directing;
            lead = doers.Lead;
        }

        // `Đảng ủy lãnh đạo, chỉ đạo: (1) Phòng A …; (2) Phòng B …`
        if (named && !clause.IsOrder && directing.Count == 0 && around.Directing.Count > 0 && around.Lead.All(doer => doer.IsGroup)) directing = around.Directing;

        // A figure for the whole area is nobody's own, though the paper is addressed to somebody or its lead-in tells all of them.
        if (!named && targets.Count > 0 && before is null && (around.IsAddressed || around.Lead.All(doer => doer.IsGroup) && _whole.Occurs(words, 0, words.Count))) lead = [];
        var whole = due.Or(_heading).Or(around.Due);
        var duty = new Duty
        {
            Directing = [.. directing],
            Lead = [.. lead],
            Kind = Kinds.Of(words, clause.Predicate, words.Count, whole, targets.Count > 0),
            Due = whole,
            Section = around.Section,
        };
        duty.Coordinating.AddRange(reader.NamesOf(clause.Coordinating));
        if (!named && before is null || SameAsAround(directing, lead)) duty.Coordinating.AddRange(around.Coordinating);
        duty.ReportTo.AddRange(reader.NamesOf(clause.ReportTo));
        if (duty.ReportTo.Count == 0) duty.ReportTo.AddRange(around.ReportTo);
        duty.Targets.AddRange(targets);
        duty.Parts.Add(part);
        Duties.Add(duty);
        _current = duty;
    }

    private bool SameAsAround(IReadOnlyList<Doer> directing, IReadOnlyList<Doer> lead) =>
        around.Lead.Count > 0 && lead.SequenceEqual(around.Lead) && directing.SequenceEqual(around.Directing);

    private void Extend(Clause clause, Due due, int from, int to, bool isRemark = false)
    {
        _current!.Parts.Add((from, to));
        _current.Coordinating.AddRange(reader.NamesOf(clause.Coordinating));
        _current.ReportTo.AddRange(reader.NamesOf(clause.ReportTo));
        var merged = isRemark && due.Deadline is not null ? due.Or(_current.Due) : _current.Due.Or(due);
        if (merged != _current.Due && _current.Kind is TaskKind.OneOff or TaskKind.Ongoing)
        {
            if (merged.Recurrence is not null) _current.Kind = TaskKind.Recurring;
            else if (merged.Deadline is not null) _current.Kind = TaskKind.OneOff;
        }

        _current.Due = merged;
    }

    private static readonly PhraseSet _whole = new("toàn tỉnh, toàn thành phố, toàn huyện, toàn quận, toàn xã, toàn phường, toàn quốc, cả nước, toàn ngành, toàn đặc khu");
    private static readonly PhraseSet _plainModals = new("cần, phải, cần phải, có trách nhiệm, có nhiệm vụ");

    private static readonly PhraseSet _remarks = new(
        """
        thời gian, thời hạn, hạn hoàn thành, hạn, việc, các nội dung trên, nội dung này, công việc này, nhiệm vụ này, hình thức, địa điểm, số lượng, thành phần, lưu ý, thời điểm, biểu mẫu
        """);

    private static readonly PhraseSet _completion = new(
        """
        hoàn thành, xong, hoàn thành xong, hoàn thành việc này, phải hoàn thành, hoàn thành các nội dung trên, các nội dung trên hoàn thành, kết thúc
        """);
    private static readonly PhraseSet _bounds = new("trước, chậm nhất, trong, đến, vào, ngày, muộn nhất, xong trước");
}
