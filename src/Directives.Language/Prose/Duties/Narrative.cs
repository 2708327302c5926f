namespace Directives.Language.Prose;

/// <summary>Tells sentences that assign nothing: praise, accounts of what is past, legal references, the formulas that close a paper.</summary>
internal static class Narrative
{
    /// <summary>Words from the verb of issuing to the number of the paper.</summary>
    private const int LongestTitle = 8;

    /// <param name="goesOn">The sentence goes on: <c>… triển khai kế hoạch; sơ kết trước ngày …</c> says more than that the paper is to be obeyed.</param>
    public static bool IsFormula(IReadOnlyList<Word> words, int from, int end, Clause clause, bool goesOn = false)
    {
        if (_formulas.Occurs(words, from, end)) return true;
        if (_difficulties.Occurs(words, from, end) && (_ifAny.Occurs(words, from, end) || _guidance.Occurs(words, from, end))) return true;
        if (!clause.HasPredicate) return false;
        return IsLiability(words, clause.Predicate, end) || (!(goesOn && clause.HasDoers) && IsBareCompliance(words, clause.Predicate, end));
    }

    /// <summary>Whether a sentence tells how things are or were. An order or a plain <c>cần</c>, <c>phải</c> in it is stronger.</summary>
    /// <param name="ofOthers">Those who act are known, and are not the issuer: what they issue is still to come.</param>
    public static bool IsAccount(IReadOnlyList<Word> words, int from, int end, Clause clause, bool ofOthers = false)
    {
        if (from < end && _openings.IsAt(words, from, end) && !clause.IsOrder) return true;
        if (IsMotto(words, from, end)) return true;
        if (clause.IsOrder) return IsReportedOrder(words, from, end);
        if (clause.IsUrged) return false;
        if (clause.IsAnnouncement) return true;
        var until = clause.HasPredicate ? clause.Predicate : end;
        var start = from;
        for (var i = from; i < until; i++)
        {
            // What stands before a colon says whom or what it is about (`Đối với các trường chưa nộp: …`).
            if (words[i].Is(":")) start = i + 1;
        }

        if (!clause.HasDoers && _statements.Occurs(words, from, end) && !_holding.Occurs(words, from, end)) return true;
        if (_references.IsAt(words, from, end) && TellsAfterGrounds(words, from, end)) return true;
        if (clause.HasPredicate && _meetings.Occurs(words, clause.Predicate, Math.Min(end, clause.Predicate + 5))) return true;
        for (var i = start; i < until; i++)
        {
            if (_past.IsAt(words, i, end)) return !HasPlainModal(words, clause, end);
        }

        // It takes two to agree: `A và B thống nhất nội dung …` is their duty, `Ban Thường vụ thống nhất …` is the issuer's word.
        if (clause.Lead.Count > 1 && clause.HasPredicate && words[clause.Predicate].Is("thống")) return false;
        if (ofOthers && clause.HasPredicate && IsToIssue(words, clause.Predicate, end)) return false;
        return clause.HasPredicate && (_praise.IsAt(words, clause.Predicate, end) || _states.Occurs(words, clause.Predicate, Math.Min(end, clause.Predicate + 6)));
    }

    /// <summary>Whether a lead-in announces an account: what follows is then how things are, not what is to be done.</summary>
    public static bool LeadsToAccount(IReadOnlyList<Word> words, Clause clause)
    {
        if (clause.IsOrder || _conclusions.Occurs(words, LastClause(words), words.Count)) return false;
        return _past.Occurs(words, 0, words.Count) || _results.Occurs(words, 0, words.Count) || (words[0].Is("căn") && !clause.HasPredicate);
    }

    /// <summary>Whether a sentence turns from what was to what is to come: <c>Thời gian tới, …</c>, <c>Để khắc phục tình trạng trên, …</c></summary>
    public static bool LooksAhead(IReadOnlyList<Word> words) => _ahead.IsAt(words, 0, words.Count);

    // `ban hành kế hoạch phòng, chống dịch`; a paper with a number is there already.
    private static bool IsToIssue(IReadOnlyList<Word> words, int at, int end) =>
        _issuing.Match(words, at, end) is var verb and > 0 && !_issued.Occurs(words, at + verb, Math.Min(end, at + LongestTitle));

    // Where the words after the last comma begin.
    private static int LastClause(IReadOnlyList<Word> words)
    {
        for (var i = words.Count - 1; i > 0; i--)
        {
            if (words[i].Is(",")) return i + 1;
        }

        return 0;
    }

    // A sentence that stands wholly in quotation marks is a slogan.
    private static bool IsMotto(IReadOnlyList<Word> words, int from, int end)
    {
        var last = end - 1;
        while (last > from && (words[last].Is(".") || words[last].Is("!"))) last--;
        return last > from && words[from].Form is "“" or "\"" && words[last].Form is "”" or "\"";
    }

    // `Thực hiện Quyết định số …, thời gian qua quận đã thành lập …`: behind the grounds stands what was done on them.
    private static bool TellsAfterGrounds(IReadOnlyList<Word> words, int from, int end)
    {
        var actors = new ActorReader(words);
        for (var i = from + 1; i + 1 < end; i++)
        {
            if (!words[i].Is(",")) continue;
            if (_lately.IsAt(words, i + 1, end)) return true;
            if (actors.ReadList(i + 1, end) is { } list && list.End < end && words[list.End].Is("đã")) return true;
        }

        return false;
    }

    public static bool IsReference(IReadOnlyList<Word> words, int from, int end, Clause clause) =>
        from < end && _references.IsAt(words, from, end) && !clause.IsOrder && !clause.HasModal;

    /// <summary>Whether a sentence only says where the duties stand: <c>Nhiệm vụ cụ thể nêu tại Phụ lục kèm theo</c>.</summary>
    public static bool PointsToAnnex(IReadOnlyList<Word> words, Clause clause) =>
        !clause.IsOrder && _annexes.Occurs(words, 0, words.Count) && _listed.IsAt(words, 0, words.Count);

    /// <summary>Whether an article decides something that is done by the decision itself (<c>Điều 1. Thành lập …</c>).</summary>
    public static bool IsDecision(string text, int from, int to)
    {
        var words = Word.Split(text, from, Math.Min(to, from + 60));
        return _decisions.IsAt(words, 0, words.Count);
    }

    private static bool HasPlainModal(IReadOnlyList<Word> words, Clause clause, int end) =>
        clause.HasModal && _plainModals.IsAt(words, clause.Predicate, end);

    private static bool IsReportedOrder(IReadOnlyList<Word> words, int from, int end)
    {
        for (var i = from + 1; i < end; i++)
        {
            if (words[i - 1].Is("đã") && Verbs.Orders.IsAt(words, i, end)) return true;
        }

        return false;
    }

    private static bool IsLiability(IReadOnlyList<Word> words, int predicate, int end) => _liabilities.IsAt(words, predicate, end)
        || (Verbs.Directing.IsAt(words, predicate, end) || Verbs.Modals.IsAt(words, predicate, end)) && _liabilities.Occurs(words, predicate, Math.Min(end, predicate + 10));

    // `nghiêm túc tổ chức, triển khai thực hiện Kế hoạch này`: says no more than that the paper is to be obeyed.
    private static bool IsBareCompliance(IReadOnlyList<Word> words, int predicate, int end)
    {
        var i = predicate;
        while (i < end)
        {
            var length = words[i].IsSign ? 1 : _compliance.Match(words, i, end);
            if (length == 0) return false;
            i += length;
        }

        return true;
    }

    private static readonly PhraseSet _formulas = new(
        """
        trên đây là, trên đây, biết và tổ chức thực hiện, biết và thực hiện, biết và tổ chức triển khai, biết thực hiện, được biết, để biết, trân trọng cảm ơn, xin cảm ơn, xin trân trọng
        có hiệu lực từ, có hiệu lực kể từ, có hiệu lực thi hành, chịu trách nhiệm thi hành, chịu trách nhiệm thực hiện thông báo, chịu trách nhiệm thi hành quyết định
        biết và nghiêm túc thực hiện, biết và phối hợp thực hiện
        biểu quyết thông qua, thông tin liên hệ, số điện thoại liên hệ, mọi thông tin, rất mong, mong nhận được, báo cáo để xem xét giải quyết, biết và triển khai thực hiện
        biết để thực hiện, biết và chỉ đạo thực hiện
        """);

    private static readonly PhraseSet _difficulties = new(
        """
        khó khăn, vướng mắc, vấn đề phát sinh, vấn đề vướng mắc, phát sinh vướng mắc, điểm chưa phù hợp, nội dung cần sửa đổi, sửa đổi bổ sung, cần sửa đổi, cần bổ sung, vấn đề mới
        """);
    private static readonly PhraseSet _ifAny = new(
        """
        nếu, trường hợp có, mọi, có gì, nếu có, khi có, có vấn đề, trường hợp phát sinh, trường hợp gặp, có khó khăn, có vướng mắc, có phát sinh, gặp khó khăn, phát sinh khó khăn
        phát sinh vướng mắc
        """);
    private static readonly PhraseSet _guidance = new(
        """
        để được hướng dẫn, để được giải quyết, để kịp thời giải quyết, để xem xét, để giải quyết, để được xem xét, để kịp thời tháo gỡ, để được tháo gỡ, để tổng hợp
        để phối hợp giải quyết, để kịp thời xem xét, để kịp thời hướng dẫn, để hướng dẫn
        """);

    private static readonly PhraseSet _annexes = new("phụ lục, biểu, danh mục, bảng");
    private static readonly PhraseSet _listed = new(
        """
        các nhiệm vụ, nhiệm vụ cụ thể, các nội dung, nội dung cụ thể, nội dung chi tiết, chi tiết, cụ thể, danh mục, các chỉ tiêu, tiến độ, phân công cụ thể, nhiệm vụ chi tiết
        có phụ lục, phụ lục, theo phụ lục
        """);

    private static readonly PhraseSet _past = new(
        """
        đã, đạt được, đạt kết quả, ghi nhận, biểu dương, đánh giá cao, khen ngợi, hoan nghênh, thời gian qua, những năm qua, vừa qua, năm qua, đến nay, tuy nhiên, vẫn còn, còn chậm
        còn nhiều, còn một số, còn tình trạng, chưa, qua kiểm tra, qua theo dõi, qua rà soát, còn hạn chế, còn tồn tại, được đánh giá, luôn, cho thấy, có chuyển biến, có nhiều
        """);

    private static readonly PhraseSet _openings = new(
        """
        tuy nhiên, qua kiểm tra, qua theo dõi, qua rà soát, tính đến, đến nay, ghi nhận, biểu dương, đánh giá cao, khen ngợi, hoan nghênh, nguyên nhân, kết quả cụ thể, nhìn chung
        dự báo, theo dự báo, song, bên cạnh những kết quả, bên cạnh kết quả, bên cạnh đó vẫn còn, tồn tại chủ yếu, hạn chế là, hạn chế chủ yếu, trong những năm qua
        trong thời gian qua, thời gian qua, vừa qua, nhận thấy
        """);

    private static readonly PhraseSet _lately = new("thời gian qua, trong thời gian qua, vừa qua, những năm qua, trong những năm qua, năm qua, đến nay, tính đến");
    private static readonly PhraseSet _conclusions = new(
        """
        kết luận, kết luận như sau, ban hành, xây dựng, chỉ đạo, yêu cầu, đề nghị, giao nhiệm vụ, chỉ thị, quyết nghị, phân công, quyết định, triển khai, thực hiện, nhiệm vụ
        """);

    private static readonly PhraseSet _ahead = new(
        """
        thời gian tới, trong thời gian tới, trước mắt, từ nay, từ nay đến, để khắc phục, để kịp thời khắc phục, để phát huy, để tiếp tục, để bảo đảm, để đảm bảo, để chủ động
        để nâng cao, để thực hiện tốt, để triển khai, để hoàn thành
        trong quý tới, năm tới, trong năm tới, năm học tới, trong năm học tới, tháng tới, trong tháng tới, những tháng cuối năm, trong những tháng cuối năm, giai đoạn tới, nhiệm vụ thời gian tới
        """);

    private static readonly PhraseSet _statements = new(
        """
        là chủ trương, là nhiệm vụ, là yêu cầu, là điều kiện, là giải pháp, là vấn đề, là khâu, là yếu tố, là cơ sở để, là việc làm, là dịp, là một trong những, là năm
        là trách nhiệm, là quyền, là động lực, là nội dung quan trọng
        """);

    private static readonly PhraseSet _holding = new("xác định, coi, xem");
    private static readonly PhraseSet _praise = new(
        """
        ghi nhận, biểu dương, đánh giá cao, khen ngợi, hoan nghênh, cảm ơn, chúc mừng, thống nhất chủ trương, thống nhất với, thống nhất nội dung, cơ bản thống nhất, đồng ý
        nhất trí, cơ bản nhất trí, chấp thuận, kết luận, ban hành, thông báo, báo cáo kết quả như sau, nhận được
        """);
    private static readonly PhraseSet _issuing = new("ban hành, thông báo");
    private static readonly PhraseSet _issued = new("số, kèm theo, như sau");
    private static readonly PhraseSet _decisions = new(
        """
        thành lập, ban hành, ban hành kèm theo, phê duyệt, công nhận, bổ nhiệm, khen thưởng, tặng, kiện toàn, cho phép, bãi bỏ, hủy bỏ, sửa đổi, điều động, tiếp nhận, giao chỉ tiêu
        giao dự toán, phân bổ, miễn nhiệm, cử, nâng bậc lương, quyết định này
        """);
    private static readonly PhraseSet _results = new("kết quả, hạn chế, tồn tại, nguyên nhân, gồm có, thành phần, dự họp");
    private static readonly PhraseSet _meetings = new(
        """
        chủ trì hội nghị, chủ trì cuộc họp, chủ trì buổi, chủ trì phiên họp, chủ trì buổi làm việc, dự hội nghị, dự họp, họp nghe, chủ trì kỳ họp, chủ tọa
        """);
    private static readonly PhraseSet _states = new("có chuyển biến, đạt kết quả, có nhiều chuyển biến");
    private static readonly PhraseSet _plainModals = new("cần, phải, cần phải, có trách nhiệm, có nhiệm vụ");
    private static readonly PhraseSet _references = new("căn cứ, theo, xét, thực hiện, tiếp theo, để, nhằm, nhận");
    private static readonly PhraseSet _liabilities = new(
        """
        chịu trách nhiệm trước, chịu trách nhiệm về, chịu trách nhiệm toàn diện, chịu trách nhiệm nếu, chịu hoàn toàn trách nhiệm, phải chịu trách nhiệm, chịu trách nhiệm cá nhân
        chịu trách nhiệm hoàn toàn, chịu trách nhiệm khi
        """);

    private static readonly PhraseSet _compliance = new(
        """
        nghiêm túc, khẩn trương, tổ chức, triển khai, thực hiện, quan tâm, phối hợp, kế hoạch, chỉ thị, thông báo, công văn, văn bản, nội dung, các nội dung, các, này, trên
        nêu trên, theo, kịp thời, đầy đủ
        nhiệm vụ, hiệu quả, và, đúng, quy định, kế hoạch này, tốt, yêu cầu, chỉ đạo, quán triệt, tổ chức thực hiện, có, hướng dẫn, kết luận, những, đã nêu, của, để, đảm bảo
        nội dung này, có hiệu quả, các quy định, một số, công điện, quyết định, chương trình, phương án, quy chế, đề án, nghị quyết, hướng dẫn, thư ngỏ, kế hoạch kèm theo
        """);
}
