using System.Text;
using Directives.Zalo.Webhook;

namespace Directives.Zalo.Tests.Webhook;

/// <summary>Bodies as Zalo documents and sends them.</summary>
internal static class Samples
{
    /// <summary>What the console sends when the webhook is tried out.</summary>
    public const string ConsoleText =
        """{"app_id":"1163843031413526746","user_id_by_app":"2372735685249892743","event_name":"user_send_text","timestamp":"1609984527175","sender":{"id":"4339761418830368433"},"recipient":{"id":"2197174064623873199"},"message":{"msg_id":"This is message id","text":"This is testing message"}}""";

    public const string Text =
        """{"app_id":"app123","event_name":"user_send_text","sender":{"id":"zu1"},"recipient":{"id":"oa1"},"message":{"msg_id":"mm1","text":"Cho hỏi giá"},"timestamp":"1800000000000"}""";

    /// <summary>The documentation's sample, with its short timestamp.</summary>
    public const string Follow =
        """{"oa_id":"388613280878808645","follower":{"id":"24684588352919792"},"user_id_by_app":"552172779717587730","event_name":"follow","source":"oa_profile","app_id":"36084652489903967","timestamp":"154397978274"}""";

    public static ZaloEvent? Read(string body) => ZaloEventReader.Read(Encoding.UTF8.GetBytes(body));
}
