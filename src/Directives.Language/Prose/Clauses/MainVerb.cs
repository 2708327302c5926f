namespace Directives.Language.Prose;

/// <summary>Finds the verb that says what is done, behind those that only say who does it and how soon.</summary>
internal static class MainVerb
{
    public static int Find(IReadOnlyList<Word> words, int at, int end)
    {
        var i = at;
        while (i < end)
        {
            if (_weak.Match(words, i, end) is var weak && weak > 0) i += weak;
            else if (words[i].Is("phối") && i + 1 < end && words[i + 1].Is("hợp")) i = AfterHelpers(words, i + 2, end);
            else if (words[i].Is("cùng")) i = AfterHelpers(words, i, end);
            else if (words[i].Is("căn") && AfterGrounds(words, i, end) is var after && after > i) i = after;
            else if (words[i].IsSign) i++;
            else break;
        }

        return i;
    }

    // `căn cứ chức năng, nhiệm vụ được giao, xây dựng …`
    private static int AfterGrounds(IReadOnlyList<Word> words, int at, int end)
    {
        for (var i = at + 1; i + 1 < end; i++)
        {
            if (words[i].Is(",") && Verbs.ActionLength(words, i + 1, end) > 0) return i + 1;
        }

        return at;
    }

    private static int AfterHelpers(IReadOnlyList<Word> words, int at, int end)
    {
        var i = at + _how.Match(words, at, end);
        if (i < end && (words[i].Is("với") || words[i].Is("cùng"))) i++;
        if (i < end && words[i].Is("với")) i++;
        return new ActorReader(words).ReadList(i, end)?.End ?? i;
    }

    private static readonly PhraseSet _how = new("chặt chẽ, thường xuyên, chủ động, đồng bộ, hiệu quả");

    private static readonly PhraseSet _weak = new(
        """
        chủ trì, cần, phải, cần phải, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, khẩn trương, chỉ đạo, lãnh đạo, việc, trực tiếp, là đơn vị chủ trì, là cơ quan chủ trì, và, công tác
        là đơn vị đầu mối, là cơ quan đầu mối, làm đầu mối, chịu trách nhiệm chính, nhanh chóng, sớm, phụ trách, phấn đấu, quyết tâm, nỗ lực, được giao, được phân công, có trách nhiệm chủ trì
        """);
}
