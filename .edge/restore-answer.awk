# What NuGet answered to a restore (in English), as facts about packages, one a line, its fields separated by tabs:
#   missing PACKAGE NEAREST   insecure SOURCE   damaged PACKAGE SOURCE   refused PACKAGE SOURCE CODE   silent SOURCE WHY   waiting SOURCE   other SENTENCE
# PACKAGE is "NAME VERSION", without the version where NuGet does not say it, empty where it does not say which.

$1 == "GET" { waiting[$2] = 1 }
$1 == "OK" || $1 == "NotFound" { delete waiting[$2] }

!/: error / { next }

{
  code = $0 ~ /: error NU[0-9]+: / ? $0 : ""
  sub(/.*: error /, "", code)
  sub(/:.*/, "", code)
  text = $0
  sub(/^.*: error [A-Z0-9]*: ?/, "", text)
  sub(/ \[[^ ]*proj\]$/, "", text)
  sub(/^Warning As Error: /, "", text)
}

# "Unable to find package LiteDB with version (>= 5.0.21)", "... a stable package ...", "... LiteDB. No packages exist ...", "Unable to resolve 'LiteDB (>= 5.0.21)' for ..."
code ~ /^NU110[0-3]$/ && text ~ /^Unable to / {
  name = text
  sub(/^Unable to (find a stable package|find package|resolve) '?/, "", name)
  sub(/(\. | ).*/, "", name)
  package = name (match(text, />= [^,)]+/) ? " " substr(text, RSTART + 3, RLENGTH - 3) : "")
  lacks(package, "")
  next
}
code ~ /^NU110[0-3]$/ { if (match(text, /Nearest version: [^ ]+/)) lacks(package, substr(text, RSTART + 17, RLENGTH - 17)); next }

# "A 1.0 depends on LiteDB (>= 5.0.21) but LiteDB 5.0.21 was not found. LiteDB 5.0.22 was resolved instead."
code == "NU1603" {
  package = nearest = text
  sub(/.* but /, "", package); sub(/ was not found.*/, "", package)
  sub(/.* was not found\. [^ ]+ /, "", nearest); sub(/ was resolved.*/, "", nearest)
  lacks(package, nearest)
  next
}

# "Package 'LiteDB 5.0.21' from source 'https://...': The package integrity check failed. ..."
code ~ /^NU3/ && split(text, part, "'") >= 4 {
  tell(code == "NU3008" ? "damaged\t" part[2] "\t" part[4] : "refused\t" part[2] "\t" part[4] "\t" code)
  next
}

# "You are running the 'restore' operation with an 'HTTP' source: http://x/index.json. NuGet requires HTTPS sources. ..."
code ~ /^NU(1302|1803)$/ && match(text, /http:[^ ]+[^ .]/) { tell("insecure\t" substr(text, RSTART, RLENGTH)); next }

# "Unable to load the service index for source https://...", "The local source '/x' doesn't exist.", and why on lines of their own behind it.
code ~ /^NU130/ && /Unable to load the service index/ { source = text; sub(/.* source /, "", source); sub(/\.$/, "", source); why(source, ""); next }
code ~ /^NU130/ && text ~ /^ / { sub(/^ +/, "", text); why(source, text); next }
code ~ /^NU130/ { source = text; sub(/^[^']*'/, "", source); sub(/'.*/, "", source); why(source, text); next }

# "Failed to download package 'LiteDB.5.0.21' from 'https://...'.", and why on lines of their own behind it.
text ~ /^Failed to download package '/ { split(text, part, "'"); package = part[2]; source = part[4]; match(package, /\.[0-9]+\.[0-9]/); package = substr(package, 1, RSTART - 1) " " substr(package, RSTART + 1); next }
text ~ /^The nupkg at '.*' is not valid/ { tell("damaged\t" package "\t" source); next }
text ~ /^The feed '.*' lists package '/ { next }
code == "" && package != "" && text ~ /^ +(The HTTP request|Response status code|Connection |An error occurred|.*timed out)/ { sub(/^ +/, "", text); why(source, text); next }

# What reads a package as an archive does not say which one it read, but where a download failed.
package == "" && text ~ /[Cc]entral [Dd]irectory|local file header|[Bb]lock (type|length)|[Nn]uspec/ { tell("damaged\t\t"); next }

# Whatever else is about packages speaks for itself.
code ~ /^NU1[1-7]/ && code !~ /^NU110[45]$/ { sub(/\.$/, "", text); tell("other\t" text " (" code ")") }

END {
  for (i = 1; i <= facts; i++) print fact[i] (fact[i] ~ /^(missing|silent)/ ? "\t" also[fact[i]] : "")
  for (source in waiting) print "waiting\t" source
}

function tell(what) { if (!(what in told)) { told[what] = 1; fact[++facts] = what } }

# The nearest version is said on a line of its own, and so is a reason, of which the first is the one to tell.
function lacks(package, nearest) { add("missing\t" package, nearest) }
function why(source, reason) { sub(/\.$/, "", reason); add("silent\t" source, reason) }
function add(what, more) { tell(what); if (also[what] == "") also[what] = more }
