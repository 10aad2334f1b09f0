// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/base/result.h"
#include "parser/config/relabelrule.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace sightglass {

/// What is to become of what a set of labels stands for, a target or a sample.
enum class RelabelVerdict : std::uint8_t
{
    Keep,
    Drop
};

/// Relabelling rules, compiled (scraping reference, section 9). Immutable; copies share; any thread.
class Relabeling
{
public:
    /// No rules: everything is kept as it is.
    Relabeling() = default;

    /// Errors: ConfigValue with the rule's place, for what the reader of configurations refuses too.
    [[nodiscard]] static Result<Relabeling> compile(std::span<const RelabelRule> rules);

    [[nodiscard]] bool empty() const noexcept { return m_rules.empty(); }

    /// Applies the rules in order; the first that drops ends it. Labels come out in no particular order,
    /// without empty values, and where the verdict is Drop, half done. A name that is there twice is read as
    /// its first.
    [[nodiscard]] RelabelVerdict apply(std::vector<Label> &labels) const;

private:
    class Rule;

    std::vector<std::shared_ptr<const Rule>> m_rules;
};

} // namespace sightglass
