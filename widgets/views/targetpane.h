// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/targettablemodel.h"
#include "widgets/style/theme.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QVBoxLayout;

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

    /// Something to stand below the list.
    void setFooter(QWidget *footer);

    /// Empty where nothing is selected.
    [[nodiscard]] QString currentTarget() const;

signals:
    /// The user lets these commands run (TargetTableModel::HeldRole).
    void allowRequested(const QStringList &ids);
    void addRequested();
    void editRequested(const QString &id);
    void removeRequested(const QString &id);
    /// What is wrong with its endpoint?
    void examineRequested(const QString &id);
    /// The user went to this target: show its dashboard.
    void targetActivated(const QString &id);

private:
    void updateActions();
    void updateHeld();
    [[nodiscard]] QStringList heldTargets() const;
    [[nodiscard]] QWidget *createHeldBar();
    void openMenu(const QPoint &position);

    TargetTableModel *m_model;
    QListView *m_list;
    TargetDelegate *m_delegate;
    QVBoxLayout *m_layout;
    QLabel *m_heldText = nullptr;
    QWidget *m_heldBar; ///< there while commands wait for leave
    QAction *m_edit;
    QAction *m_remove;
};

} // namespace sightglass
