using System.Globalization;
using System.Text;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Torture.Power.Guest;

/// <summary>Appends groups as a gateway would, most of them small, some sealed, some of a backlog's size; says after each call what was acknowledged.</summary>
internal sealed class Appender(MerkleLog log, Workload workload, int boot, ulong seed, Action<string> say)
{
    public const string StateKey = "torture";

    private readonly Random _course = new((int)((seed * 1000 + (ulong)boot) % int.MaxValue));
    private readonly EntryBatch _batch = new();
    private Hash32 _root;
    private ulong _states;

    /// <summary>One group and what follows it.</summary>
    public void Step()
    {
        _batch.Clear();
        var first = log.Size;
        var count = _course.Next(40) == 0 ? _course.Next(300, 900) : _course.Next(1, 20);
        for (var i = 0; i < count; i++)
            _batch.Add(workload.Entry(first + (ulong)i, boot));
        var isSealed = _course.Next(3) == 0;
        log.Append(_batch, isSealed ? Sign : null);
        Say(isSealed ? AcknowledgedKind.Sealed : AcknowledgedKind.Group, first, (ulong)count, isSealed ? _root : default);
        if (isSealed && _course.Next(2) == 0)
            PutReceipt(log.Size);
        if (_course.Next(6) == 0)
            PutState();
    }

    /// <summary>Which boot wrote a state's value, and the how manyth of that boot it is.</summary>
    public static (int Boot, ulong Number) ReadState(byte[]? value) => value is not null && Encoding.ASCII.GetString(value).Split(' ') is [var boot, var number]
        ? (int.Parse(boot, CultureInfo.InvariantCulture), ulong.Parse(number, CultureInfo.InvariantCulture))
        : default;

    private void PutReceipt(ulong size)
    {
        log.PutReceipt(size, Workload.Receipt(size));
        Say(AcknowledgedKind.Receipt, size, 0, default);
        if (_course.Next(8) != 0)
            return;
        Say(AcknowledgedKind.Evicting, size / 2, 0, default);
        log.Evict(size / 2);
    }

    private void PutState()
    {
        log.PutState(StateKey, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{boot} {++_states}")));
        Say(AcknowledgedKind.State, _states, 0, default);
    }

    private ReadOnlyMemory<byte> Sign(ulong size, Hash32 root)
    {
        _root = root;
        return workload.Sign(size, root);
    }

    private void Say(AcknowledgedKind kind, ulong first, ulong count, Hash32 root) => say(new Acknowledgement(kind, boot, first, count, root).ToString());
}
