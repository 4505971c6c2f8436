namespace Edge.Gateway.Doctor;

/// <summary>The verdict of each symptom.</summary>
public static class Symptoms
{
    public static Verdict Verdict(this Symptom symptom) => symptom switch
    {
        Symptom.ConfigurationGood or Symptom.IdentityGood or Symptom.BoardSeen or Symptom.BusGood or Symptom.BusShared or Symptom.DeviceGood or Symptom.ReadingGood or Symptom.ClockGood
            or Symptom.DiskGood or Symptom.GatewayRuns or Symptom.LogGood or Symptom.LogNew or Symptom.BrokerGood => Doctor.Verdict.Ok,
        Symptom.ConfigurationOther or Symptom.ChannelOther or Symptom.IdentityHidden or Symptom.DeviceUnasked or Symptom.ContactActive or Symptom.ReadingDoubted or Symptom.ReadingAwaited or Symptom.NotRead or Symptom.ClockUnvouched
            or Symptom.GatewayNeeds or Symptom.GatewayMute or Symptom.TooSlow or Symptom.NotChecked => Doctor.Verdict.Look,
        _ => Doctor.Verdict.Broken,
    };
}
