// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace sightglass::test {

/// A kind of series as services show them, or as nobody should: how a sample follows its predecessor.
struct ValueFamily
{
    using Next = std::function<void(std::mt19937_64 &random, std::size_t index, Sample &sample)>;

    std::string name;
    Next next; ///< moves the time on and changes the value
};

[[nodiscard]] std::vector<ValueFamily> valueFamilies();

/// The first samples of a series of that family; the same for the same seed.
[[nodiscard]] std::vector<Sample> samplesOfFamily(const ValueFamily &family, std::size_t count,
                                                  std::uint64_t seed);

} // namespace sightglass::test
