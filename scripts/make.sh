# What ./wireroom and ./test share: prerequisites, the bundle and the program, each made only when it is missing or its sources changed.
# Expects $house, the repository's folder.

program=$house/src/Newsroom/bin/wireroom
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

refuse() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 1
}

say() { printf '%s\n' "$1" >&2; }

# A fingerprint of the files below the given paths: names, sizes and times. Reading none of them keeps the second start quick.
fingerprint() {
  (cd "$house" && find $(ls -d "$@" 2> /dev/null) \( -name bin -o -name obj -o -name node_modules -o -name wwwroot \) -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | cksum)
}

need_dotnet() {
  command -v dotnet > /dev/null || refuse "the .NET SDK 10 is missing; install it (https://dotnet.microsoft.com/download/dotnet/10.0) and run this again."
  dotnet --list-sdks | grep -q '^10\.' || refuse "the .NET SDK 10 is missing (found: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')); install it (https://dotnet.microsoft.com/download/dotnet/10.0) and run this again."
}

need_node() {
  command -v node > /dev/null || refuse "Node.js 20 or later is missing; install it (https://nodejs.org) and run this again."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || refuse "Node.js 20 or later is needed, and this is $(node --version); install a later one (https://nodejs.org) and run this again."
  command -v npm > /dev/null || refuse "npm is missing; install it (it comes with Node.js, or as the package npm) and run this again."
}

# One setup at a time; a second one waits and then finds the work done.
lock() {
  mkdir -p "$house/src/Newsroom/obj"
  exec 9> "$house/src/Newsroom/obj/setup.lock"
  if command -v flock > /dev/null; then flock 9; fi
}

unlock() { exec 9>&-; }

# quietly LOG COMMAND…: runs it, and shows what it said only when it fails.
quietly() {
  local log=$1
  shift
  "$@" > "$log" 2>&1 9>&- || { tail -n 40 "$log" >&2; refuse "could not run \"$*\"; the whole of what it said is in ${log#"$PWD"/}."; }
}

# npm_packages FOLDER WHAT [OPTION…]: fetches the folder's packages when there are none, or when the lock file changed since.
npm_packages() {
  local folder=$house/$1 stamp=$house/src/Newsroom/obj/packages-${1//\//-}.stamp what=$2 lock_now
  shift 2
  lock_now=$(cksum < "$folder/package-lock.json")
  if [ ! -d "$folder/node_modules" ] || [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$lock_now" ]; then
    need_node
    say "Fetching $what…"
    quietly "$house/src/Newsroom/obj/npm.log" npm ci --prefix "$folder" --no-audit --no-fund "$@"
    printf '%s\n' "$lock_now" > "$stamp"
  fi
}

make_bundle() {
  [ -f "$house/web/package.json" ] || return 0
  local stamp=$house/src/Newsroom/obj/bundle.stamp now
  now=$(fingerprint web)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ] && [ -f "$house/src/Newsroom/wwwroot/assets/assets.json" ] && return 0
  need_node
  npm_packages web "the pages' packages"
  say "Bundling the pages' styles and scripts…"
  quietly "$house/src/Newsroom/obj/bundle.log" npm run --silent --prefix "$house/web" build
  printf '%s\n' "$now" > "$stamp"
}

make_program() {
  local stamp=$program/.stamp now
  now=$(fingerprint src web sample Directory.Build.props Directory.Packages.props global.json .editorconfig)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ] && return 0
  need_dotnet
  lock
  make_bundle
  say "Building Wireroom…"
  rm -f "$stamp"
  quietly "$house/src/Newsroom/obj/build.log" dotnet publish "$house/src/Newsroom/Newsroom.csproj" -c Release --use-current-runtime --no-self-contained \
    -p:PublishReadyToRun=true -o "$program" -nologo -clp:NoSummary
  printf '%s\n' "$now" > "$stamp"
  unlock
}
