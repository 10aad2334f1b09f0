#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The pictures in README, from the running program on real input: the demo observer in an incident, and Debian's node
# exporter. Needs build/release and, for the second, build/peers (./dev screenshots sees to both).
set -eu
bin=build/release/bin
out=build/screenshots
rm -rf "$out"
mkdir -p "$out" resources/screenshots
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true' EXIT

"$bin/sightglass-demo" --listen 127.0.0.1:0 --state-dir "$out/state" --incident-after 40 --incident-for 40 >"$out/demo.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do
    demo_url=$(grep -oE 'http://[^ ]+/metrics' "$out/demo.log" | head -n 1 || true)
    [ -n "$demo_url" ] && break
    sleep 0.1
done
targets=("$demo_url")
exporter=build/peers/usr/bin/prometheus-node-exporter
if [ -x "$exporter" ]; then
    "$exporter" --web.listen-address=127.0.0.1:19109 >"$out/node.log" 2>&1 &
    pids+=($!)
    targets+=(http://127.0.0.1:19109/metrics)
fi
QT_QPA_PLATFORM=offscreen "$bin/sightglass" "${targets[@]}" --theme dark --render-to "$out" --for 62s
cp "$out"/page-1-*observer.png resources/screenshots/incident-dark.png
if [ -x "$exporter" ]; then
    first=$(find "$out" -maxdepth 1 -name 'page-2-*.png' | sort | head -n 1)
    cp "$first" resources/screenshots/node-dark.png
fi
ls -l resources/screenshots
