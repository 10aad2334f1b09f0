// SPDX-License-Identifier: GPL-3.0-or-later
// What DashboardPage marks on its charts.
#include "app/desktop/annotationswitches.h"
#include "app/desktop/dashboardpage.h"
#include "model/assist/alertmarks.h"
#include "model/dashboard/ownrules.h"
#include "widgets/variables/variablebar.h"
#include "widgets/views/dashboardview.h"

#include <algorithm>

namespace sightglass {

std::vector<AnnotationSpec> DashboardPage::annotations() const
{
    std::vector<AnnotationSpec> all = askedAnnotations(m_dashboard.annotations);
    const bool namesAlerts = std::ranges::any_of(
        m_dashboard.annotations, [](const AnnotationSpec &annotation) { return annotation.builtIn; });
    if (!namesAlerts) {
        all.push_back(alertAnnotation());
        all.back().hidden = true;
    }
    const std::string everyAlert = alertAnnotation().expr;
    for (AnnotationSpec &annotation : all) {
        if (annotation.expr == everyAlert)
            annotation.expr = firingAlertsQuery(m_watch.watched());
        const auto chosen = m_choices.annotations.find(annotation.name);
        const bool isChosen = chosen != m_choices.annotations.end();
        if (isChosen)
            annotation.enabled = chosen->second;
        // Marks of alerts can be switched off by whoever sees them, though no dashboard asks for a switch.
        if (annotation.builtIn && (m_hasAlertMarks || isChosen))
            annotation.hidden = false;
    }
    return all;
}

void DashboardPage::takeAnnotations()
{
    std::vector<AnnotationSpec> all = annotations();
    m_switches->setAnnotations(all);
    m_bar->updateShown();
    std::erase_if(all, [](const AnnotationSpec &annotation) { return !annotation.enabled; });
    m_annotations->setAnnotations(all);
    m_marks = nullptr;
    showAnnotations();
}

void DashboardPage::askAnnotations()
{
    if (!m_inFront || !m_question.snapshot || !isReady())
        return;
    if (m_watch.follow(m_workspace->lastTick()))
        takeAnnotations();
    m_annotationsAt = m_question.time.range.to;
    VariableValues known = values();
    addBuiltIns(known, context());
    m_annotations->ask({m_question.snapshot, m_question.time, std::move(known)});
}

void DashboardPage::setNotes(const AnnotationMarks &notes)
{
    m_notes = notes;
    showAnnotations();
}

void DashboardPage::showAnnotations()
{
    bool hasAlertMarks = m_hasAlertMarks;
    const std::vector<RuleStatus> &rules = m_workspace->lastTick().rules;
    const std::vector<RuleStatus> own = rulesOf(m_shown.spec, rules);
    for (std::size_t i = 0; i < m_shown.spec.panels.size(); ++i) {
        const PanelFrame *frame = m_view->panel(static_cast<int>(i));
        if (frame == nullptr || frame->view() == nullptr)
            continue;
        auto marks = std::make_shared<AnnotationMarks>(m_notes);
        const std::size_t source = m_shown.sources[i];
        const std::string id =
            source < m_dashboard.panels.size() ? m_dashboard.panels[source].id : std::string();
        if (m_marks) {
            for (const AnnotationFeed::Answer &answer : *m_marks) {
                if (!concerns(answer.annotation, id))
                    continue;
                const AnnotationMarks some =
                    answer.annotation.builtIn ? alertMarksOf(m_shown.spec.panels[i], answer.marks, rules, own)
                                              : answer.marks;
                hasAlertMarks = hasAlertMarks || (answer.annotation.builtIn && !some.empty());
                marks->insert(marks->end(), some.begin(), some.end());
            }
        }
        frame->view()->setAnnotations(marks->empty() ? nullptr : AnnotationMarksPtr(std::move(marks)));
    }
    if (hasAlertMarks == m_hasAlertMarks)
        return;
    m_hasAlertMarks = true;
    m_switches->setAnnotations(annotations());
    m_bar->updateShown();
}

} // namespace sightglass
