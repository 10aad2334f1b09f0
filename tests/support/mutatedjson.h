// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

namespace sightglass::test {

/// Puts values of wrong types in places of a JSON document.
class JsonMutator
{
public:
    explicit JsonMutator(unsigned seed)
        : m_random(seed)
    {}

    /// Replaces some value below the root by one of another type; where it stood, as a pointer. The same seed
    /// and document give the same change. Empty: there was none.
    std::string replaceOne(nlohmann::ordered_json &document);

    [[nodiscard]] std::mt19937 &random() noexcept { return m_random; }

private:
    [[nodiscard]] nlohmann::ordered_json another(const nlohmann::ordered_json &value);

    std::mt19937 m_random;
};

} // namespace sightglass::test
