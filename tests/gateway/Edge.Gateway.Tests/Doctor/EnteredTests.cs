using Edge.Gateway.Doctor.Commissioning;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Doctor;

public sealed class EnteredTests : IDisposable
{
    private readonly WriterRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void What_a_person_answers_for_is_durable_and_sealed_at_once_under_the_index_that_is_told()
    {
        var index = _rig.Writer.Enter(new CommissioningNote("all well", "Li Wei").At);

        var entries = _rig.Entries();
        Assert.Equal("Li Wei", Assert.IsType<EventEntry>(entries[(int)index]).Who);
        Assert.IsType<SealEntry>(entries[(int)index + 1]);
        Assert.Equal(entries.Length, (int)_rig.Log.Size);
    }
}
