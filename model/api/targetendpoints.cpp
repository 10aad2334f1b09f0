// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/endpoints.h"
#include "model/api/resultjson.h"
#include "parser/base/asciicase.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <vector>

namespace sightglass {

namespace {

std::string_view healthName(ApiTarget::Health health) noexcept
{
    switch (health) {
    case ApiTarget::Health::Up:
        return "up";
    case ApiTarget::Health::Down:
        return "down";
    case ApiTarget::Health::Unknown:
        return "unknown";
    }
    return "unknown";
}

std::span<const ApiDroppedTargets> droppedOf(const ApiState &state) noexcept
{
    return state.dropped == nullptr ? std::span<const ApiDroppedTargets>() : std::span(*state.dropped);
}

void writeTarget(JsonWriter &writer, const ApiTarget &target)
{
    writer.beginObject();
    writer.key("discoveredLabels");
    writeLabels(writer, target.discoveredLabels);
    writer.key("labels");
    writeLabels(writer, target.labels);
    writer.member("scrapePool", target.scrapePool);
    writer.member("scrapeUrl", target.scrapeUrl);
    writer.member("globalUrl", target.scrapeUrl);
    writer.member("lastError", target.lastError);
    writer.member("lastScrape", target.lastScrape ? rfc3339Text(*target.lastScrape) : neverText);
    writer.key("lastScrapeDuration");
    writer.real(target.lastScrapeSeconds);
    writer.member("health", healthName(target.health));
    writer.member("scrapeInterval", formatDurationMs(target.intervalMs));
    writer.member("scrapeTimeout", formatDurationMs(target.timeoutMs));
    writer.endObject();
}

void writeDropped(JsonWriter &writer, const ApiState &state, std::string_view pool)
{
    writer.beginArray();
    for (const ApiDroppedTargets &dropped : droppedOf(state)) {
        if (!pool.empty() && dropped.scrapePool != pool)
            continue;
        for (const Labels &labels : dropped.discoveredLabels) {
            writer.beginObject();
            writer.key("discoveredLabels");
            writeLabels(writer, labels);
            writer.member("scrapePool", dropped.scrapePool);
            writer.endObject();
        }
    }
    writer.endArray();
}

/// Of all pools, those that drop nothing too, whichever is asked for.
void writeDroppedCounts(JsonWriter &writer, const ApiState &state)
{
    std::map<std::string_view, std::size_t> counts;
    for (const ApiTarget &target : state.targets)
        counts[target.scrapePool] += 0;
    for (const ApiDroppedTargets &dropped : droppedOf(state))
        counts[dropped.scrapePool] += dropped.count;
    writer.beginObject();
    for (const auto &[pool, count] : counts) {
        writer.key(pool);
        writer.integer(static_cast<std::int64_t>(count));
    }
    writer.endObject();
}

/// By pool, as Prometheus shows them.
std::vector<const ApiTarget *> sortedTargets(const ApiState &state, std::string_view pool)
{
    std::vector<const ApiTarget *> targets;
    for (const ApiTarget &target : state.targets) {
        if (pool.empty() || target.scrapePool == pool)
            targets.push_back(&target);
    }
    std::stable_sort(targets.begin(), targets.end(),
                     [](const ApiTarget *a, const ApiTarget *b) { return a->scrapePool < b->scrapePool; });
    return targets;
}

} // namespace

void answerTargets(const ApiCall &call, Envelope &envelope)
{
    const std::string state = asciiLower(call.request.parameters.value("state"));
    const std::string_view pool = call.request.parameters.value("scrapePool");
    const bool showsAny = state.empty() || state == "any";
    const bool showsDropped = showsAny || state == "dropped";
    const ApiState &known = *call.context.state;
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writer.key("activeTargets");
    writer.beginArray();
    if (showsAny || state == "active") {
        for (const ApiTarget *target : sortedTargets(known, pool))
            writeTarget(writer, *target);
    }
    writer.endArray();
    writer.key("droppedTargets");
    writeDropped(writer, showsDropped ? known : ApiState{}, pool);
    writer.key("droppedTargetCounts");
    if (showsDropped)
        writeDroppedCounts(writer, known);
    else
        writer.null();
    writer.endObject();
}

void answerScrapePools(const ApiCall &call, Envelope &envelope)
{
    std::set<std::string_view> pools;
    for (const ApiTarget &target : call.context.state->targets)
        pools.insert(target.scrapePool);
    for (const ApiDroppedTargets &dropped : droppedOf(*call.context.state))
        pools.insert(dropped.scrapePool);
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writer.key("scrapePools");
    writer.beginArray();
    for (const std::string_view pool : pools)
        writer.string(pool);
    writer.endArray();
    writer.endObject();
}

} // namespace sightglass
