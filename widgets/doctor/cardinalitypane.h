// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/cardinalitymodel.h"
#include "model/presentation/churnmodel.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>

class QLabel;
class QTableView;
class QTreeView;

namespace sightglass {

/// What makes a page's series: families with their labels, and what came and went since the scrape before.
class CardinalityPane : public QWidget
{
    Q_OBJECT

public:
    explicit CardinalityPane(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// What is unfolded and current stays so, by name.
    void setExamination(const std::shared_ptr<const PageExamination> &examination);
    [[nodiscard]] QTreeView *tree() const noexcept { return m_tree; }

signals:
    /// The user went to a family: `family` of ExposedPage::families.
    void familyChosen(std::size_t family);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitColumns();

    CardinalityModel *m_model;
    ChurnModel *m_churnModel;
    QTreeView *m_tree;
    QTableView *m_churn;
    QLabel *m_churnText;
};

} // namespace sightglass
