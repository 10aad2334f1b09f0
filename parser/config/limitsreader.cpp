// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/limitsreader.h"

#include "parser/config/configfields.h"

#include <array>

namespace sightglass {
namespace {

template<auto Member>
constexpr auto intoLimit = [](const YamlNode &value, LimitsDraft &draft, ConfigReading &reading) {
    readValue(value, draft.others.*Member, reading);
};

constexpr auto fields = std::to_array<ConfigField<LimitsDraft>>({
    {"body_size_limit", intoByteSize<&LimitsDraft::bodySize>},
    {"sample_limit", intoLimit<&ScrapeLimits::samples>},
    {"target_limit", intoLimit<&ScrapeLimits::targets>},
    {"label_limit", intoLimit<&ScrapeLimits::labels>},
    {"label_name_length_limit", intoLimit<&ScrapeLimits::labelNameLength>},
    {"label_value_length_limit", intoLimit<&ScrapeLimits::labelValueLength>},
    {"keep_dropped_targets", intoLimit<&ScrapeLimits::keepDroppedTargets>},
});

void inherit(std::uint64_t &limit, std::uint64_t global)
{
    if (limit == 0)
        limit = global;
}

} // namespace

bool takeLimitField(std::string_view key, const YamlNode &value, LimitsDraft &draft, ConfigReading &reading)
{
    return takeField<LimitsDraft>(fields, key, value, draft, reading);
}

ScrapeLimits finishedLimits(const LimitsDraft &draft, const ScrapeLimits &global)
{
    ScrapeLimits limits = draft.others;
    limits.bodySize = draft.bodySize > 0 ? static_cast<std::uint64_t>(draft.bodySize) : 0;
    if (draft.bodySize == 0)
        limits.bodySize = global.bodySize;
    inherit(limits.samples, global.samples);
    inherit(limits.targets, global.targets);
    inherit(limits.labels, global.labels);
    inherit(limits.labelNameLength, global.labelNameLength);
    inherit(limits.labelValueLength, global.labelValueLength);
    inherit(limits.keepDroppedTargets, global.keepDroppedTargets);
    return limits;
}

} // namespace sightglass
