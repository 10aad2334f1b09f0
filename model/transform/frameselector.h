// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"
#include "model/transform/optionreader.h"
#include "model/transform/transformcontext.h"

#include <cstdint>
#include <functional>
#include <string>

namespace sightglass {

/// Which frames an option means: Grafana's frame matchers, by name or query.
struct FrameMatching
{
    enum class By : std::uint8_t
    {
        Everything,
        Name,
        Query
    };
    By by = By::Everything;
    std::string pattern;

    /// Of a matcher's {"id": …, "options": …}. One without options is for all frames, as in Grafana.
    [[nodiscard]] static FrameMatching read(OptionReader matcher);
};

using FrameSelector = std::function<bool(const Frame &)>;

[[nodiscard]] FrameSelector frameSelector(const FrameMatching &matching, TransformContext &context);

} // namespace sightglass
