// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/explorequery.h"
#include "widgets/views/foldingbar.h"

class QButtonGroup;
class QToolButton;

namespace sightglass {

/// Between Explore's queries and what came of them: run, one more query, as what to show it, part by part.
class ExploreToolBar : public FoldingBar
{
    Q_OBJECT

public:
    explicit ExploreToolBar(QWidget *parent = nullptr);

    [[nodiscard]] ExploreMode mode() const;
    /// Emits nothing.
    void setMode(ExploreMode mode);
    void setExplainShown(bool shown);

signals:
    void runRequested();
    void addRequested();
    void csvRequested();
    void dashboardRequested();
    void modeChosen();
    void explainToggled(bool shown);

private:
    /// `order`: as in addFolding(); 0: it stays.
    QToolButton *addSegment(const QString &text, const QString &tip, int order = 0);
    void addMode(ExploreMode mode, const QString &text, const QString &tip);

    QButtonGroup *m_modes;
    QToolButton *m_explain;
};

} // namespace sightglass
