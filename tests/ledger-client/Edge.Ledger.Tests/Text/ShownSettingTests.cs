using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Text;

public sealed class ShownSettingTests
{
    [Theory]
    [InlineData("channel.scale", "loop", "scale loop", "换算（scale）电流环")]
    [InlineData("purpose", "billing", "purpose billing", "用途（purpose）计费")]
    [InlineData("options.means", "door", "means door", "监视对象（means）门")]
    [InlineData("bus_at", "/dev/i2c-1", "bus_at /dev/i2c-1", "总线所在（bus_at）/dev/i2c-1")]
    [InlineData("alarm_deadband", "0.3", "alarm_deadband 0.3", "告警回差（alarm_deadband）0.3")]
    [InlineData("rules.flat_line_ms", "20000", "flat_line 20000 ms", "允许不变（flat_line）20000 ms")]
    [InlineData("rules.plausible_range", "[1,8]", "range [1,8]", "合理范围（range）[1,8]")]
    [InlineData("own", "loop", "own loop", "own loop")]
    public void A_setting_has_the_name_that_the_file_has_for_it_and_in_Chinese_its_words_before_it(string path, string value, string english, string chinese)
    {
        var setting = ShownSetting.Of(path, value);
        Assert.Equal((english, chinese), (setting.English, setting.Chinese));
    }
}
