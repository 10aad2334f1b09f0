// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/poolquestion.h"
#include "model/variables/resolution.h"

#include <QObject>

#include <memory>
#include <vector>

namespace sightglass {

/// Fills the variables of one dashboard in the query pool. The newest question wins: an answer to an older
/// one is dropped, so that what is shown never goes back. GUI thread.
class VariableFeed : public QObject
{
    Q_OBJECT

public:
    struct Question
    {
        std::shared_ptr<const Snapshot> snapshot;
        TimeRange range;      ///< series without a sample in it give no values
        VariableValues known; ///< built-in ones
        ChosenVariables chosen;
    };

    /// The pool must outlive the feed's answers, not the feed.
    explicit VariableFeed(std::shared_ptr<QueryPool> pool, QObject *parent = nullptr);

    void setEngine(QueryEngine engine) { m_engine = std::move(engine); }
    /// What is under way for others is dropped.
    void setVariables(std::vector<VariableSpec> variables);

    void ask(const Question &question);
    [[nodiscard]] bool isAsking() const noexcept { return m_question.isAsking(); }

signals:
    /// Never null.
    void resolved(std::shared_ptr<const sightglass::ResolvedVariables> variables);

private:
    PoolQuestion m_question;
    QueryEngine m_engine;
    std::shared_ptr<const std::vector<VariableSpec>> m_variables;
};

} // namespace sightglass
