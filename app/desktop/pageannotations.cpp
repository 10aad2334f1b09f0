// SPDX-License-Identifier: GPL-3.0-or-later
// What DashboardPage marks on its charts.
#include "app/desktop/annotationswitches.h"
#include "app/desktop/dashboardpage.h"
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
        // A dashboard that says nothing of them shows them without a switch.
        all.push_back(alertAnnotation());
        all.back().hidden = true;
    }
    const std::string everyAlert = alertAnnotation().expr;
    for (AnnotationSpec &annotation : all) {
        if (annotation.expr == everyAlert)
            annotation.expr = firingAlertsQuery(m_watch.watched());
        const auto chosen = m_choices.annotations.find(annotation.name);
        if (chosen != m_choices.annotations.end())
            annotation.enabled = chosen->second;
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
    for (std::size_t i = 0; i < m_shown.spec.panels.size(); ++i) {
        const PanelFrame *frame = m_view->panel(static_cast<int>(i));
        if (frame == nullptr || frame->view() == nullptr)
            continue;
        auto marks = std::make_shared<AnnotationMarks>(m_notes);
        const std::size_t source = m_shown.sources[i];
        const std::string own =
            source < m_dashboard.panels.size() ? m_dashboard.panels[source].id : std::string();
        if (m_marks) {
            for (const AnnotationFeed::Answer &answer : *m_marks) {
                if (concerns(answer.annotation, own))
                    marks->insert(marks->end(), answer.marks.begin(), answer.marks.end());
            }
        }
        frame->view()->setAnnotations(marks->empty() ? nullptr : AnnotationMarksPtr(std::move(marks)));
    }
}

} // namespace sightglass
