#!/usr/bin/env bash
# Installs what the lock file of this checkout names, and puts a command `tidemark` on the path of the steps that follow.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
bin="$RUNNER_TEMP/tidemark-bin"
mkdir -p "$bin"
printf '#!/usr/bin/env bash\nexec node %q "$@"\n' "$root/scripts/launch.mjs" > "$bin/tidemark"
chmod +x "$bin/tidemark"
echo "$bin" >> "$GITHUB_PATH"
# The first call installs, from the lock file alone and without install scripts of packages.
"$bin/tidemark" --version
