// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "widgets/editing/editingcontext.h"
#include "widgets/style/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace sightglass {

class FindingList;
class PromqlEditor;
class QueryAssistant;

/// One query of a panel: its letter (which hides it), the expression, and below legend, kind, format and
/// step. What is not shown here of a query stays as it was.
class PanelQueryRow : public QWidget
{
    Q_OBJECT

public:
    PanelQueryRow(const EditingContext &context, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// changed() is not emitted.
    void setQuery(const PanelQuery &query);
    [[nodiscard]] const PanelQuery &query() const noexcept { return m_query; }
    /// Whether it is the first, the last, the only one.
    void setPlace(int index, int count);

    [[nodiscard]] PromqlEditor *editor() const noexcept { return m_editor; }
    [[nodiscard]] QLineEdit *legend() const noexcept { return m_legend; }

signals:
    void changed(bool goesOn);
    void moveRequested(int by);
    void duplicateRequested();
    void removeRequested();

private:
    void setUp();
    void layOut();
    void connectAll();
    void showFindings();
    void showQuery();

    PanelQuery m_query;
    Theme m_theme;
    QueryAssistant *m_assistant;
    QToolButton *m_letter;
    PromqlEditor *m_editor;
    FindingList *m_findings;
    QLineEdit *m_legend;
    QComboBox *m_kind;
    QComboBox *m_format;
    QLineEdit *m_step;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_copy;
    QToolButton *m_remove;
    bool m_quiet = false; ///< what changes is not the user's doing
};

} // namespace sightglass
