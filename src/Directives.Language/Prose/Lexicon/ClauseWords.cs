namespace Directives.Language.Prose;

/// <summary>The words by which <see cref="ClauseReader"/> finds its way. Data, not rules.</summary>
internal static class ClauseWords
{
    public static PhraseSet Connectives { get; } = new(
        """
        bên cạnh đó, ngoài ra, đồng thời, riêng, trước mắt, theo đó, trong đó, cụ thể, tuy nhiên, do đó, vì vậy, do vậy, mặt khác, nhất là, đặc biệt, sau đó, cùng với đó
        song song với đó, trên cơ sở đó
        từ đó, hiện nay, về phía, và, để thực hiện tốt nhiệm vụ trên, trong đó tập trung, để đảm bảo tiến độ, thời gian tới, trong thời gian tới
        """);

    public static PhraseSet Circumstances { get; } = new("căn cứ, căn cứ vào, trên cơ sở, dựa trên, trước ngày, thực hiện theo");

    public static PhraseSet Preambles { get; } = new(
        "thực hiện, triển khai, triển khai thực hiện, tiếp tục thực hiện, căn cứ, tiếp theo, xét, để, tổ chức thực hiện, nhận, hưởng ứng, sau, tiếp tục triển khai, chuẩn bị");

    public static PhraseSet Concerning { get; } = new("đối với, về phía, trách nhiệm của, nhiệm vụ của, nhiệm vụ đối với, yêu cầu đối với");

    // What a doer does too, not only an issuer: with nobody after it, it is the duty itself.
    public static PhraseSet OwnActs { get; } = new("phân công, đề nghị, nhắc nhở");

    // Said of whoever may decide a thing (`Việc … do Ủy ban bầu cử quyết định`), and of what the law lays down: a duty only where a time is set.
    public static PhraseSet Competences { get; } = new("quyết định, quy định, xem xét quyết định, chi trả, bảo đảm, đảm bảo, tự quyết định");

    public static PhraseSet ByRule { get; } = new("theo quy định, theo luật, theo thẩm quyền, đúng quy định");

    // How a thing stands that is told with who has it (`Đất công ích do các xã quản lý hiện nay còn nhiều bất cập`).
    public static PhraseSet Shortfalls { get; } = new(
        """
        hiện nay còn, hiện còn, hiện nay vẫn, hiện vẫn, hiện nay chưa, hiện chưa, hiện nay đang, hiện đang, vẫn còn, còn nhiều, còn một số, còn chậm, còn thấp, còn bất cập, còn hạn chế
        còn lúng túng, còn gặp, gặp nhiều khó khăn, gặp khó khăn, đang xuống cấp, chưa đạt, chưa bảo đảm, chưa đảm bảo, chưa hiệu quả, chưa được
        """);

    // What a doer named before does in the same sentence, though an issuer says it too.
    public static PhraseSet Delegating { get; } = new("phân công, nhắc nhở, ủy quyền");

    public static PhraseSet Issuing { get; } = new(
        """
        kết luận, thống nhất, thông báo, ban hành, quyết định, phân công, nhất trí, hướng dẫn, cho ý kiến, có ý kiến, chỉ đạo như sau, lưu ý, xây dựng kế hoạch, triển khai kế hoạch
        xây dựng, nhấn mạnh, đánh giá, triển khai, tổ chức, thống nhất kết luận, giao, thống nhất giao, giao nhiệm vụ, yêu cầu, đề nghị, quán triệt, có ý kiến chỉ đạo
        cho ý kiến chỉ đạo, thống nhất một số nội dung
        """);

    public static PhraseSet States { get; } = new("đã, chưa, còn, đang, có, được, không");

    public static PhraseSet Done { get; } = new("đã, chưa, còn chưa, đã được");

    public static PhraseSet Bounds { get; } = new("trước, chậm nhất, xong, hạn, đến hết, muộn nhất");

    public static PhraseSet Urging { get; } = new("khẩn trương, cần, phải, nghiêm túc, có trách nhiệm, tiếp tục, chủ động, tập trung, sớm, hoàn thành, chịu trách nhiệm");

    public static PhraseSet Leading { get; } = new("lãnh đạo");

    public static PhraseSet Chief { get; } = new("chỉ đạo");

    public static PhraseSet NeverVerbs { get; } = new(
        """
        đã, sẽ, đang, còn, chưa, vẫn, luôn, cũng, là, có, được, bị, của, và, với, cùng, trong, tại, trên, về, theo, để, khi, nếu, mà, thì, từ, đến, như, do, vì, ở, này, đó, nhằm, cho, bằng
        cơ bản, không, năm, ngày, tháng, quý, gồm, hoặc, qua, thông qua, vào, trước, sau, nào, khác, tuy, rất, đều, mới, nói, trước đây, hiện, đủ, lần, đạt, cũ
        """);

    public static PhraseSet Times { get; } = new(
        """
        định kỳ, định kì, hằng, hàng, mỗi, ngày, tháng, quý, tuần, năm, đầu, cuối, giữa, trước, trong, từ, đến, vào, thứ, học kỳ, năm học, chậm nhất, muộn nhất, hết, lúc, giờ, lần, một, hai, ba, sáu
        trước ngày, chậm nhất là, trong tháng, từ ngày, đến ngày, đến hết, hết ngày, bắt đầu từ, từ nay, nay, của, sáng, chiều, là, h
        """);

    public static PhraseSet Negations { get; } = new("không, không được, tuyệt đối không, nghiêm cấm");

    public static PhraseSet WithDirecting { get; } = new(
        """
        đôn đốc, hướng dẫn, kiểm tra, giám sát, quán triệt, điều hành, phân công, yêu cầu, tổ chức, và hướng dẫn, giao, theo dõi, nhắc nhở, triển khai tới, triển khai đến, chỉ đạo
        quán triệt tới, tuyên truyền tới, trực tiếp
        """);
}
