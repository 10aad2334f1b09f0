// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QWidget>

namespace sightglass {

/// Marks where something that is dragged would lie.
class PlaceMark : public QWidget
{
    Q_OBJECT

public:
    PlaceMark(const Theme &theme, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

/// The lower right corner of a panel, by which it is resized.
class PanelGrip : public QWidget
{
    Q_OBJECT

public:
    static constexpr int side = 16;

    /// Stays in the panel's corner.
    PanelGrip(const Theme &theme, QWidget *panel);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    Theme m_theme;
};

} // namespace sightglass
