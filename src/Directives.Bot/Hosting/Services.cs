using System.Globalization;
using Directives.Bot.Files;
using Directives.Bot.Health;
using Directives.Bot.Messages;
using Directives.Bot.Notices;
using Directives.Core;
using Directives.Documents;
using Directives.Language.Messages;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Directives.Bot.Hosting;

/// <summary>What the program consists of, by layer.</summary>
internal static class Services
{
    /// <exception cref="FormatException"><c>Clock:Now</c> is not an instant, or <c>Summaries:CutOffDay</c> no day that every month has.</exception>
    public static IServiceCollection AddDomain(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(Clock(configuration["Clock:Now"]));
        // Opened once, while the program starts: there is no turn yet that could wait for it.
        services.AddSingleton(_ => Stores.OpenAsync(configuration, CancellationToken.None).GetAwaiter().GetResult());
        services.AddSingleton(_ => FileStores.Open(configuration));
        services.AddSingleton<IDocumentReader, FileReader>();
        services.AddSingleton<IWorkbookWriter, WorkbookWriter>();
        services.AddSingleton<IReportWriter, ReportWriter>();
        services.AddSingleton<IChartPainter>(_ => new ChartPainter());
        services.AddSingleton<MessageReader>();

        services.AddSingleton<RosterTable>();
        services.AddSingleton<DirectiveTable>();
        services.AddSingleton<WorkTable>();
        services.AddSingleton<ProgressTable>();
        services.AddSingleton<Projections>();
        services.AddSingleton<OutboxTable>();
        services.AddSingleton<AgendaTable>();
        services.AddSingleton<SettingsTable>();
        services.AddSingleton<TalkTable>();
        services.AddSingleton<SeenTable>();
        services.AddSingleton<UnreadTable>();
        services.AddSingleton<LinkTable>();
        services.AddSingleton<LinkCodeTable>();
        services.AddSingleton<FileOfferTable>();
        services.AddSingleton<GroupTable>();

        services.AddSingleton(_ => Calendars.Open(configuration));
        services.AddSingleton(Reminders(configuration));
        services.AddSingleton<ReminderPolicy>();
        services.AddSingleton(provider =>
        {
            var notices = configuration.GetSection("Notices").Get<NoticeSettings>() ?? new NoticeSettings();
            return new SendingHours(provider.GetRequiredService<WorkCalendar>()) { QuietFrom = notices.QuietFrom, QuietUntil = notices.QuietUntil, NewsOnDaysOff = notices.NewsOnDaysOff };
        });
        services.AddSingleton<LaterLine>();
        services.AddSingleton<ExplainDay>();
        services.AddSingleton<SetNotices>();
        services.AddSingleton<SetReminder>();
        services.AddSingleton<ListUndelivered>();
        services.AddSingleton<WeekList>();
        services.AddSingleton<LeaderDigest>();
        services.AddSingleton<ComposeDaily>();
        services.AddSingleton<PlanGroupDigests>();
        services.AddSingleton<ComposeGroupDigest>();
        services.AddSingleton<SendGroupDigest>();
        services.AddSingleton<EndGroupDigest>();
        services.AddSingleton<PlanReminders>();
        services.AddSingleton<NoticeTalk>();

        services.AddSingleton<TaskFinder>();
        services.AddSingleton<ListTasks>();
        services.AddSingleton<ShowTask>();
        services.AddSingleton<ReportStatus>();
        services.AddSingleton<UndoReport>();
        services.AddSingleton(new SummarySettings { CutOffDay = CutOffDay(configuration["Summaries:CutOffDay"]) });
        services.AddSingleton<SummaryPeriods>();
        services.AddSingleton<SummaryRows>();
        services.AddSingleton<FindFigures>();
        services.AddSingleton<SummaryQuestion>();
        services.AddSingleton<Summarise>();
        services.AddSingleton<TellShare>();
        services.AddSingleton<TellTrend>();
        services.AddSingleton<RankUnits>();
        services.AddSingleton<CompareFigures>();
        services.AddSingleton<BreakDownFigures>();
        services.AddSingleton<ListUnits>();
        services.AddSingleton<ChangeAssignment>();
        services.AddSingleton<RequestNotices>();
        services.AddSingleton<OpenRequests>();
        services.AddSingleton<RequestExtension>();
        services.AddSingleton<DecideExtension>();
        services.AddSingleton<ReportObstacle>();
        services.AddSingleton<AnswerObstacle>();
        services.AddSingleton<ListRequests>();
        services.AddSingleton<RemindUnits>();
        services.AddSingleton<AssignTask>();
        services.AddSingleton<ReviewDraft>();
        services.AddSingleton<EarlierDirectives>();
        services.AddSingleton<SupersedeTasks>();
        services.AddSingleton<DeclareEffect>();
        services.AddSingleton<TakeBackPublishing>();
        services.AddSingleton<WithdrawTask>();
        services.AddSingleton<AmendAssignments>();
        services.AddSingleton<HandOverTasks>();
        services.AddSingleton<EndedUnits>();
        services.AddSingleton<ReplaceDraft>();
        services.AddSingleton<SendTasks>();
        services.AddSingleton<ImportTasks>();
        services.AddSingleton<ExportTasks>();
        services.AddSingleton(configuration.GetSection("Report").Get<ReportSettings>() ?? new ReportSettings());
        services.AddSingleton<MakeReport>();
        services.AddSingleton<ExportReport>();
        services.AddSingleton<CalendarTable>();
        services.AddSingleton(new CalendarSettings(CalendarEndpoint.AddressOf(configuration)));
        services.AddSingleton<ReadCalendar>();
        services.AddSingleton<GiveCalendar>();
        services.AddSingleton<AttachEvidence>();
        services.AddSingleton<OfferFile>();
        services.AddSingleton<SearchTasks>();
        services.AddSingleton<FindLinkedPerson>();
        services.AddSingleton<LinkByAddress>();
        services.AddSingleton<IssueLinkCode>();
        services.AddSingleton<RedeemLinkCode>();
        services.AddSingleton<UnlinkAccounts>();
        services.AddSingleton<TellMyData>();
        services.AddSingleton<EraseMyData>();
        services.AddSingleton<Welcome>();
        services.AddSingleton<SmallTalk>();
        services.AddSingleton(new UnreadSettings { Keep = configuration.GetValue("Unread:Keep", true) });
        services.AddSingleton<KeepUnread>();
        services.AddSingleton<ListUnread>();
        services.AddSingleton<ImportDirective>();
        services.AddSingleton<PublishDirective>();
        services.AddSingleton<ImportRoster>();
        services.AddSingleton(_ => CredentialSettings.Expiry(configuration));
        services.AddSingleton<CredentialNotices>();
        services.AddSingleton<ComposeNotice>();
        services.AddSingleton<RebuildProjections>();
        services.AddSingleton<Routes>();
        services.AddSingleton<Assistant>();
        return services;
    }

    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        services.AddSingleton(new PageSettings(isDevelopment && string.IsNullOrEmpty(configuration["MicrosoftAppId"])));
        services.AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(
            configuration,
            httpClientFactory: provider.GetRequiredService<IHttpClientFactory>(),
            logger: provider.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>()));
        services.AddHealth();
        services.AddSingleton<IBotFrameworkHttpAdapter, LoggingAdapter>();
        services.AddOptions<TeamsSettings>().Bind(configuration.GetSection("Teams"));
        services.AddSingleton<TeamsMembers>();
        services.AddSingleton<PersonalChats>();
        services.AddSingleton<Senders>();
        services.AddSingleton<SummaryPictures>();
        services.AddSingleton<CalendarFeeds>();
        services.AddSingleton<FileHosts>();
        services.AddSingleton<FileTransfer>();
        services.AddSingleton<IncomingFiles>();
        services.AddSingleton<OfferedFiles>();
        services.AddSingleton<TaskSearch>();
        services.AddSingleton<PrivateReplies>();
        services.AddSingleton<Groups>();
        services.AddSingleton<IBot, DirectivesBot>();
        services.AddSingleton<SendPaces>();
        services.AddTransient<ThrottleHandler>();
        services.AddHttpClient(Microsoft.Extensions.Options.Options.DefaultName).AddHttpMessageHandler<ThrottleHandler>();

        services.AddOptions<NoticeSettings>().Bind(configuration.GetSection("Notices")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NoticeBell>();
        services.AddSingleton<NoticeAccounts>();
        services.AddSingleton<NoticeDelivery>();
        services.AddSingleton<NoticeSender>();
        services.AddSingleton<HeldFileSweep>();
        services.AddSingleton<UnreadSweep>();
        services.AddHostedService<UnreadWriter>();
        services.AddHostedService<BackgroundWork>();
        return services;
    }

    /// <exception cref="FormatException">A day or a time is not what it should be.</exception>
    private static ReminderSettings Reminders(IConfiguration configuration)
    {
        var usual = new ReminderSettings();
        var section = configuration.GetSection("Reminders");
        // Bound to a list that has values already, configured ones would be added to them.
        return new ReminderSettings
        {
            Enabled = section.GetValue("Enabled", usual.Enabled),
            DaysBefore = Days("DaysBefore") ?? usual.DaysBefore,
            DaysAfter = Days("DaysAfter") ?? usual.DaysAfter,
            DailyAt = section.GetValue("DailyAt", usual.DailyAt),
            WeeklyAt = section.GetValue("WeeklyAt", usual.WeeklyAt),
        };

        int[]? Days(string name) => section.GetSection(name).Get<int[]>() is { Length: > 0 } days
            ? Array.TrueForAll(days, day => day is >= 0 and <= 60) ? days : throw new FormatException($"Reminders:{name}: 0 to 60 days.")
            : null;
    }

    private static int? CutOffDay(string? day)
    {
        if (string.IsNullOrWhiteSpace(day)) return null;
        return int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= SummarySettings.LatestCutOffDay
            ? number
            : throw new FormatException($"Summaries:CutOffDay is not a day from 1 to {SummarySettings.LatestCutOffDay}: {day}");
    }

    public static TimeProvider Clock(string? now)
    {
        if (string.IsNullOrWhiteSpace(now)) return TimeProvider.System;
        return new DemonstrationClock(Instant(now) ?? throw new FormatException($"Clock:Now is not an instant such as 2026-11-25T09:14:00+07:00: {now}"));
    }

    /// <summary>An ISO 8601 instant of the calendar's years; without an offset it is Vietnam's, and a date alone is its noon.</summary>
    public static DateTimeOffset? Instant(string text) => AnyInstant(text) is { } instant && MessageLine.IsInCalendar(instant) ? instant : null;

    private static DateTimeOffset? AnyInstant(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), VietnamTime.Offset);
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) || text.Length < "yyyy-MM-ddTHH:mm".Length || text[4] != '-')
        {
            return null;
        }

        return time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, VietnamTime.Offset)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }
}
