// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/config/relabelrule.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sightglass::test {

/// Labels by name; a set of labels never has one twice, nor an empty value.
using LabelList = std::vector<Label>;

/// The rules of the scraping reference, section 9, word for word and without a thought for speed. Nothing:
/// dropped. Sorted by name. Maps the case of ASCII, Ä and Ö only.
[[nodiscard]] std::optional<LabelList> relabeledNaively(std::span<const RelabelRule> rules,
                                                        const LabelList &labels);

/// Rules that may be loaded, and labels for them, out of choices, be they random numbers or the bytes of a
/// fuzzer.
class RelabelGenerator
{
public:
    /// Any number; 0 makes the plainest choice.
    using Choices = std::function<std::uint64_t()>;

    explicit RelabelGenerator(Choices choices)
        : m_choices(std::move(choices))
    {}

    [[nodiscard]] std::vector<RelabelRule> rules();
    [[nodiscard]] LabelList labels();

private:
    [[nodiscard]] const char *oneOf(std::span<const char *const> words)
    {
        return words[m_choices() % words.size()];
    }
    [[nodiscard]] RelabelRule rule();

    Choices m_choices;
};

/// What Relabeling makes of the generator's next rules and labels, beside what relabeledNaively() makes of
/// them.
struct RelabelComparison
{
    bool isKept = false;    ///< by both
    std::string difference; ///< empty: none
};
[[nodiscard]] RelabelComparison comparedRelabeling(RelabelGenerator &generator);

} // namespace sightglass::test
