using Edge.Gateway.Configuration;

namespace Edge.Gateway.Commands;

internal sealed class ChineseHelpWords : HelpWords
{
    public override string Program => "管道上的网关：读取传感器，把每个读数存入默克尔日志，并向城市上链存证。";

    public override string Configuration => "网关的 YAML 配置文件。";

    public override string ConfigurationOr(IReadOnlyList<string> places) => $"网关的 YAML 配置文件。默认：{string.Join("，其次 ", places)}。";

    public override string Language => "消息的语言：en、zh。默认依 LC_ALL、LC_MESSAGES、LANG。";

    public override string LanguageOfRun => "本帮助的语言：en、zh。网关运行时记录的消息为英文；各条的中英文说明见 gateway/Edge.Gateway/Hosting/README.md。";

    public override string Usage(string message) => ChineseUsage.Of(message);

    public override string NoCommand(string named, IReadOnlyList<string> known, string command) => $"“{named}”不可用，只能是 {string.Join(" 或 ", known)}。{See(command)}";

    public override string NotWhole(string option, string text, string what) => $"{option}：“{text}”不是整数。请写{what}。";

    public override string AnIndex => "日志条目的编号";

    public override string Indices => "日志条目的编号；多个如 --index 20 30";

    public override string IndexNotTime => "日志条目的编号；时间请用 --since 和 --until";

    public override string ASize => "日志条目的数目";

    public override string NotSeconds(string option, string text) => $"{option}：“{text}”不是秒数；请写 1 至 86400。";

    public override string Unusable(ConfigurationException why) => $"配置无法使用：\n{string.Join('\n', why.Problems.Select(Problem))}";

    public override string Message(ConfigurationProblem problem) => ChineseProblems.Of(problem.Message);

    private string Problem(ConfigurationProblem problem) =>
        problem.Line > 0 ? $"{problem.File}:{problem.Line}：{problem.Path}：{Message(problem)}" : $"{problem.File}：{Message(problem)}";

    public override string AnothersLog(string folder, string found, string file, string mine) =>
        $"{folder} 中是 {found} 的日志，而 {file} 中写的是 origin: {mine}。网关只续写自己的日志。请在 store: 下写明本网关的目录，或改正 origin 并换用那台网关的密钥。";

    public override string AnotherKeys(string folder, string key) =>
        $"{folder} 中的日志由另一把密钥签署，而不是 {key}；用这把密钥续签，城市一概不会认可。请换回当初签署所用的密钥。若已丢失，请建立新的身份：用 edge-gateway keygen 以另一网关编号生成密钥，在 store: 下写明新目录，并由城市准入。";

    public override string See(string command) => $"参见：{command}";

    public override string UsageHead => "用法：";

    public override string ExampleHead => "例：";

    public override string OptionsPlace => "[选项]";

    public override string CommandPlace => "命令";

    public override string Needed => "必填。";

    public override string ThisHelp => "本说明。";

    public override string Run => "运行网关，直到 SIGTERM 或 SIGINT；然后封存余下的条目并结束。";

    public override string Status => "以一行 JSON 输出状态，每秒一次，或每隔若干秒一次（1 至 86400）。";

    public override string Config => "网关的 YAML 配置文件。";

    public override string Schema => "输出配置文件的 JSON Schema（2020-12），编辑器据此补全并随写随查。请存放在配置文件旁，并在其首行写：# yaml-language-server: $schema=gateway.schema.json";

    public override string Check => "检查配置，并说明其结果：读数、占用存储、断网可存多久、写入量；不启动任何部分。退出码：0 可用（请阅读以 ! 开头的各行）；1 本磁盘没有可供日志使用的空间；2 不可用。";

    public override string Doctor => "对照配置检查主板：总线与 GPIO 芯片、有哪些应答及其型号、每个传感器读一次、时钟、磁盘、消息服务器、密钥；指出该看哪根线或哪项设置。"
        + "网关运行时不触动其器件，只显示其读数。退出码：0 全部正常；1 有待查看；2 用法错误或没有配置；3 有故障；4 提前结束，或未能按要求签署或写出报告。";

    public override string DoctorJson => "以一行 JSON 对象给出检查结果。";

    public override string Simulate => "显示某环路电流会得到什么：3.5mA、4、12、20、21.5，或 all（全部五个）；其后写测点，或 all。并非实测。";

    public override string Report => "写出可打印签字的 HTML 页面：新文件、空文件或先前的报告。";

    public override string Sign => "您为检查结果负责：以您的姓名记入日志；网关运行时由网关写入，否则打开其日志写入。";

    public override string HowItIs => "说明网关是否在测量、是否在存证、有什么需要处理。询问运行中的网关；网关不在运行时读取其日志。"
        + "退出码：0 无需处理（离线也无需）；1 需要处理；2 用法或配置错误；3 网关无应答。";

    public override string Damage => "列出网关打开日志时发现的损坏，直到有人处理；网关未在运行时也查看日志本身。退出码：0 没有；1 有。";

    public override string Seen => "已处理：此后 status 不再为此提醒。不删除任何内容；记录保留在 quarantine/seen.jsonl。";

    public override string Json => "全部状态，一行一个 JSON 对象。";

    public override string JsonAnswer => "结果（或没有结果的原因），一行一个 JSON 对象。";

    public override string Brief => "只要一行。";

    public override string Watch => "反复显示，每秒一次，或每隔若干秒一次（1 至 86400），直到 Ctrl-C。";

    public override string Keygen => "生成网关的密钥，并输出供城市信任策略使用的验证公钥。";

    public override string Origin => "网关的名称：<城市域名>/<网关编号>；日志用 SM3 构建的为 <城市域名>/sm3/<网关编号>。";

    public override string KeyType => "密钥种类：ed25519、p256（ECDSA）或 sm2。默认为 ed25519；SM3 日志默认为 sm2，且只能是它。";

    public override string KeyOutput => "存放私钥的文件；不得已存在。";

    public override string Export => "以他人可读的格式写出日志。";

    public override string Tiles => "写出检查点、哈希块和条目包（c2sp.org/tlog-tiles）：任何网页服务器都能提供的目录，edge-verify 可核验。";

    public override string TilesFolder => "新目录，或此日志先前导出的目录：后者只添加新内容。";

    public override string Store => "或者：日志文件夹，例如副本。";

    public override string Newest => "以最近签署的检查点为准，而不是城市最近认可的检查点：它尚无部门见证，edge-verify 会指出。请用单独的目录。";

    public override string Cose => "以网关最近签署的检查点签发 COSE 回执（RFC 9942）；edge-verify 可核验。";

    public override string CoseOutput => "要写的文件：新的、空的，或先前的回执。";

    public override string CoseIndex => "日志的这一条，附其在日志之中的回执。";

    public override string ReceiptOnly => "与 --index 同用：只要回执，供已有该条目者使用。";

    public override string EntryOutput => "与 --receipt-only 同用：同时把该条目写入单独的文件。";

    public override string FromSize => "或者：证明日志自有这么多条以来只有增加的回执。";

    public override string Evidence => "从日志截取证据文件，并在写出之前以网关的信任策略核验。";

    public override string Channel => "该测点最近一个已上链存证的读数；与 --since、--until 同用则为该时段的读数，以及缺测、该测点的告警和其配置与校准的变更。";

    public override string WithValue => "单独与 --channel 同用：只要有数值的读数。";

    public override string Since(string example, string another) => $"读数的最早时间（依网关时钟，校时后以校正为准），例如 {example} 或 {another}。";

    public override string Until => "最晚时间，写法相同。该时段的缺测也一并列出；若此后校过时，还列出能说明校时的一个读数。";

    public override string Index => "日志的这些条目，且仅限这些。";

    public override string From => "连续区间的第一条：其间没有遗漏。";

    public override string To => "该区间的最后一条。其后才记录的、属于该时段的缺测也一并列出。";

    public override string Complete => "与 --since、--until 同用：该时段第一个读数至最后一个读数（--channel 所指测点的，或全部测点的）之间的全部条目，其间没有遗漏。";

    public override string Slim => "配置和校准只以哈希值表示：文件最小，一个二维码即可容纳。";

    public override string EvidenceOutput => "要写的证据文件：新的、空的，或先前的证据文件（将被替换）。";

    public override string Site => "谁可以登录站点页面、页面用哪个证书，以及取水点的二维码。";

    public override string Account => "站点页面的账户。保存在网关密钥旁的文件中；运行中的网关立即采用更改。";

    public override string AccountAdd => "添加账户。";

    public override string AccountRemove => "删除账户，其会话随即结束。";

    public override string AccountList => "列出账户及其角色。";

    public override string AccountPassword => "为账户设定新密码，其会话随即结束。";

    public override string AccountName => "姓名；日志中以此记录操作人。";

    public override string AccountRole => "viewer 查看；operator 还可确认告警；technician 还可处理损坏。";

    public override string PasswordFile => "首行为密码的文件。不写则从标准输入读取，或在终端输入（不显示）。";

    public override string AccountsJson => "以 JSON 数组给出姓名和角色。";

    public override string SiteCertificate => "显示证书的指纹，供与浏览器所示核对；若未设证书且尚无，则生成网关自己的证书。";

    public override string SiteTapCode => "把取水点页面的二维码写到标准输出，为 SVG 图像，供打印后挂在取水点。";

    public override string TapSheet => "输出带中英文说明的 A6 页，而不只是二维码。";
}
