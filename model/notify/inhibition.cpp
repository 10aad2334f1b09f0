// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/inhibition.h"

#include <algorithm>
#include <utility>

namespace sightglass {

Inhibitor::Inhibitor(std::span<const InhibitRule> rules, std::span<const Labels> firing)
{
    for (const InhibitRule &rule : rules) {
        auto source = AlertMatchers::compile(rule.source);
        auto target = AlertMatchers::compile(rule.target);
        if (!source || !target)
            continue;
        Ready ready{rule.equal, std::move(source).value(), std::move(target).value(), {}};
        for (const Labels &labels : firing) {
            if (ready.source.match(labels))
                ready.sources[labels.keeping(ready.equal)].push_back({labels, ready.target.match(labels)});
        }
        m_rules.push_back(std::move(ready));
    }
}

std::optional<Labels> Inhibitor::inhibiting(const Labels &labels) const
{
    for (const Ready &rule : m_rules) {
        if (!rule.target.match(labels))
            continue;
        const auto sources = rule.sources.find(labels.keeping(rule.equal));
        if (sources == rule.sources.end())
            continue;
        const bool isSource = rule.source.match(labels);
        const auto found =
            std::find_if(sources->second.begin(), sources->second.end(),
                         [isSource](const Source &source) { return !isSource || !source.isTarget; });
        if (found != sources->second.end())
            return found->labels;
    }
    return std::nullopt;
}

} // namespace sightglass
