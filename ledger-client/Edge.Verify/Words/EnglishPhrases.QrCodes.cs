using Edge.Verify.Inputs;

namespace Edge.Verify.Words;

/// <summary>English: what is said of the texts of QR codes, as the verifier's page says it.</summary>
public sealed partial class EnglishPhrases
{
    private string Code(InputFault fault, string file, string detail) => fault switch
    {
        InputFault.Picture => $"{file} is a picture. The page that edge-verify page writes reads QR codes from pictures; or give a file with the text of the code",
        InputFault.CodeOther => $"{file} is a QR code of another kind, not of evidence; it says {ShownText.Name(detail)}",
        InputFault.CodeAddress => $"{file} is the QR code of an address, {ShownText.Name(detail)}, not of evidence. Open that address in a browser, and let it show the code of a reading's evidence",
        InputFault.CodeNewer => $"{file} is a QR code of evidence of form {detail}, which this program does not know. Use a newer one",
        InputFault.CodeDamaged => $"{file} is a QR code of evidence, but its text is damaged. Read the code again, or ask for the file",
        InputFault.PartsMissing => $"{file} is told in {Parts(detail).Count} QR codes, and not all were read yet: {Parts(detail).Missing} missing. Read these too, in any order",
        InputFault.PartsDiffer => $"the {detail} QR codes of {file} do not make one file: its digest is not the one that they name. Read all of them again, from one place",
        InputFault.SeveralCodes => $"{file} has QR codes of more than one evidence file. Give those of one at a time",
        _ => $"{file}: fault {(int)fault}",
    };
}
