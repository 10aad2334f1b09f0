// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "widgets/style/theme.h"

#include <QAbstractButton>

namespace sightglass {

/// The heading of a row of panels: an arrow that says whether it is folded, its title, and how many panels it
/// hides. A click, Space or Return folds and unfolds it.
class RowHeading : public QAbstractButton
{
    Q_OBJECT

public:
    RowHeading(const PanelSpec &row, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] const PanelSpec &spec() const noexcept { return m_row; }
    /// Displayable.
    [[nodiscard]] const QString &title() const noexcept { return m_title; }
    /// Another title or state, of the same row or of its like.
    void setSpec(const PanelSpec &row);
    void setTheme(const Theme &theme);
    /// How many panels are folded away; not known: not told.
    void setHiddenPanels(int count);
    /// Can be dragged: shows a handle.
    void setEditing(bool editing);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void toggleRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void updateTexts();
    [[nodiscard]] bool isFolded() const;

    PanelSpec m_row;
    QString m_title;
    Theme m_theme;
    int m_hidden = 0;
    bool m_editing = false;
};

} // namespace sightglass
