// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/systems/rulesoverincident.h"

#include "model/scrape/rulefilereading.h"
#include "tests/model/dashboard/expositionloader.h"

namespace sightglass::demo {

RulesOverIncident::RulesOverIncident(const QString &ruleFile)
{
    const RuleFileContent content =
        readRules(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/rules/%1.yml").arg(ruleFile), {});
    for (const RuleProblem &problem : content.problems)
        m_problems.insert(plainText(problem));
    for (const RuleGroup &group : content.groups) {
        for (const RulePtr &rule : group.rules)
            m_alerts.insert(rule->name);
    }
    m_engine.setGroups(content.groups);
}

void RulesOverIncident::scrape(const QByteArray &page, TimestampMs at)
{
    const Labels target({{"instance", "demo"}, {"job", "demo"}});
    if (test::loadExposition(m_head, page, target, at) <= 0)
        m_problems.insert("a page cannot be read");
    for (AlertTransition &transition : m_engine.evaluateDue(m_store, at))
        m_transitions.push_back(std::move(transition));
    for (const RuleStatus &status : m_engine.statuses()) {
        if (status.error)
            m_problems.insert(status.rule->name + ": " + plainText(*status.error));
    }
}

std::set<std::string> RulesOverIncident::firedBetween(TimestampMs from, TimestampMs to) const
{
    std::set<std::string> fired;
    for (const AlertTransition &transition : m_transitions) {
        if (transition.to == AlertState::Firing && transition.at >= from && transition.at <= to)
            fired.insert(transition.rule);
    }
    return fired;
}

std::set<std::string> RulesOverIncident::active() const
{
    std::set<std::string> active;
    for (const RuleStatus &status : m_engine.statuses()) {
        if (status.state != AlertState::Inactive)
            active.insert(status.rule->name);
    }
    return active;
}

} // namespace sightglass::demo
