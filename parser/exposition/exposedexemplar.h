// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sightglass {

/// A reference from a sample to something outside, mostly a trace, as an endpoint exposes it: labels in
/// exposed order. Text is hostile.
struct ExposedExemplar
{
    std::vector<Label> labels;
    double value = 0;
    std::optional<std::int64_t> timestampMs; ///< since the Unix epoch

    friend bool operator==(const ExposedExemplar &, const ExposedExemplar &) = default;
};

} // namespace sightglass
