using System.Text;
using Directives.Zalo.Webhook;

namespace Directives.Zalo.Tests.Webhook;

public sealed class ZaloSignatureTests
{
    private const string Right = "94862a1d06bb9097505667b54cb5b9acb490077885d95908b4725a49e94624af";

    private static readonly ZaloSignature Signature = new("app123", "oa-secret");

    private static bool IsValid(string? header, string body = Samples.Text) => Signature.IsValid(header, Encoding.UTF8.GetBytes(body));

    [Fact]
    public void Signature_over_any_bytes_is_the_known_one() =>
        Assert.True(new ZaloSignature("X", "Y").IsValid("mac=2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9", "BODY"u8, "1234567890"));

    [Fact]
    public void Signature_of_the_consoles_text_is_the_known_one() =>
        Assert.True(new ZaloSignature("1163843031413526746", "test-oa-secret").IsValid(
            "mac=a78e04e5d9a486f9e37042c2ae7fc3b6946853b78ad869da7bed7e3579373b3f", Encoding.UTF8.GetBytes(Samples.ConsoleText)));

    [Theory]
    [InlineData("mac=" + Right)]
    [InlineData(Right)]
    [InlineData("mac = " + Right)]
    [InlineData("MAC=" + Right)]
    [InlineData("mac=94862A1D06BB9097505667B54CB5B9ACB490077885D95908B4725A49E94624AF")]
    public void Header_in_any_of_its_forms_is_accepted(string header) => Assert.True(IsValid(header));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mac")]
    [InlineData("mac=")]
    [InlineData("mac==" + Right)]
    [InlineData("sha256=" + Right)]
    [InlineData("mac=94862a1d06bb9097505667b54cb5b9acb490077885d95908b4725a49e94624a")]
    [InlineData("mac=" + Right + "0")]
    [InlineData("mac=" + Right + Right)]
    [InlineData("mac=g4862a1d06bb9097505667b54cb5b9acb490077885d95908b4725a49e94624af")]
    [InlineData("mac=94862a1d06bb9097505667b54cb5b9acb490077885d95908b4725a49e94624ae")]
    // Keyed with the secret (HMAC) over the same text: not what Zalo does.
    [InlineData("mac=aae34a48b7c9de09d74625b2050d504ea4758673bd1a637d8b5f05d0111e914a")]
    // With the app's secret in place of the account's.
    [InlineData("mac=369bf28eed8d4395469bd3815ee2b84610f82df04f9109287f7a08d9c7fe4c49")]
    public void Wrong_header_is_refused(string? header) => Assert.False(IsValid(header));

    [Theory]
    [InlineData("ỏ", "\\u1ecf", "á", "\\u00e1", "37b2191b520f0c8b98d4bd9e2c2170f94f15e6a4a1a9d4c6f7f3758111950f3a")]
    [InlineData("ỏ", "\\u1ECF", "á", "\\u00E1", "8d34013876c8ff013163452ba1ab2a2ff47c06d4189fe52be0cfb211a7df3c0d")]
    [InlineData("ỏ", "o\u0309", "á", "a\u0301", "df764491eb8bd9c183847dba687a5a8060c507b95fb6f33b74818d16a97fef3a")]
    [InlineData("\"1800000000000\"}", "\"1800000000000\"} ", "x", "x", "9e387f92d0f0fe9f9a957bec09fd4a54d578f55812f7f081b66c79b8b7afd5a9")]
    public void Body_written_otherwise_has_another_signature(string from, string to, string from2, string to2, string signature)
    {
        var body = Samples.Text.Replace(from, to, StringComparison.Ordinal).Replace(from2, to2, StringComparison.Ordinal);
        Assert.False(IsValid("mac=" + Right, body));
        Assert.True(IsValid("mac=" + signature, body));
    }

    [Fact]
    public void Other_app_or_timestamp_has_another_signature()
    {
        var body = Encoding.UTF8.GetBytes(Samples.Text);
        const string ofOtherApp = "6509a3ace6d2018ee2ec14d944508b4570b6cbe75b52a1cf46ae108b1006c6c9";
        Assert.False(new ZaloSignature("app124", "oa-secret").IsValid(Right, body));
        Assert.True(new ZaloSignature("app124", "oa-secret").IsValid(ofOtherApp, body));
        const string ofOtherTime = "0e9e00605dd6f0f07d8a9edc54c31bac0874d5dd085d7af1175b215104905a41";
        Assert.False(Signature.IsValid(Right, body, "1800000000001"));
        Assert.True(Signature.IsValid(ofOtherTime, body, "1800000000001"));
    }

    [Fact]
    public void Timestamp_may_be_a_number_and_stand_behind_anything()
    {
        const string body = """{"message":{"timestamp":"1","list":[{}]},"timestamp":1800000000000}""";
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("app123" + body + "1800000000000" + "oa-secret"));
        Assert.True(IsValid("mac=" + Convert.ToHexStringLower(hash), body));
    }

    [Theory]
    [InlineData("app123", "")]
    [InlineData("", "oa-secret")]
    public void Nothing_is_accepted_before_both_keys_are_set(string appId, string secret)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(appId + Samples.Text + "1800000000000" + secret));
        Assert.False(new ZaloSignature(appId, secret).IsValid(Convert.ToHexStringLower(hash), Encoding.UTF8.GetBytes(Samples.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"timestamp\":")]
    [InlineData("{\"timestamp\":{}}")]
    [InlineData("{\"event_name\":\"follow\"}")]
    [InlineData("<html>")]
    public void Body_without_a_timestamp_is_refused(string body) => Assert.False(IsValid("mac=" + Right, body));
}
