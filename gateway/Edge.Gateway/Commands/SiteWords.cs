using System.Globalization;
using System.Text;
using Edge.Site.Access;

namespace Edge.Gateway.Commands;

/// <summary>What is said of accounts and the certificate of the site page, in one language.</summary>
internal sealed class SiteWords(bool chinese)
{
    private const int NameColumns = 32;

    public static SiteWords English { get; } = new(chinese: false);

    public static SiteWords Chinese { get; } = new(chinese: true);

    public string NoAccounts => chinese ? "没有账户。请添加：edge-gateway site account add 姓名 --role technician" : "There are no accounts. Add one: edge-gateway site account add NAME --role technician";

    public string AskAgain => chinese ? "再输入一次：" : "Once more: ";

    public string NotTheSame => chinese ? "两次输入不同；未作任何更改。" : "The two are not the same; nothing was changed.";

    public string AskPassword(string name) => chinese ? $"{name} 的新密码：" : $"New password of {name}: ";

    public string Added(string name, Role role) => chinese ? $"已添加 {name}（{Of(role)}）。" : $"Added {name}, {Of(role)}.";

    /// <param name="technician">Whether one is left.</param>
    public string Removed(string name, bool technician) => chinese
        ? $"已删除 {name}，其会话随即结束。{(technician ? "" : "现在没有技术员账户：页面只在本机可用。")}"
        : $"Removed {name}; their sessions end now.{(technician ? "" : " No technician is left: the page stays on this machine.")}";

    public string PasswordChanged(string name) => chinese ? $"已更改 {name} 的密码，其会话随即结束。" : $"Changed the password of {name}; their sessions end now.";

    public string Line(Account account) => $"{account.Name}{new string(' ', Math.Max(2, NameColumns - Columns(account.Name)))}{Of(account.Role)}";

    public string NotAName(string name, int most) => chinese
        ? $"“{name}”不能作账户名。请写 1 至 {most} 个字母、数字或汉字，其间可用空格和 . - _ '。"
        : $"\"{name}\" cannot be an account's name. Write 1 to {most} letters and digits, between them spaces and . - _ '.";

    public string IsThere(string name) => chinese ? $"{name} 已有账户。改密码请用：edge-gateway site account password" : $"{name} has an account already. To change its password: edge-gateway site account password";

    public string Unknown(string name) => chinese ? $"没有名为“{name}”的账户。列出：edge-gateway site account list" : $"There is no account \"{name}\". To see them: edge-gateway site account list";

    public string TooMany(int most) => chinese ? $"已有 {most} 个账户，不能再多；请删除不再使用的。" : $"There are {most} accounts, which is the most; remove those that are not used.";

    public string WeakPassword(int least, int most) => chinese
        ? $"密码须有 {least} 至 {most} 个字符，且不得包含姓名。从标准输入或 --password-file 的首行读取，也可在终端输入。"
        : $"A password has {least} to {most} characters, and the name is no part of it. It is read from the first line of standard input or of --password-file, or typed at a terminal.";

    public string PasswordUnread(string file, string why) => chinese ? $"无法读取 {file}（{why}）。" : $"{file} cannot be read ({why}).";

    public string AnothersKey(string key) => chinese
        ? $"{key} 属于另一用户。请以网关的用户运行，例如 runuser -u edge -- edge-gateway site ……，否则网关读不到所写的文件。"
        : $"{key} belongs to another user. Run this as the gateway's user, for example runuser -u edge -- edge-gateway site ...; it could not read what you write.";

    public string NoSite(string file) => chinese ? $"{file} 中没有 site:，因此没有页面。请写例如 site: {{ listen: 127.0.0.1:8080 }}" : $"{file} has no site:, so there is no page. Write for example site: {{ listen: 127.0.0.1:8080 }}";

    public string NoTap(string file) => chinese
        ? $"{file} 的 site: 中没有 tap:，因此没有取水点页面。请写 name、address 与 channels。"
        : $"{file} has no tap: under site:, so there is no page for the tap. Write name, address and channels there.";

    public string NoTapAddress(string file) => chinese
        ? $"{file} 未写明手机以何地址访问本网关。请写例如 site: {{ tap: {{ address: https://tap.city.example }} }}"
        : $"{file} does not say by which address phones reach this gateway. Write for example site: {{ tap: {{ address: https://tap.city.example }} }}";

    public string NoCertificate(string file, string why) => chinese ? $"{file} 不是可用的证书（{why}）。" : $"{file} is no certificate that can be used ({why}).";

    /// <param name="unused">The page is on this machine only, without TLS.</param>
    public string Certificate(string fingerprint, string file, bool unused) => chinese
        ? $"SHA-256 指纹：\n{fingerprint}\n证书文件：{file}{(unused ? "\n现在页面只在本机可用，不用 TLS，此证书尚未使用。" : "\n首次访问时请与浏览器所示核对。")}"
        : $"SHA-256 fingerprint:\n{fingerprint}\nCertificate: {file}{(unused ? "\nThe page is on this machine only now, without TLS; the certificate is not used yet." : "\nCompare it with what the browser shows the first time.")}";

    public string Fault(AccountsFileException why) => !chinese ? why.Message : why.Fault switch
    {
        AccountsFault.Open => $"{why.Path}：其他用户可使用该文件。请运行：chmod 600 {why.Path}",
        AccountsFault.Version => $"{why.Path}：由更新版本的程序写成。",
        _ => $"{why.Path}：不是账户文件。请恢复，或删除后重新添加账户。",
    };

    private string Of(Role role) => !chinese ? RoleName.Of(role) : role switch
    {
        Role.Viewer => "查看者",
        Role.Operator => "操作员",
        _ => "技术员",
    };

    /// <summary>Columns of a terminal: most signs of Chinese take two.</summary>
    private static int Columns(string text) => text.EnumerateRunes().Sum(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.OtherLetter && r.Value >= 0x1100 ? 2 : 1);
}
