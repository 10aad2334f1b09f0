// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/panelinputs.h"

#include "model/dashboard/panelquery.h"

#include <utility>

namespace sightglass {

PanelInputs::PanelInputs(std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_question(std::move(pool))
{}

void PanelInputs::ask(std::shared_ptr<const Snapshot> snapshot, const PanelSpec &panel, const PanelTime &time)
{
    if (!snapshot)
        return;
    m_question.ask(
        this,
        [snapshot = std::move(snapshot), panel, time, engine = m_engine](std::stop_token stop) -> Answer {
            PanelSpec plain = panel;
            plain.transformations.clear();
            const PanelData answers = queryPanel(*snapshot, engine, plain, time, stop);
            return std::make_shared<const std::vector<StepInput>>(stepInputs(panel, answers));
        },
        [](PanelInputs &inputs, const Answer &answer) { emit inputs.answered(answer); });
}

} // namespace sightglass
