using Directives.Bot.Tests.Hosting;
using Directives.Bot.Tests.Teams;

namespace Directives.Bot.Tests;

public sealed class ConversationTestsOnSqlite : ConversationTests;

public sealed class TurnTestsOnSqlite : TurnTests;

public sealed class SummaryTalkTestsOnSqlite : SummaryTalkTests;

public sealed class BadInputTestsOnSqlite : BadInputTests;

public sealed class TalkTestsOnSqlite : TalkTests;

public sealed class EvidenceTestsOnSqlite : EvidenceTests;

public sealed class EndedUnitTestsOnSqlite : EndedUnitTests;

public sealed class LaterDirectiveTestsOnSqlite : LaterDirectiveTests;

public sealed class DraftDoubtTestsOnSqlite : DraftDoubtTests;

public sealed class UnreadTestsOnSqlite : UnreadTests;

public sealed class TaskSheetTestsOnSqlite : TaskSheetTests;

public sealed class ReportTestsOnSqlite : ReportTests;

public sealed class CalendarTestsOnSqlite : CalendarTests;

public sealed class TeamsIdentityTestsOnSqlite : TeamsIdentityTests;

public sealed class LinkCodeTestsOnSqlite : LinkCodeTests;

public sealed class PersonalInstallTestsOnSqlite : PersonalInstallTests;

public sealed class GroupTestsOnSqlite : GroupTests;

public sealed class GroupDigestTestsOnSqlite : GroupDigestTests;

public sealed class MyDataTestsOnSqlite : MyDataTests;

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class ConversationTestsOnAzureTables(Azurite azurite) : ConversationTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class SummaryTalkTestsOnAzureTables(Azurite azurite) : SummaryTalkTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class TurnTestsOnAzureTables(Azurite azurite) : TurnTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class TalkTestsOnAzureTables(Azurite azurite) : TalkTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class BadInputTestsOnAzureTables(Azurite azurite) : BadInputTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class EvidenceTestsOnAzureTables(Azurite azurite) : EvidenceTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class EndedUnitTestsOnAzureTables(Azurite azurite) : EndedUnitTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class LaterDirectiveTestsOnAzureTables(Azurite azurite) : LaterDirectiveTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class DraftDoubtTestsOnAzureTables(Azurite azurite) : DraftDoubtTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class TaskSheetTestsOnAzureTables(Azurite azurite) : TaskSheetTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class UnreadTestsOnAzureTables(Azurite azurite) : UnreadTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class TeamsIdentityTestsOnAzureTables(Azurite azurite) : TeamsIdentityTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class LinkCodeTestsOnAzureTables(Azurite azurite) : LinkCodeTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class ReportTestsOnAzureTables(Azurite azurite) : ReportTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class GroupTestsOnAzureTables(Azurite azurite) : GroupTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class GroupDigestTestsOnAzureTables(Azurite azurite) : GroupDigestTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class MyDataTestsOnAzureTables(Azurite azurite) : MyDataTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class PersonalInstallTestsOnAzureTables(Azurite azurite) : PersonalInstallTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class CalendarTestsOnAzureTables(Azurite azurite) : CalendarTests
{
    protected override void UseStore(Dictionary<string, string?> settings) => AzureTables.Use(azurite, settings);
}

[CollectionDefinition(Azurite.Collection)]
public sealed class AzuriteGroup : ICollectionFixture<Azurite>;

internal static class AzureTables
{
    /// <summary>Tables of its own for each program that is started.</summary>
    public static void Use(Azurite azurite, Dictionary<string, string?> settings)
    {
        settings["Store:ConnectionString"] = azurite.ConnectionString;
        settings["Store:TablePrefix"] = $"T{Guid.NewGuid():n}";
    }
}
