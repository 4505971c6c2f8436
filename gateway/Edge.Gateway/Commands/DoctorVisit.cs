using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Consequences;
using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Commissioning;
using Edge.Gateway.Doctor.Reports;
using Edge.Gateway.Doctor.Words;
using Edge.Gateway.Export;
using Edge.Gateway.Outputs;
using Edge.Gateway.Time;
using Edge.Gateway.Time.Rtc;
using Edge.Ledger.Mqtt.Links;
using Edge.Sensors.Catalog;
using Edge.Store;

namespace Edge.Gateway.Commands;

/// <summary>One examination: looks, enters it in the log if somebody answers for it, writes the report, shows what was found.</summary>
internal sealed class DoctorVisit(GatewayConfiguration configuration, IReadOnlyList<ConfigurationProblem> problems, DoctorWords words, ExportWords files)
{
    /// <summary>Something is to be looked at, nothing is broken.</summary>
    public const int Look = 1;

    /// <summary>Something is broken.</summary>
    public const int Broken = 3;

    /// <summary>Ended early, or what was asked for was not done.</summary>
    public const int NotDone = 4;

    public async Task<int> RunAsync(DoctorWish wish, CancellationToken cancellationToken)
    {
        var trials = wish.Trials(configuration, words);
        using var alone = OneExamination.TryTake(configuration);
        if (alone is null)
        {
            return await Failure.SayAsync("not_done", NotDone, words.NotAlone(configuration.File));
        }

        try
        {
            var gateway = await RunningGateway.FindAsync(configuration, TimeProvider.System, cancellationToken);
            // Lines that free a bus are the running gateway's to pull.
            using var buses = new BusDirectory(gateway.IsThere ? configuration.Buses.Select(b => b with { Recovery = null }) : configuration.Buses, TimeProvider.System);
            var kernel = new LinuxTime();
            var rtc = Rtc(buses, gateway) is { } battery ? new RtcClock(battery, kernel, configuration.Clock) : null;
            var clock = new SystemClock(configuration.Clock, kernel, rtc);
            var with = new Instruments(buses, Board.Own, clock, () => rtc?.Problem, () => MqttStack.CreateConnector(TimeProvider.System), TimeProvider.System);
            var findings = await LookAsync(gateway, with, cancellationToken) with { Simulated = trials };
            var (signed, unsigned) = wish.Who is { } who ? await SignAsync(findings, who, clock, cancellationToken) : (null, null);
            await Console.Out.WriteAsync(wish.Json ? FindingsJson.Write(findings) + "\n" : new DoctorPage(words, Terminal.IsColoured, Terminal.Columns).Of(findings));
            if (signed is not null)
                await Console.Error.WriteLineAsync(words.Signed(signed.Index, findings.Running));
            if (unsigned is not null)
                await Console.Error.WriteLineAsync(words.NotSigned(unsigned));
            if (wish.Report is { } path)
                await ReportAsync(findings, signed, path, cancellationToken);
            return unsigned is not null ? NotDone : findings.Verdict switch { Verdict.Ok => 0, Verdict.Look => Look, _ => Broken };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await Failure.SayAsync("not_done", NotDone, words.Interrupted);
        }
        catch (ExportException e) when (!e.IsOfInput)
        {
            return await Failure.SayAsync("not_done", NotDone, e.Message);
        }
    }

    private async Task<Findings> LookAsync(RunningGateway gateway, Instruments with, CancellationToken cancellationToken)
    {
        var identity = new FoundIdentity([.. IdentityProblems.Of(configuration, problems)], [.. Unreadable.Of(configuration)], Key());
        using var progress = new ProgressLine(Console.Error, Terminal.IsWatched, Terminal.Columns, words);
        return await new Examination(configuration, problems, identity, gateway, with, progress).RunAsync(cancellationToken);
    }

    /// <summary>Null where none is configured, or its bus is none; nor where a gateway runs that may have another device in its place.</summary>
    private IRtc? Rtc(BusDirectory buses, RunningGateway gateway) => configuration.Clock switch
    {
        { Rtc: null } => null,
        { RtcBus: not null } when gateway.IsThere && !gateway.HasInForce(configuration) => null,
        { RtcBus: { } bus } => configuration.Buses.Any(b => b.Name == bus && b.Carries(Wiring.I2c)) ? new BusRtc(buses.I2c(bus)) : null,
        { Rtc: { } name } => new KernelRtc(name),
    };

    private string? Key()
    {
        try
        {
            using var signer = KeyFile.Read(configuration);
            return signer.Verifier.ToString();
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>The entry, or why there is none.</returns>
    private async Task<(SignedExamination? Signed, string? Why)> SignAsync(Findings findings, string who, SystemClock clock, CancellationToken cancellationToken)
    {
        var note = CommissioningNote.Of(findings, ReportPage.Hash(FindingsJson.Write(findings)), who);
        if (!note.IsSound)
            return (null, words.NoName);
        if (findings.Checks.Any(c => c.Symptom is Symptom.ConfigurationFaulty or Symptom.IdentityFaulty))
            return (null, words.NotItself);
        if (findings.IsOther && FileType.IsOwn(configuration.KeyFile))
            return (null, words.NotInForce);
        if (!FileType.IsOwn(configuration.KeyFile) && (!findings.Running || findings.IsOther))
            return (null, words.NotOwner(configuration.KeyFile));
        try
        {
            if (findings.Running)
                return (new SignedExamination(who, await CommissioningClient.EnterAsync(configuration.Store.Folder, note, TimeProvider.System, cancellationToken)), null);
            using var signer = KeyFile.Read(configuration);
            return (new SignedExamination(who, StoppedLog.Enter(configuration, signer, clock, note.At)), null);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, words.NotOwner(configuration.KeyFile));
        }
        catch (Exception e) when (e is InputException or IOException or StoreException)
        {
            return (null, findings.Running ? words.NotTaken : e.Message);
        }
    }

    private async Task ReportAsync(Findings findings, SignedExamination? signed, string path, CancellationToken cancellationToken)
    {
        var file = new OutputFile(configuration.Store.Folder, configuration.Origin.ToString(), files, Console.Error.WriteLine);
        var written = await file.WriteAsync(path, OutputKind.Report, Encoding.UTF8.GetBytes(new ReportPage(words).Of(findings, signed)), cancellationToken);
        await Console.Error.WriteLineAsync(words.Written(written));
    }
}
