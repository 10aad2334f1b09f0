// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/variablefeed.h"

#include "model/presentation/guipost.h"

#include <utility>

namespace sightglass {

VariableFeed::VariableFeed(std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_key(m_pool->newKey())
    , m_variables(std::make_shared<const std::vector<VariableSpec>>())
{}

VariableFeed::~VariableFeed()
{
    m_pool->cancel(m_key);
}

void VariableFeed::setVariables(std::vector<VariableSpec> variables)
{
    m_pool->cancel(m_key);
    ++m_ticket;
    m_asking = false;
    m_variables = std::make_shared<const std::vector<VariableSpec>>(std::move(variables));
}

void VariableFeed::ask(const Question &question)
{
    if (!question.snapshot)
        return;
    m_asking = true;
    m_pool->submit(m_key, [self = QPointer(this), variables = m_variables, engine = m_engine, question,
                           ticket = ++m_ticket](std::stop_token stop) {
        const VariableSource source{*question.snapshot, engine, question.range};
        auto answer = std::make_shared<const ResolvedVariables>(
            resolveVariables(*variables, question.chosen, question.known, source, stop));
        if (stop.stop_requested())
            return;
        postToGui(self, [ticket, answer = std::move(answer)](VariableFeed &feed) {
            if (ticket != feed.m_ticket)
                return;
            feed.m_asking = false;
            emit feed.resolved(answer);
        });
    });
}

} // namespace sightglass
