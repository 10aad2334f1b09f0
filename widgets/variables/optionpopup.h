// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/variables/optionmodel.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace sightglass {

/// Chooses among the options of a variable: a field to search in, and the list below it. Where one is chosen,
/// a click or Return does so; of several each click turns one on or off, and what is chosen counts when the
/// popup closes. Escape leaves everything as it was. Keys go to the list while the text goes on.
class OptionPopup : public QFrame
{
    Q_OBJECT

public:
    explicit OptionPopup(OptionModel::Choice choice, QWidget *parent = nullptr);

    [[nodiscard]] OptionModel *options() const { return m_model; }
    /// Below `anchor`, or above where there is no room; as wide as its texts ask for.
    void showAt(QWidget *anchor);

signals:
    void chosen(const std::vector<sightglass::VariableOption> &options);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void search(const QString &text);
    void pick(int row);
    bool takeKey(int key);
    void showCount();
    [[nodiscard]] int bottomWidth() const;

    OptionModel::Choice m_choice;
    OptionModel *m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_count;
    QPushButton *m_toggleFound;
    bool m_cancelled = false;
    std::vector<VariableOption> m_before;
};

} // namespace sightglass
