// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/headrulestore.h"
#include "model/alerting/ruleengine.h"
#include "model/storage/head.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace sightglass::demo {

/// The rules of a file of the program over pages that come in one after the other, under a clock of their
/// own.
class RulesOverIncident
{
public:
    /// A file in resources/rules, e.g. "streamhouse".
    explicit RulesOverIncident(const QString &ruleFile);

    /// A scrape of a page of text, and an evaluation behind it.
    void scrape(const QByteArray &page, TimestampMs at);

    /// All alerts that the file has rules for.
    [[nodiscard]] const std::set<std::string> &alerts() const noexcept { return m_alerts; }
    /// Those that fired between two times, inclusive.
    [[nodiscard]] std::set<std::string> firedBetween(TimestampMs from, TimestampMs to) const;
    /// Those that are pending or firing now.
    [[nodiscard]] std::set<std::string> active() const;
    /// What went wrong with evaluations.
    [[nodiscard]] const std::set<std::string> &problems() const noexcept { return m_problems; }

private:
    Head m_head;
    HeadRuleStore m_store{m_head};
    RuleEngine m_engine{RuleEngineOptions{QueryEngine()}};
    std::set<std::string> m_alerts;
    std::set<std::string> m_problems;
    std::vector<AlertTransition> m_transitions;
};

} // namespace sightglass::demo
