// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/variablefeed.h"

#include <utility>

namespace sightglass {

VariableFeed::VariableFeed(std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_question(std::move(pool))
    , m_variables(std::make_shared<const std::vector<VariableSpec>>())
{}

void VariableFeed::setVariables(std::vector<VariableSpec> variables)
{
    m_question.drop();
    m_variables = std::make_shared<const std::vector<VariableSpec>>(std::move(variables));
}

void VariableFeed::ask(const Question &question)
{
    if (!question.snapshot)
        return;
    using Answer = std::shared_ptr<const ResolvedVariables>;
    m_question.ask(
        this,
        [variables = m_variables, engine = m_engine, question](std::stop_token stop) -> Answer {
            const VariableSource source{*question.snapshot, engine, question.range};
            return std::make_shared<const ResolvedVariables>(
                resolveVariables(*variables, question.chosen, question.known, source, stop));
        },
        [](VariableFeed &feed, const Answer &answer) { emit feed.resolved(answer); });
}

} // namespace sightglass
