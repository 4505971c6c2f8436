using Edge.Torture;
using Edge.Torture.Power.Guest;

if (GuestRun.Read(args) is { } guest)
{
    guest.Run();
    return 0;
}
return await TortureCommand.RunAsync(args);
