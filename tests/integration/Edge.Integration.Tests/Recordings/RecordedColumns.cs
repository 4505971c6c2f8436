namespace Edge.Integration.Tests.Recordings;

/// <summary>The recordings that must come through, and how to read them: as text, without the simulator's own reader.</summary>
internal sealed record RecordedColumns(string File, char Delimiter, string Domain, IReadOnlyList<RecordedColumn> Columns)
{
    public static RecordedColumns Pipeline { get; } = new("pipeline_skab_anomaly_free.csv", ';', "pipeline",
    [
        RecordedColumn.Loop("main.pressure", "Pressure", -2, 2),
        RecordedColumn.Loop("main.temperature", "Temperature", 0, 150),
        RecordedColumn.Loop("main.fluid.temperature", "Thermocouple", 0, 100),
        RecordedColumn.Loop("main.pump.vibration1", "Accelerometer1RMS", 0, 0.5),
        RecordedColumn.Loop("main.pump.vibration2", "Accelerometer2RMS", 0, 0.5),
        RecordedColumn.Voltage("power.pump.voltage", "Voltage", 8),
        RecordedColumn.Current("power.pump.current", "Current", 5),
    ]);

    public static RecordedColumns Energy { get; } = new("energy_uci_household.csv", ';', "energy",
    [
        RecordedColumn.Voltage("power.voltage", "Voltage", 8),
        RecordedColumn.Current("power.current", "Global_intensity", 60),
        RecordedColumn.Loop("power.active", "Global_active_power", 0, 12),
        RecordedColumn.Loop("power.reactive", "Global_reactive_power", 0, 2),
        RecordedColumn.Loop("power.sub1", "Sub_metering_1", 0, 100),
        RecordedColumn.Loop("power.sub3", "Sub_metering_3", 0, 100),
    ]);

    public static RecordedColumns Water { get; } = new("water_quality_canary_station_b.csv", ',', "water",
    [
        RecordedColumn.Ph("water.ph", "B_PH_VAL"),
        RecordedColumn.Ph("water.plant.ph", "B_PLNT_PH_VAL"),
        RecordedColumn.Loop("water.chlorine", "B_CL2_VAL", 0, 5),
        RecordedColumn.Loop("water.turbidity", "B_TURB_VAL", 0, 2),
        RecordedColumn.Loop("water.conductivity", "B_COND_VAL", 0, 500),
        RecordedColumn.Loop("water.temperature", "B_TEMP_VAL", 32, 122),
        RecordedColumn.Loop("main.pressure", "B_PRES_OP", 0, 100),
        RecordedColumn.Loop("main.plant.flow", "B_PLNT_FLOW_OP", 0, 60),
    ]);

    public static IReadOnlyList<RecordedColumns> All { get; } = [Pipeline, Energy, Water];
}
