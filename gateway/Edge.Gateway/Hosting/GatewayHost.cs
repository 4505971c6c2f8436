using Edge.Gateway.Anchoring;
using Edge.Gateway.Budget;
using Edge.Gateway.Configuration;
using Edge.Gateway.Doctor.Commissioning;
using Edge.Gateway.Draining;
using Edge.Gateway.Health;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Sampling;
using Edge.Gateway.Site;
using Edge.Gateway.Sparkplug;
using Edge.Gateway.Telemetry;
using Edge.Gateway.Time;
using Edge.Gateway.Time.Rtc;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Sensors.Catalog;
using Edge.Site;
using Edge.Site.Access;
using Edge.Site.Live;
using Edge.Site.Serving;
using Edge.Sparkplug;
using Edge.Store.Log;
using Edge.Store.Tree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Hosting;

/// <summary>Puts the gateway together. Services stop in the reverse order: sampling first, then the writer drains and seals, then the rest.</summary>
public static class GatewayHost
{
    /// <param name="statusEvery">How often the status line goes to standard output; null: never.</param>
    /// <returns>The host; its log is opened when it is first asked for (<see cref="StoreOpening"/>).</returns>
    public static IHost Build(GatewayConfiguration configuration, NoteSigner signer, TrustPolicy policy, TimeSpan? statusEvery)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "HH:mm:ss.fff ";
        });
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(60));
        // Nobody sits before a service's log.
        builder.Services.Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true);
        var services = builder.Services;
        services.AddSingleton(configuration);
        services.AddSingleton(signer);
        services.AddSingleton(policy);
        services.AddSingleton(TimeProvider.System);
        AddClock(services, configuration);
        services.AddSingleton(_ => SystemdNotifier.FromEnvironment());
        services.AddSingleton(_ => MerkleLog.Open(LogFolder.Open(configuration.Store.Folder, configuration.Origin.Hasher, configuration.Store.Parts, signer.Verifier), configuration.Origin.Hasher));
        services.AddSingleton<StoreOpening>();
        services.AddSingleton(new SampleQueue(configuration.Channels.Count));
        services.AddSingleton(new GatewayStatus(configuration.Channels.Count));
        services.AddSingleton(new FieldWatch(configuration));
        services.AddSingleton<BeaconBox>();
        services.AddSingleton<WriterRequests>();
        services.AddSingleton(new HaltNote(configuration.Store.Folder));
        services.AddSingleton<CityTime>();
        services.AddSingleton<Retention>();
        services.AddSingleton<LogWriter>();
        services.AddSingleton(s => new Ballast(Ballast.In(configuration.Store.Folder), s.GetRequiredService<ILogger<Ballast>>()));
        services.AddSingleton<StoreKeeper>();
        services.AddSingleton<StorePatrol>();
        services.AddSingleton(s => MqttStack.CreateConnector(s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s =>
        {
            _ = s.GetRequiredService<MerkleLog>();
            return new GatewayAnchorLog(LogFolder.OpenReader(configuration.Store.Folder), s.GetRequiredService<WriterRequests>(), s.GetRequiredService<BeaconBox>(), s.GetRequiredService<HaltNote>());
        });
        services.AddSingleton(s => new AnchoringClient(
            new AnchoringOptions
            {
                Origin = configuration.Origin,
                MinInterval = configuration.Anchoring.MinInterval,
                Submission = new SubmissionOptions { AnswerTimeout = configuration.Anchoring.AnswerTimeout },
            },
            policy, s.GetRequiredService<GatewayAnchorLog>(), s.GetRequiredService<IMqttConnector>(), configuration.Broker, s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<AnchoringClient>>()));
        if (configuration.Historian.Enabled)
            AddDrain(services, configuration);
        if (configuration.Sparkplug is { } sparkplug)
            AddSparkplug(services, configuration, sparkplug);
        AddHealth(services, configuration, statusEvery);
        if (configuration.Site is { } site)
            AddSite(services, configuration, site);
        services.AddHostedService<PortLimits>();
        services.AddHostedService<CommissioningServer>();
        services.AddHostedService<AnchoringService>();
        services.AddSingleton<WriterService>();
        services.AddHostedService(s => s.GetRequiredService<WriterService>());
        services.AddHostedService<SamplingService>();
        return builder.Build();
    }

    private static void AddClock(IServiceCollection services, GatewayConfiguration configuration)
    {
        var (settings, kernel) = (configuration.Clock, new LinuxTime());
        var rtc = settings.Rtc is { } name ? new RtcClock(Rtc(services, configuration, name), kernel, settings) : null;
        services.AddSingleton<IGatewayClock>(new SystemClock(settings, kernel, rtc));
        if (rtc is null)
            return;
        services.AddSingleton(rtc);
        services.AddHostedService(s => new RtcService(rtc, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<RtcService>>()));
    }

    /// <summary>One on a bus has the bus opened for itself: it is asked before any sensor is, and seldom.</summary>
    private static IRtc Rtc(IServiceCollection services, GatewayConfiguration configuration, string name)
    {
        if (configuration.Clock.RtcBus is not { } bus)
            return new KernelRtc(name);
        var buses = new BusDirectory(configuration.Buses, TimeProvider.System);
        services.AddSingleton(_ => buses);
        return new BusRtc(buses.I2c(bus));
    }

    /// <summary>On a connection of its own: what goes to the historian never stands before an anchor. No gateway's id has a dot.</summary>
    private static void AddDrain(IServiceCollection services, GatewayConfiguration configuration)
    {
        services.AddSingleton(s =>
        {
            _ = s.GetRequiredService<MerkleLog>();
            return new StoredEntryLog(
                LogFolder.OpenReader(configuration.Store.Folder), s.GetRequiredService<GatewayStatus>(), () => s.GetRequiredService<AnchoringClient>().Status.Halted is not null);
        });
        services.AddSingleton(s => new DrainClient(
            new DrainOptions { Origin = configuration.Origin, Rate = configuration.Historian.Rate, Burst = configuration.Historian.Burst },
            s.GetRequiredService<StoredEntryLog>(), s.GetRequiredService<IMqttConnector>(), configuration.Broker with { ClientId = $"{configuration.Origin.GatewayId}.entries" },
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<DrainClient>>()));
        services.AddHostedService<DrainService>();
    }

    /// <summary>What it remembers lies with the log that it tells.</summary>
    private static void AddSparkplug(IServiceCollection services, GatewayConfiguration configuration, SparkplugSettings settings)
    {
        services.AddSingleton(s =>
        {
            var (log, time) = (s.GetRequiredService<MerkleLog>(), s.GetRequiredService<TimeProvider>());
            return new SparkplugClient(
                NodePlan.Of(configuration, settings), new StoredEntryLog(LogFolder.OpenReader(configuration.Store.Folder), s.GetRequiredService<GatewayStatus>(), () => false), log.Size,
                new NodeClock(s.GetRequiredService<IGatewayClock>(), time), Path.Combine(configuration.Store.Folder, "sparkplug.txt"), s.GetRequiredService<IMqttConnector>(),
                settings.Broker, time, s.GetRequiredService<ILogger<SparkplugClient>>());
        });
        services.AddHostedService<SparkplugService>();
    }

    private static void AddSite(IServiceCollection services, GatewayConfiguration configuration, SiteSettings settings)
    {
        services.AddSingleton(_ => new SiteLog(() => LogFolder.OpenReader(configuration.Store.Folder)));
        services.AddHostedService(s =>
        {
            var (status, readings, time) = (new GatewaySiteStatus(s.GetRequiredService<HealthSource>()), new GatewayLiveReadings(configuration, s.GetRequiredService<GatewayStatus>()), s.GetRequiredService<TimeProvider>());
            var log = s.GetRequiredService<SiteLog>();
            var history = new GatewayHistory(log, configuration, time);
            var parts = new SiteParts(configuration.Origin.ToString(), status, readings, new LiveHub(readings, status, time, s.GetRequiredService<ILogger<LiveHub>>()))
            {
                Access = new SiteAccess(new Accounts(SiteFiles.Accounts(configuration)), new GatewayCommissioning(() => LogFolder.OpenReader(configuration.Store.Folder), time)),
                Actions = new GatewaySiteActions(configuration, s.GetRequiredService<GatewayStatus>(), s.GetRequiredService<WriterRequests>(), time),
                Metrics = s.GetRequiredService<GatewayMeter>().Meter,
                History = history,
                Evidence = new GatewayEvidence(log, history, configuration, s.GetRequiredService<TrustPolicy>(), () => s.GetRequiredService<GatewayAnchorLog>().AnchoredSize),
            };
            return new SiteServer(SiteFiles.WithOwnCertificate(configuration, settings), parts, time, s.GetRequiredService<ILogger<SiteServer>>());
        });
    }

    private static void AddHealth(IServiceCollection services, GatewayConfiguration configuration, TimeSpan? statusEvery)
    {
        services.AddSingleton(_ => new DiskWatch(() => LogFolder.OpenReader(configuration.Store.Folder), BlockWrites.Read));
        services.AddSingleton(s => new DamageNote(configuration.Store.Folder, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ClockAgreement>();
        services.AddSingleton(s => new HealthSource(
            configuration, s.GetRequiredService<GatewayStatus>(), s.GetRequiredService<SampleQueue>(), s.GetRequiredService<DiskWatch>(),
            () => s.GetRequiredService<DamageNote>().Look(s.GetRequiredService<MerkleLog>().Damage),
            () => s.GetRequiredService<AnchoringClient>().Status, s.GetRequiredService<IGatewayClock>(), s.GetRequiredService<TimeProvider>())
        {
            HaltedEarlier = s.GetRequiredService<HaltNote>().Read,
            Quorum = s.GetRequiredService<TrustPolicy>().QuorumSize,
            Field = s.GetRequiredService<FieldWatch>(),
            Drain = () => s.GetService<DrainClient>()?.Status,
            Sparkplug = () => s.GetService<SparkplugClient>()?.Status,
            ClockAhead = () => s.GetRequiredService<ClockAgreement>().Look(s.GetRequiredService<BeaconBox>().Newest),
            Rtc = () => s.GetService<RtcClock>() is { Problem: { } problem } rtc ? new RtcHealth(rtc.Name, rtc.State.ToString(), problem) : null,
        });
        services.AddSingleton(s => new GatewayMeter(s.GetRequiredService<HealthSource>().Now));
        services.AddHostedService(s => new StatusServer(configuration, s.GetRequiredService<HealthSource>().Now, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<StatusServer>>()));
        services.AddHostedService<HealthService>();
        if (configuration.Telemetry.Otlp is { } collector)
            services.AddHostedService(s => new OtlpService(collector, configuration, s.GetRequiredService<GatewayMeter>(), s.GetRequiredService<ILogger<OtlpService>>()));
        if (statusEvery is { } period)
            services.AddHostedService(s => new StatusService(s.GetRequiredService<HealthSource>(), period, s.GetRequiredService<TimeProvider>()));
    }
}
