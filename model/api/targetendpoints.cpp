// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/endpoints.h"
#include "model/api/resultjson.h"
#include "parser/base/asciicase.h"
#include "parser/base/durationtext.h"

#include <set>

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

} // namespace

void answerTargets(const ApiCall &call, Envelope &envelope)
{
    const std::string state = asciiLower(call.request.parameters.value("state"));
    const std::string_view pool = call.request.parameters.value("scrapePool");
    const bool showsActive = state.empty() || state == "any" || state == "active";
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writer.key("activeTargets");
    writer.beginArray();
    for (const ApiTarget &target : call.context.state->targets) {
        if (showsActive && (pool.empty() || target.scrapePool == pool))
            writeTarget(writer, target);
    }
    writer.endArray();
    // Nothing is relabelled away here: what is configured is scraped.
    writer.key("droppedTargets");
    writer.beginArray();
    writer.endArray();
    writer.key("droppedTargetCounts");
    writer.beginObject();
    writer.endObject();
    writer.endObject();
}

void answerScrapePools(const ApiCall &call, Envelope &envelope)
{
    std::set<std::string_view> pools;
    for (const ApiTarget &target : call.context.state->targets)
        pools.insert(target.scrapePool);
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
