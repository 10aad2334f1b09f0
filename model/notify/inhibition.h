// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/alertmatchers.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace sightglass {

/// While an alert that matches `source` fires, alerts that match `target` are not told where both have the
/// same values of the labels `equal`; an absent label is the same as an empty one. An alert that matches both
/// sides is not inhibited by one that does, too, so none inhibits itself (rules reference, section 7.4).
struct InhibitRule
{
    std::string name; ///< for whoever reads; may be ""
    std::vector<Matcher> source;
    std::vector<Matcher> target;
    std::vector<std::string> equal = {};

    friend bool operator==(const InhibitRule &, const InhibitRule &) = default;
};

/// What the rules make of the alerts that fire now. Silenced and inhibited ones inhibit, too.
class Inhibitor
{
public:
    /// A rule whose expressions are none does nothing. `firing` is looked at here only.
    Inhibitor(std::span<const InhibitRule> rules, std::span<const Labels> firing);

    /// The labels of a firing alert that inhibits one with these labels.
    [[nodiscard]] std::optional<Labels> inhibiting(const Labels &labels) const;

private:
    struct Source
    {
        Labels labels;
        bool isTarget = false; ///< it matches both sides
    };
    struct Ready
    {
        std::vector<std::string> equal;
        AlertMatchers source;
        AlertMatchers target;
        /// By the labels that have to be equal.
        std::unordered_map<Labels, std::vector<Source>, LabelsHash> sources;
    };

    std::vector<Ready> m_rules;
};

} // namespace sightglass
