// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneltime.h"
#include "model/editing/transformationfields.h"
#include "model/presentation/poolquestion.h"
#include "model/query/queryengine.h"

#include <QObject>

#include <memory>
#include <vector>

namespace sightglass {

/// Finds out, in the query pool, what each transformation of a panel is given. GUI thread.
class PanelInputs : public QObject
{
    Q_OBJECT

public:
    using Answer = std::shared_ptr<const std::vector<StepInput>>;

    explicit PanelInputs(std::shared_ptr<QueryPool> pool, QObject *parent = nullptr);

    void setEngine(QueryEngine engine) { m_engine = std::move(engine); }
    /// `panel`: with its variables put in.
    void ask(std::shared_ptr<const Snapshot> snapshot, const PanelSpec &panel, const PanelTime &time);

signals:
    /// Never null; one for each transformation.
    void answered(const sightglass::PanelInputs::Answer &inputs);

private:
    PoolQuestion m_question;
    QueryEngine m_engine;
};

} // namespace sightglass
