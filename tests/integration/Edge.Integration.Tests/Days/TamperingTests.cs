using Edge.Integration.Tests.Towns;
using Edge.Ledger;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Policies;
using Edge.Testing;
using Edge.Verify.Commands;

namespace Edge.Integration.Tests.Days;

public sealed class TamperingTests(DayTown day) : IClassFixture<DayTown>
{
    private const int Processes = 36;

    private string Original => day.Evidence["water.tap.ph"];

    [Fact]
    public async Task No_single_flipped_bit_is_ever_valid_and_none_breaks_the_verifier()
    {
        var bytes = await File.ReadAllBytesAsync(Original);
        var file = day.File("flipped.edge");
        await File.WriteAllBytesAsync(file, bytes);
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var codes = new int[3];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            Put(open, bit / 8, (byte)(bytes[bit / 8] ^ (1 << (bit % 8))));
            var (code, said) = VerifyHere(file);
            Put(open, bit / 8, bytes[bit / 8]);
            Assert.True(code is 1 or 2, $"bit {bit} flipped: exit code {code}: {said}");
            Assert.False(said.Contains("   at ", StringComparison.Ordinal) || said.Contains("unforeseen", StringComparison.OrdinalIgnoreCase), $"bit {bit} flipped: {said}");
            codes[code]++;
        }

        Assert.Equal(0, VerifyHere(file).Code);
        Assert.Equal((0, bytes.Length * 8), (codes[0], codes[1] + codes[2]));
    }

    [Fact]
    public async Task A_flipped_bit_under_a_digest_made_anew_never_changes_what_is_proved()
    {
        var policy = TrustPolicy.Parse(await File.ReadAllBytesAsync(day.Policy));
        var bytes = await File.ReadAllBytesAsync(Original);
        var proved = Assert.Single(new EvidenceVerifier(policy).Verify(bytes).Readings).Reading;
        var refused = 0;
        // Every bit of every seventh byte: 7 shares no factor with what repeats in the file.
        for (var bit = 0; bit < (bytes.Length - Hash32.Size) * 8; bit += bit % 8 == 7 ? 49 : 1)
        {
            var forged = bytes.ToArray();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            TreeHasher.Sha256.Hash(forged.AsSpan(0, forged.Length - Hash32.Size)).Bytes.CopyTo(forged.AsSpan(forged.Length - Hash32.Size));
            try
            {
                var verdict = new EvidenceVerifier(policy).Verify(forged);
                if (verdict.Outcome == Outcome.Invalid)
                    refused++;
                else
                    Assert.True(verdict.Readings is [var reading] && reading.Reading == proved, $"bit {bit} flipped and the digest made anew: something else is proved");
            }
            catch (MalformedException)
            {
                refused++;
            }
        }

        Assert.True(refused > bytes.Length / 7 * 6, $"only {refused} of {bytes.Length / 7 * 8} were refused");
    }

    [Fact]
    public async Task Dozens_of_flipped_bits_are_refused_by_the_program_itself()
    {
        var bytes = await File.ReadAllBytesAsync(Original);
        var random = new Random(7);
        for (var i = 0; i < Processes; i++)
        {
            var bit = random.Next(bytes.Length * 8);
            var forged = bytes.ToArray();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            await RefusedAsync(forged, $"bit {bit} flipped");
        }
    }

    [Fact]
    public async Task Cut_lengthened_empty_and_foreign_files_are_refused_by_the_program()
    {
        var bytes = await File.ReadAllBytesAsync(Original);
        await RefusedAsync([], "empty");
        await RefusedAsync(bytes[..^1], "a byte short");
        await RefusedAsync(bytes[..(bytes.Length / 2)], "half");
        await RefusedAsync([.. bytes, 0], "a byte long");
        await RefusedAsync([.. bytes, .. bytes], "twice");
        await RefusedAsync(await File.ReadAllBytesAsync(day.Policy), "a policy");
        Assert.Equal(2, (await ProgramRun.Of(Programs.Verify, Original, "--policy", day.File("none.txt"))).Code);
    }

    [Fact]
    public async Task Under_the_policy_of_another_city_the_same_file_is_invalid()
    {
        var other = await File.ReadAllTextAsync(day.Policy);
        var policy = day.File("other-policy.txt");
        await File.WriteAllTextAsync(policy, other.Replace("city.example", "town.example", StringComparison.Ordinal));

        var run = await ProgramRun.Of(Programs.Verify, Original, "--policy", policy);

        Assert.True(run.Code is 1 or 2, run.Said());
    }

    private async Task RefusedAsync(byte[] bytes, string what)
    {
        var file = day.File("tampered.edge");
        await File.WriteAllBytesAsync(file, bytes);
        var run = await day.VerifyAsync(file);
        Assert.True(run.Code is 1 or 2, $"{what}: {run.Code}: {run.Said()}");
        Assert.NotEmpty(run.Said().Trim());
    }

    /// <summary>What the program's own Main calls.</summary>
    private (int Code, string Said) VerifyHere(string file)
    {
        using var memory = new MemoryStream();
        using var writer = new StreamWriter(memory);
        var code = (int)VerifyCommand.Run([file, "--policy", day.Policy, "--lang", "en"], _ => null, writer, writer);
        writer.Flush();
        return (code, System.Text.Encoding.UTF8.GetString(memory.ToArray()));
    }

    private static void Put(FileStream file, int at, byte value)
    {
        file.Position = at;
        file.WriteByte(value);
        file.Flush();
    }
}
