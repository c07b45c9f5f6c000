import type { CollectionPlan, PlannedCapture } from './plan-collection.ts';
import { manifestHead, purposeOf, shownCommand } from './manifest.ts';
import { quoted } from './shell-text.ts';

/**
 * A script for bash 3.2 and newer that takes the captures of a plan, one file for each with its command in the first
 * line, and packs them beside a manifest. Every word is quoted, and none comes from the machine it runs on.
 */
export const bashScript = (plan: CollectionPlan): string =>
  [
    HEAD,
    ...plan.captures.map(purposeOf),
    PREPARE,
    ...startOf(plan),
    CAPTURE,
    ...plan.captures.map(captureCall),
    '',
    PACK,
  ].join('\n');

const startOf = (plan: CollectionPlan): readonly string[] => [
  `printf '%s' ${quoted(manifestHead(plan, 'bash'))} >"$manifest"`,
  `printf '"startedAt":"%s","captures":[' "$(now)" >>"$manifest"`,
];

function captureCall({ words, file }: PlannedCapture): string {
  const shown = shownCommand(words);
  return `capture ${[file, JSON.stringify(shown), shown, ...words].map(quoted).join(' ')}`;
}

const HEAD = `#!/usr/bin/env bash
# Collects what a diagnosis still needs. It only reads, and changes nothing in the cluster.
# Run it where kubectl reaches the cluster:  bash THIS-FILE
# Look into the archive before you send it: it holds what the commands below print.
#`;

const PREPARE = `
set -u
umask 077
name="referto-collect-$(date -u +%Y%m%dT%H%M%SZ)"
work=$(mktemp -d "\${TMPDIR:-/tmp}/referto-collect.XXXXXX") || exit 1
trap 'rm -rf -- "$work"' EXIT
mkdir -p "$work/$name/captures" || exit 1
manifest="$work/$name/referto-collect.json"
separator=''
limit=''
if command -v timeout >/dev/null 2>&1; then limit='timeout 120'; fi
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }`;

const CAPTURE = `
# capture FILE JSON SHOWN PROGRAM WORD...
capture() {
  local file=$1 json=$2 shown=$3 path errors started code
  shift 3
  path="$work/$name/captures/$file"
  errors="$work/errors"
  printf '  %s\\n' "$shown" >&2
  started=$(now)
  if command -v "$1" >/dev/null 2>&1; then
    $limit "$@" >"$work/output" 2>"$errors" </dev/null
    code=$?
  else
    : >"$work/output"
    printf 'bash: %s: command not found\\n' "$1" >"$errors"
    code=127
  fi
  printf '$ %s\\n' "$shown" >"$path"
  cat "$work/output" >>"$path"
  if [ -s "$errors" ]; then
    if [ -s "$work/output" ]; then cat "$errors" >"\${path%.txt}.stderr.txt"; else cat "$errors" >>"$path"; fi
  fi
  printf '%s\\n{"command":%s,"file":"captures/%s","exitCode":%d,"startedAt":"%s","endedAt":"%s"}' \\
    "$separator" "$json" "$file" "$code" "$started" "$(now)" >>"$manifest"
  separator=','
}

echo 'Collecting:' >&2`;

const PACK = `printf '\\n],"endedAt":"%s"}\\n' "$(now)" >>"$manifest"
tar -czf "$name.tar.gz" -C "$work" "$name" || exit 1
echo "Please send $PWD/$name.tar.gz" >&2
`;
