using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Ledger.Notes;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Ledger.Mqtt.Tests.Anchoring;

public sealed class CheckpointSubmissionTests
{
    [Fact]
    public async Task An_answer_that_comes_just_when_the_wait_is_over_ends_nothing_else()
    {
        await using var broker = await MosquittoBroker.StartAsync();
        using var end = new CancellationTokenSource();
        var session = new MqttSession(
            MqttStack.CreateConnector(TimeProvider.System), new MqttEndpoint { Host = broker.Host, Port = broker.Port }, new MqttSessionOptions { Filters = ["t"] }, TimeProvider.System, NullLogger.Instance);
        var running = session.RunAsync((_, _) => ValueTask.CompletedTask, end.Token);
        await Eventually.True(() => session.State.IsConnected);
        var (keys, log, clock) = (new CityKeys("gw-1"), new MemoryAnchorLog(CityKeys.Gateway("gw-1")), new TardyTime());
        SignedNote? pending = log.Seal(5);
        var submission = new CheckpointSubmission(session, new WitnessDialogue(keys.Policy, CityKeys.Origin("gw-1"), log, 0, clock), "t", new SubmissionOptions(), clock, NullLogger.Instance);

        var submitting = submission.SubmitAsync(() => pending, _ => pending is null, end.Token);
        await Eventually.True(() => clock.Started > 0);
        pending = null;
        submission.Heard.Beat();
        await submitting;
        clock.Fire();

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    /// <summary>Its timers were about to fire when they were disposed: what they call is called then all the same, as on a pool thread that was already on its way.</summary>
    private sealed class TardyTime : TimeProvider
    {
        private readonly List<Action> _called = [];

        public int Started => _called.Count;

        public void Fire() => _called.ForEach(c => c());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _called.Add(() => callback(state));
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
