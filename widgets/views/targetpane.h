// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/targettablemodel.h"
#include "widgets/style/theme.h"

#include <QWidget>

class QAction;
class QListView;

namespace sightglass {

class TargetDelegate;

/// The targets with their state, and the actions on them. Changes nothing itself: it says what the user
/// wants.
class TargetPane : public QWidget
{
    Q_OBJECT

public:
    explicit TargetPane(TargetTableModel *model, QWidget *parent = nullptr);
    void setTheme(const Theme &theme);

    /// Empty where nothing is selected.
    [[nodiscard]] QString currentTarget() const;

signals:
    void addRequested();
    void editRequested(const QString &id);
    void removeRequested(const QString &id);
    /// The user went to this target: show its dashboard.
    void targetActivated(const QString &id);

private:
    void updateActions();

    TargetTableModel *m_model;
    QListView *m_list;
    TargetDelegate *m_delegate;
    QAction *m_edit;
    QAction *m_remove;
};

} // namespace sightglass
