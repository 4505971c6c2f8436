using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Identity;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Sampling;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Doctor.Commissioning;

/// <summary>The log of a gateway that does not run, continued for one entry as the gateway itself would: a boot, what is in force, the entry, a seal, a stop.</summary>
public static class StoppedLog
{
    /// <summary>The entry's index; it is durable and sealed.</summary>
    /// <exception cref="KeyInUseException">The gateway runs after all.</exception>
    /// <exception cref="StoreException">The store cannot be opened, or does not take it.</exception>
    /// <exception cref="IOException">Why the gateway itself would not start there.</exception>
    public static ulong Enter(GatewayConfiguration configuration, NoteSigner signer, IGatewayClock clock, Func<ClockStamp, EventEntry> entry)
    {
        using var held = KeyHold.Take(configuration);
        var marker = new SignedLogMarker(configuration);
        Refuse(marker.WhyNot());
        using var log = MerkleLog.Open(LogFolder.Open(configuration.Store.Folder, configuration.Origin.Hasher, configuration.Store.Parts, signer.Verifier), configuration.Origin.Hasher);
        Refuse(marker.WhyNot(log));
        if (LogOwners.Of(log.View.Store, signer.Verifier, out var owner) != LogOwner.Own)
            throw new IOException($"{configuration.Store.Folder} holds a log that {owner} signed with another key, or under another name.");
        using var writer = new LogWriter(
            configuration, log, signer, new SampleQueue(configuration.Channels.Count), clock, new BeaconBox(), new GatewayStatus(configuration.Channels.Count), NullLogger<LogWriter>.Instance);
        writer.Sealed += _ => marker.Note(NullLogger.Instance);
        writer.Start();
        var index = writer.Enter(entry);
        return writer.Stop() ? index : throw new StoreException($"{configuration.Store.Folder}: the entry was not taken.");
    }

    private static void Refuse(string? why)
    {
        if (why is not null)
            throw new IOException(why);
    }
}
