using Edge.Gateway.Evidence;
using Edge.Gateway.Past;
using Edge.Site.Ports;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Site;

/// <summary>The log as the site page reads it: through a reader of its own, opened when somebody first asks. One caller at a time.</summary>
public sealed class SiteLog(Func<ILogReader> open) : IDisposable
{
    private LogView? _view;
    private BootTimes? _times;
    private (ulong First, int Count) _landmarks;

    /// <summary>Grows when what was known of the clock changed: times shown before may be others now.</summary>
    internal int Clockwork { get; private set; }

    internal LogView View => _view ??= new LogView(open());

    internal BootTimes Times
    {
        get
        {
            var runs = Landmarks.Before(View.Store, ulong.MaxValue).ToList();
            var known = (runs.Count > 0 ? runs[0].First : 0, runs.Count);
            if (_times is not null && known == _landmarks)
                return _times;
            Clockwork++;
            _landmarks = known;
            Openings = [.. runs.Where(r => r.Count > 1)];
            return _times = new BootTimes(View);
        }
    }

    /// <summary>What each start of the gateway wrote, as <see cref="Times"/> found them.</summary>
    internal IReadOnlyList<Landmarks.Run> Openings { get; private set; } = [];

    internal LogMarks Marks
    {
        get
        {
            var (store, extent) = (View.Store, View.Store.Extent);
            return new LogMarks(extent.Oldest, store.NewestReceipt()?.Size ?? 0, store.NewestCheckpoint()?.Size ?? 0, extent.Size);
        }
    }

    /// <summary>Looks into it; what the store or the evidence says of its failure becomes a refusal.</summary>
    internal T Look<T>(Func<T> look)
    {
        try
        {
            return look();
        }
        catch (EntryEvictedException e)
        {
            throw new RefusedException(Refusal.Gone, EvidenceWords.English.Evicted(e.Index, e.Oldest));
        }
        catch (LogDamagedException)
        {
            throw new RefusedException(Refusal.Gone, "what was asked for is damaged in the store: its hash remains, its bytes are lost");
        }
        catch (EvidenceException e)
        {
            throw new RefusedException(Why(e.Lack), e.Message);
        }
        catch (StoreException)
        {
            Dispose();
            throw new RefusedException(Refusal.Unreadable, "the log cannot be read now; the gateway's own log says why", TimeSpan.FromSeconds(10));
        }
    }

    private static Refusal Why(Lack lack) => lack switch
    {
        Lack.NothingThere => Refusal.NothingThere,
        Lack.Anchor => Refusal.NotAnchored,
        Lack.Room => Refusal.TooMuch,
        _ => Refusal.Gone,
    };

    public void Dispose()
    {
        _view?.Store.Dispose();
        (_view, _times, _landmarks) = (null, null, default);
    }
}
