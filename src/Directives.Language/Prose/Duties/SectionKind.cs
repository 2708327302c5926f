namespace Directives.Language.Prose;

/// <summary>What kind of statements a section holds, told by its heading.</summary>
internal enum SectionKind
{
    Duties,

    /// <summary>Purposes, situation, results, legal basis: only an outright order in it is a duty.</summary>
    Background,

    /// <summary>Funds and the like: only a sentence that names its doer is a duty.</summary>
    Notes,

    /// <summary>Aims: figures in it are targets, the rest is background.</summary>
    Aims,
}

internal static class SectionKinds
{
    private const int LongestHeading = 16;

    /// <summary>The kind that a heading announces, or null for one that says nothing about it.</summary>
    public static SectionKind? Of(string heading)
    {
        var words = Word.Split(heading, 0, heading.Length);
        if (words.Count is 0 or > LongestHeading) return null;
        var at = words[0].Is("về") || words[0].Is("các") || words[0].Is("một") ? 1 : 0;
        if (_aims.IsAt(words, at, words.Count)) return SectionKind.Aims;
        if (_notes.IsAt(words, at, words.Count)) return SectionKind.Notes;
        if (_past.Occurs(words, 0, words.Count) || _background.IsAt(words, at, words.Count) || (words[at].Is("yêu") && words.Count - at <= 3)) return SectionKind.Background;
        return _duties.Occurs(words, 0, words.Count) ? SectionKind.Duties : null;
    }

    private static readonly PhraseSet _aims = new("mục tiêu, chỉ tiêu, các chỉ tiêu, chỉ tiêu phấn đấu, mục tiêu cụ thể, nhóm chỉ tiêu");

    private static readonly PhraseSet _background = new(
        """
        mục đích, mục đích yêu cầu, ý nghĩa, đặc điểm, tình hình, thực trạng, kết quả, ưu điểm, tồn tại, hạn chế, nguyên nhân, đánh giá chung, đánh giá kết quả, đánh giá tình hình, căn cứ
        cơ sở pháp lý, thuận lợi, khó khăn, phạm vi, đối tượng, quan điểm, bài học, bối cảnh, thành phần, địa điểm, thời gian, khái quát, những kết quả, một số kết quả, số kết quả
        những hạn chế, số tồn tại, nội dung kiểm tra, yêu cầu chung
        thời gian và địa điểm, phương châm, khen thưởng và kỷ luật, nhận định, dự báo, những khó khăn, những thuận lợi, nội dung báo cáo, đề cương
        """);

    private static readonly PhraseSet _past = new("tháng trước, tuần trước, tuần qua, tháng qua, năm qua, kỳ trước, quý trước, đã thực hiện, đã triển khai, đã làm, đã hoàn thành, thời gian qua");

    private static readonly PhraseSet _notes = new("kinh phí, nguồn kinh phí, kinh phí thực hiện, nguồn lực, kinh phí và nguồn lực");

    private static readonly PhraseSet _duties = new("nhiệm vụ, giải pháp, tổ chức thực hiện, phân công, nội dung, trách nhiệm, tiến độ");
}
