using Edge.Verify.Inputs;

namespace Edge.Verify.Words;

/// <summary>Simplified Chinese: what is said of the texts of QR codes, as the verifier's page says it.</summary>
public sealed partial class ChinesePhrases
{
    private string Code(InputFault fault, string file, string detail) => fault switch
    {
        InputFault.Picture => $"{file} 是图片。请用 edge-verify page 写出的核验页面读取图片中的二维码，或给出载有二维码内容的文本文件",
        InputFault.CodeOther => $"{file} 是其他用途的二维码，不是证据二维码；其内容为 {ShownText.Name(detail)}",
        InputFault.CodeAddress => $"{file} 是网址二维码（{ShownText.Name(detail)}），不是证据二维码。请在浏览器中打开该网址，让其显示某个读数的证据二维码",
        InputFault.CodeNewer => $"{file} 是第 {detail} 版格式的证据二维码，本程序尚不支持。请使用更新的程序",
        InputFault.CodeDamaged => $"{file} 是证据二维码，但内容已损坏。请重新读取，或索取证据文件",
        InputFault.PartsMissing => $"{file} 分载于 {Parts(detail).Count} 个二维码，尚未读全：缺第 {Parts(detail).Missing} 个。请继续读取这些二维码，先后不限",
        InputFault.PartsDiffer => $"{file} 的 {detail} 个二维码不能拼成一个文件：其摘要与所载不符。请从同一处重新读取全部二维码",
        InputFault.SeveralCodes => $"{file} 含有不止一个证据文件的二维码。请每次只给出其中一个的二维码",
        _ => $"{file} 代码 {(int)fault}",
    };
}
