// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/backtest.h"
#include "model/assist/rulediagnosis.h"
#include "model/assist/whatmoved.h"
#include "model/query/querypool.h"

#include <QObject>

#include <memory>

namespace sightglass {

class Workspace;

/// Asks a workspace's data about rules and alerts, on its query pool: why a rule fires or not, what else
/// moved, and what a rule would have done. Of each kind the newest question wins. GUI thread.
class RuleInquiry : public QObject
{
    Q_OBJECT

public:
    /// Outlives this.
    explicit RuleInquiry(Workspace *workspace, QObject *parent = nullptr);
    /// What is under way is stopped.
    ~RuleInquiry() override;

    void diagnose(const RuleStatus &status);
    /// `about`: the labels of the alert that is asked about.
    void findMoves(TimestampMs at, const Labels &about = {});
    /// What an expression gave over a time, at steps of `stepMs` or, where those would be too many, of a
    /// multiple of it; and before it for `leadMs`, as far as there is data.
    void evaluate(promql::ExprPtr expr, TimeRange range, std::int64_t stepMs, std::int64_t leadMs = 0);

    /// Steps of such an evaluation, at most.
    static constexpr std::int64_t mostSteps = 2000;

signals:
    /// Never null.
    void diagnosed(std::shared_ptr<const sightglass::RuleDiagnosis> diagnosis);
    void movesFound(std::shared_ptr<const sightglass::MoveAnswer> answer, sightglass::TimestampMs at);
    void evaluated(std::shared_ptr<const std::vector<sightglass::MatrixSeries>> results,
                   sightglass::StepRange steps, sightglass::TimestampMs askedFrom);
    void evaluationFailed(const sightglass::Error &error);

private:
    Workspace *m_workspace;
    std::shared_ptr<QueryPool> m_pool;
    QueryPool::Key m_diagnosing;
    QueryPool::Key m_moving;
    QueryPool::Key m_evaluating;
};

} // namespace sightglass
