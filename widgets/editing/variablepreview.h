// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/dashboardfeed.h"
#include "model/presentation/variablefeed.h"
#include "widgets/editing/editingcontext.h"

#include <QWidget>

#include <memory>
#include <string>

class QLabel;
class QTimer;

namespace sightglass {

/// What a variable that is edited comes to: how many values, the first of them, or why there are none. Asks
/// by itself a moment after a change, and again with new data now and then.
class VariablePreview : public QWidget
{
    Q_OBJECT

public:
    explicit VariablePreview(const EditingContext &context, QWidget *parent = nullptr);

    /// All variables, since one may refer to others, and the name of the one that is shown; empty: none.
    void setVariables(const std::vector<VariableSpec> &variables, const std::string &shown);
    void refresh(const DashboardFeed::Question &question);

    [[nodiscard]] QString text() const;
    /// Why there are no values; empty: all is well.
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

signals:
    void answered();

private:
    void ask();
    void show(const ResolvedVariables &answer);

    VariableFeed *m_feed;
    QTimer *m_asking; ///< not for each key
    DashboardFeed::Question m_question;
    std::vector<VariableSpec> m_variables;
    std::string m_shown;
    QString m_problem;
    QLabel *m_title;
    QLabel *m_values;
    TimestampMs m_askedAt = 0;
};

} // namespace sightglass
