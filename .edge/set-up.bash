# What ./edge needs before a verb can run: the environment, packages, what else is made once, the build. Sourced by it.

# What each library, program or folder comes from. This is the only list of packages.
declare -A package_of=([mosquitto]=mosquitto [libmosquitto.so.1]=libmosquitto1 [libsqlite3.so.0]=libsqlite3-0 [libcrypto.so.3]=libssl3
  [gcc]=gcc [/usr/include/arpa]=libc6-dev [strace]=strace [faketime]=faketime [systemd-analyze]=systemd [prometheus]=prometheus [go]=golang-go [/usr/share/gocode/src/golang.org/x/mod]=golang-golang-x-mod-dev [node]=nodejs [npm]=npm [python3]=python3
  [zbarimg]=zbar-tools [chromium]=chromium [pdftotext]=poppler-utils [/usr/share/fonts/opentype/noto]=fonts-noto-cjk
  [qemu-system-x86_64]=qemu-system-x86 [qemu-system-aarch64]=qemu-system-arm [cpio]=cpio [depmod]=kmod [mke2fs]=e2fsprogs [make]=make [libelf.so.1]=libelf1)
readonly all_programs=(mosquitto libmosquitto.so.1 libsqlite3.so.0 libcrypto.so.3)
readonly peers=(go /usr/share/gocode/src/golang.org/x/mod node npm python3)   # other people's implementations, asked by the Interop suite
readonly browser=(chromium pdftotext /usr/share/fonts/opentype/noto)   # what the Verify suite prints its pages with
declare -A architecture=([x86_64]=x64 [aarch64]=arm64)
readonly compiler=(gcc /usr/include/arpa)   # what links the gateway's native build
readonly emulator=("qemu-system-$HOSTTYPE" cpio depmod mke2fs make gcc libelf.so.1)   # what the virtual machine of the Vm suite and of power cuts, with modules of its own, is made with

prepare_environment() {
  export PATH="$PATH:/usr/sbin:/sbin" DEBIAN_FRONTEND=noninteractive
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
  [[ -n "${HOME:-}" && -w "${HOME:-}" ]] || export DOTNET_CLI_HOME="$artifacts/home" NUGET_PACKAGES="${NUGET_PACKAGES:-$artifacts/packages}"
  find_dotnet
}

# The SDK may be installed for this user only, outside PATH; programs then find their runtime through DOTNET_ROOT.
find_dotnet() {
  local place
  for place in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet"; do
    command -v dotnet >/dev/null || [[ ! -x "$place/dotnet" ]] || PATH="$place:$PATH"
  done
  place="$(readlink -f -- "$(command -v dotnet || echo /)")"
  [[ ! -d "${place%/*}/host/fxr" ]] || export DOTNET_ROOT="${place%/*}"
}

# Installs the packages of those libraries and programs that are not there.
need() {
  local thing missing=()
  for thing; do is_there "$thing" || missing+=("${package_of[$thing]}"); done
  ((${#missing[@]})) || return 0
  local install="apt-get install -y --no-install-recommends ${missing[*]}" as_root=()
  command -v apt-get >/dev/null ||
    fail "missing: ${missing[*]} (Debian's names), and there is no apt-get here. Install them with your system's package tool." \
      "缺少 ${missing[*]}（Debian 软件包名），且本机没有 apt-get。请用系统的软件包工具安装。"
  if (($(id -u) != 0)); then
    as_root=(sudo -n)
    sudo -n true 2>/dev/null || fail "missing: ${missing[*]}, and installing needs root. Run: sudo $install" "缺少 ${missing[*]}，安装需要 root 权限。请运行：sudo $install"
  fi
  say "Installing ${missing[*]} ..." "正在安装 ${missing[*]} …"
  logged apt "${as_root[@]}" apt-get update && logged apt "${as_root[@]}" $install ||
    fail "could not install ${missing[*]}: $(reason apt). Then run again, or by hand: apt-get update && $install" \
      "无法安装 ${missing[*]}：$(reason apt)。解决后重试，或手动运行：apt-get update && $install"
}

is_there() {
  [[ "$1" == /* && -d "$1" ]] || command -v "$1" >/dev/null || grep -qF -- "$1 " <<<"${libraries:=$(ldconfig -p 2>/dev/null || true)}"
}

# get_peers COMMAND...: installs them and the npm packages that tests ask. Without these such tests are skipped, and say why.
get_peers() {
  (need "$@") || say "Tests that ask the implementations missing here will be skipped." "询问上述缺少的实现的测试将被跳过。"
  get_npm tests/interop/node "$artifacts/interop/node" ||
    say "npm could not install the packages of the Interop suite: $(reason npm). Tests that ask them will be skipped." "npm 无法安装 Interop 测试集的软件包：$(reason npm)。询问它们的测试将被跳过。"
}

# Installs what makes the verifier's page. Without it edge-verify is built without its page, and says so when it is asked for it.
get_page() {
  (need node npm) || say "edge-verify is built without the verifier's page." "edge-verify 将不含核验页面。"
  get_npm ledger-client/Edge.Verify/Page "$artifacts/page" ||
    say "npm could not install what makes the verifier's page: $(reason npm). edge-verify is built without it." "npm 无法安装制作核验页面所需的软件包：$(reason npm)。edge-verify 将不含该页面。"
}

# Installs what makes the site page, and the verifier's, which the gateway shows too. Without it the gateway is built with a sheet in its place that says so.
get_site_page() {
  get_page
  (need node npm) || say "edge-gateway is built without the site page." "edge-gateway 将不含现场页面。"
  get_npm gateway/Edge.Site/Page "$artifacts/site" ||
    say "npm could not install what makes the site page: $(reason npm). edge-gateway is built without it." "npm 无法安装制作现场页面所需的软件包：$(reason npm)。edge-gateway 将不含该页面。"
}

# get_npm FOLDER PLACE: the npm packages that a folder names, only when they changed; where npm is missing, nothing.
get_npm() {
  local from="$root/$1" place="$2" file
  ! cmp -s "$from/package-lock.json" "$place/installed.json" && is_there npm || return 0
  say "Installing npm packages ..." "正在安装 npm 软件包 …"
  mkdir -p -- "$place" 2>/dev/null && rm -f -- "$place/installed.json" || return 0   # the build says what is wrong with that place
  for file in package.json package-lock.json .npmrc; do cp -- "$from/$file" "$place/$file"; done
  logged npm env -C "$place" npm ci && cp -- "$from/package-lock.json" "$place/installed.json"
}

# Makes the virtual machine, once and again when what it is made of changed.
get_machine() {
  local sources=("$root"/tests/vm/{machine,modules}) place="$artifacts/vm"
  need "${emulator[@]}"
  [[ ! -e "$place/made" || -n "$(find "${sources[@]}" -newer "$place/made" -print -quit)" ]] || return 0
  say "Making a virtual machine (100 MB of packages) ..." "正在建立虚拟机（下载软件包约 100 MB）…"
  mkdir -p -- "$artifacts" 2>/dev/null || true   # the build says what is wrong with that place
  logged vm bash "${sources[0]}/set-up" "$place" || fail "the virtual machine could not be made: $(reason vm)" "无法建立虚拟机：$(reason vm)"
}

# Builds the gateway into one program that needs no runtime, as hardware/README.md does for a board.
get_native() {
  local stamps=(native) place="$outputs/native"
  need "${compiler[@]}"
  need_sdk
  get_site_page
  ! is_built || return 0
  lock
  say "Building the gateway to native code (half a minute) ..." "正在把网关编译为本机代码（约半分钟）…"
  rm -f -- "$place/edge-gateway" "$place/edge-gateway.dbg"
  touch -- "$outputs/.built-native.new"
  logged native dotnet publish "$root/gateway/Edge.Gateway" -c Release -r "linux-${architecture[$HOSTTYPE]}" -p:PublishAot=true -p:RunAnalyzers=false -o "$place" -v quiet -nologo 9>&- ||
    not_built "the gateway could not be built to native code" "无法把网关编译为本机代码"
  mv -- "$outputs/.built-native.new" "$outputs/.built-native"
  exec 9>&-
}

# build STAMP[,STAMP]... PROJECT...: builds unless nothing changed since one of the stamps; the others are of builds that hold these projects too.
# One at a time per clone.
build() {
  local stamps project
  IFS=, read -ra stamps <<<"$1"
  local stamp="$outputs/.built-${stamps[0]}"
  shift
  ! is_built || return 0
  need_sdk
  lock
  if ! is_built; then
    local which=""
    [[ "$stack" == system ]] || which="$(words " the stack $stack" "组件栈 $stack")"
    say "Building$which (the first time takes a few minutes) ..." "正在编译$which（首次需要几分钟）…"
    [[ "$stack" != managed ]] || say_patience
    touch -- "$stamp.new"   # before the build: what changes during it is built next time
    for project; do
      logged build dotnet build "$root/$project" -c Release -v quiet -nologo -clp:NoSummary 9>&- ||
        not_built "the build failed" "编译失败"
    done
    mv -- "$stamp.new" "$stamp"
  fi
  exec 9>&-
}

# Somebody who has one stack only, and does not say which, may not expect minutes of building the other.
tell_what_is_built() {
  [[ "$stack" != system || -d "$artifacts/bin" || ! -d "$artifacts/managed/bin" ]] ||
    say "Only the stack managed is built here; for its programs: ./edge --stack managed ..." "此处只编译过组件栈 managed；要用其程序：./edge --stack managed ……"
}

lock() {
  mkdir -p -- "$outputs" 2>/dev/null && : 2>/dev/null >"$artifacts/.lock" || fail "cannot write in $artifacts. Check the folder's owner and the free space." "无法写入 $artifacts。请检查目录属主和剩余空间。"
  exec 9>"$artifacts/.lock"
  flock 9
}

is_built() {
  local one
  for one in "${stamps[@]}"; do ! is_current "$outputs/.built-$one" || return 0; done
  return 1
}

# Folders count too: a file taken away changes its folder.
is_current() {
  [[ -e "$1" ]] && [[ -z "$(find "$root"/{gateway,ledger-client,simulators,tests} "$root"/{edge,.edge/set-up.bash,.edge/Stack.props,.edge/Stacks.targets,Directory.*.{props,targets},global.json,Edge.sln,BannedSymbols.txt} "$artifacts"/{page,site}/installed.json \
    \( -name bin -o -name obj \) -prune -o \( -type d -o -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.targets' -o -name '*.json' \
    -o -name '*.txt' -o -name '*.sln' -o -name '*.html' -o -name '*.js' -o -name '*.ts' -o -name '*.mjs' -o -name '*.css' -o -name '*.svg' -o -name '*.yaml' -o -name edge -o -name '*.bash' \) -newer "$1" -print -quit 2>/dev/null)" ]]
}

need_sdk() {
  local get="Install it: https://dotnet.microsoft.com/download/dotnet/10.0 or: curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0"
  local install="安装方法：https://dotnet.microsoft.com/download/dotnet/10.0 或运行：curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0"
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing. $get" "缺少 .NET 10 SDK。$install"
  local found
  found="$(dotnet --list-sdks 2>/dev/null | sed 's/ .*//' | paste -sd' ' || true)"
  grep -qE '(^| )10\.0\.[1-9]' <<<"$found" || fail "the .NET 10 SDK is missing (found: ${found:-none}). $get" "缺少 .NET 10 SDK（现有：${found:-无}）。$install"
}

run() {
  local project="$1" program="$2" called=./edge
  shift 2
  [[ "$stack" == system ]] || called+=" --stack $stack"
  EDGE_COMMAND="$called" exec "$outputs/bin/$project/$configuration/$program" "$@"   # what it tells people to type
}

# Runs a command with its talk kept in a file.
logged() {
  local log="$artifacts/$1.log"
  mkdir -p -- "$artifacts" 2>/dev/null && : 2>/dev/null >>"$log" || log=/dev/null
  logged_in="$log"
  shift
  "$@" >"$log" 2>&1 </dev/null
}

# not_built WHAT CHINESE: the last logged command failed; what the build says for people stands alone.
not_built() { ! is_told || fail "$(reason)"; fail "$1: $(reason)" "$2：$(reason)"; }

is_told() { grep -q ': error EDGE[0-9]*: ' -- "$logged_in"; }

# Why the last logged command failed, as one line to act on; after a failed compilation, its errors.
reason() {
  local log="$logged_in"
  if is_told; then
    sed -nE '/: error EDGE[0-9]+: / { s/.*: error EDGE[0-9]+: (.*) \[[^]]*\]$/\1/p; q }' -- "$log"   # in their language already
  elif grep -q 'No space left on device' -- "$log"; then
    echo "the disk is full; free some space"
  elif grep -qE 'NU1301|Temporary failure resolving|Could not resolve|Unable to connect|Failed to fetch|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT' -- "$log"; then
    echo "no network to the package source; connect it"
  elif grep -qE ': error ' -- "$log"; then
    printf '\n%s' "$(grep -E ': error ' -- "$log" | sed -E "s|^ *||; s|$root/||g; s| \[[^]]*\]\$||" | sort -u | head -n 40)"
  else
    printf '\n%s' "$(tail -n 5 -- "$log")"
  fi
}

say_patience() { say "A package source of the managed stack that does not answer is waited for 2 minutes." "组件栈 managed 的软件包源无应答时，最多等待两分钟。"; }

# Which packages of the managed stack are not to be had, of the last logged command; nothing, if it failed for another reason.
unbuildable() {
  sed -nE '/: error EDGE2: / { s/.*: error EDGE2: [^:：]*(: |：)(.*)(\. [A-Z]|。).*/\2/p; q }' -- "$logged_in"
}
