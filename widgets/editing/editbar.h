// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/dashboarddocument.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace sightglass {

/// Above a dashboard that is edited: add, undo, redo, save, and what to do where somebody else changed the
/// file. Saves by itself; everything else is the owner's.
class EditBar : public QWidget
{
    Q_OBJECT

public:
    explicit EditBar(QWidget *parent = nullptr);

    void setDocument(DashboardDocument *document);

public slots:
    void save();
    void saveAs();

signals:
    void addPanelRequested();
    void addRowRequested();
    void settingsRequested();
    void doneRequested();
    /// Plain, displayable.
    void told(const QString &text, bool isProblem);

private:
    QToolButton *addButton(const QString &text, const QString &tip, const char *name);
    void buildConflict();
    void showState();
    void tell(const DashboardDocument::SaveResult &result);

    QPointer<DashboardDocument> m_document;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QToolButton *m_save;
    QToolButton *m_revert;
    QLabel *m_state;
    QWidget *m_conflict;
    QLabel *m_conflictText = nullptr;
    QPushButton *m_keepMine = nullptr;
};

} // namespace sightglass
