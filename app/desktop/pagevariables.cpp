// SPDX-License-Identifier: GPL-3.0-or-later
// How DashboardPage fills its variables.
#include "app/desktop/dashboardpage.h"
#include "widgets/variables/variablebar.h"

#include <utility>

namespace sightglass {

namespace {

constexpr std::int64_t leastResolveMs = 2'000; ///< between answers of variables that nobody asked for
constexpr std::int64_t mostResolveMs = 60'000; ///< series may be others though they are as many

} // namespace

QStringList DashboardPage::labelNames() const
{
    QStringList names;
    if (m_question.snapshot) {
        for (const std::string &name : m_question.snapshot->labelNames())
            names << QString::fromStdString(name);
    }
    return names;
}

QStringList DashboardPage::labelValues(const QString &name) const
{
    QStringList values;
    if (m_question.snapshot) {
        for (const std::string &value : m_question.snapshot->labelValues(name.toStdString()))
            values << QString::fromStdString(value);
    }
    return values;
}

void DashboardPage::resolve()
{
    if (m_dashboard.variables.empty() || !m_question.snapshot)
        return;
    m_seriesAsked = m_question.snapshot->stats().series;
    m_resolvedAt = m_question.time.range.to;
    VariableValues known;
    addBuiltIns(known, context());
    m_variables->ask({m_question.snapshot, m_question.time.range, std::move(known), m_choices.variables});
}

/// The store fills up while one looks on.
void DashboardPage::resolveForNewSeries()
{
    if (m_dashboard.variables.empty() || m_variables->isAsking())
        return;
    const std::int64_t passed = m_question.time.range.to - m_resolvedAt;
    const bool others = m_question.snapshot->stats().series != m_seriesAsked;
    if (!m_hasAnswer || (others && passed >= leastResolveMs) || passed >= mostResolveMs || passed < 0)
        resolve();
}

void DashboardPage::setAnswer(std::shared_ptr<const ResolvedVariables> answer)
{
    m_answer = std::move(answer);
    m_bar->setResolved(*m_answer);
    apply();
}

} // namespace sightglass
