// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/pagefinding.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sightglass {

/// What a finding is about.
struct FindingSubject
{
    SourceSpan span = {};
    std::string_view metric = {};
    std::string_view label = {};
    std::optional<std::uint32_t> sample = {}; ///< of ExposedPage::samples
};

/// So many findings of a rule were left out.
struct OmittedFindings
{
    const FindingRule *rule = nullptr;
    std::size_t count = 0;
};

/// Collects findings, the first ones of every rule only, so that a hostile page cannot make more than a
/// reader would read.
class FindingSink
{
public:
    explicit FindingSink(std::size_t limitPerRule) noexcept
        : m_limit(limitPerRule)
    {}

    void report(const FindingRule &rule, const FindingSubject &subject,
                std::initializer_list<std::string_view> arguments = {});

    /// What there is, in order of severity, then of the body; findings with a place in a text get line and
    /// column.
    [[nodiscard]] std::vector<PageFinding> take(std::string_view textBody);

    /// By rule id.
    [[nodiscard]] std::vector<OmittedFindings> omitted() const;

private:
    std::size_t m_limit;
    std::vector<PageFinding> m_findings;
    std::unordered_map<const FindingRule *, std::size_t> m_counts;
};

} // namespace sightglass
