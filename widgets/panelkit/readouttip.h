// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/nameelision.h"
#include "widgets/panelkit/readout.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <optional>

namespace sightglass {

/// The box beside the pointer with a plot's read-out. A child of the window, so that it works alike on every
/// platform and in pictures of the window; lets the pointer through.
class ReadoutTip : public QWidget
{
    Q_OBJECT

public:
    explicit ReadoutTip(QWidget *window);

    /// Watches over the place of what it reads out: see displaced().
    void follow(const QWidget &subject);

    void setTheme(const Theme &theme);
    /// How large it gets at most, logical pixels; by default as large as it needs. Names are shortened then,
    /// and rows counted that have no room; one row is always there.
    void setMostSize(std::optional<double> width, std::optional<double> height);
    /// Shows a read-out for a pointer at this place of the window. Never lies under the pointer.
    void showAt(QPoint pointer, const Readout &readout);
    [[nodiscard]] const Readout &readout() const { return m_readout; }

signals:
    /// What it reads out was scrolled or moved away from below the pointer, or the pointer or the user went
    /// to another window: no event of the pointer tells that.
    void displaced();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect area() const;
    void setReadout(Readout readout);
    [[nodiscard]] QSize neededSize() const;
    [[nodiscard]] int linesBesideRows(const Readout &readout) const;
    [[nodiscard]] std::size_t rowsIn(int height, const Readout &readout) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QFont strong() const;
    void paintLine(QPainter &painter, QRect &line, const QString &text, const QColor &color) const;
    void paintRamp(QPainter &painter, const QRect &line) const;
    void paintRow(QPainter &painter, const QRect &line, const ReadoutRow &row) const;

    Theme m_theme;
    Readout m_readout;
    std::optional<double> m_mostWidth;
    std::optional<double> m_mostHeight;
    NameElision m_elision;
};

/// Cuts the rows to `maxRows` around the one next to the pointer, and counts those that are left out. 0: as
/// it is.
[[nodiscard]] Readout fittedReadout(Readout readout, std::size_t maxRows);

/// Where a box of this size goes for a pointer: right of it, else left, moved up or down to stay inside
/// `area` (what of the window is on the screen); where neither side has room, above or below. Never under the
/// pointer, even if that needs more room than there is.
[[nodiscard]] QPoint tipPosition(const QRect &area, QPoint pointer, QSize tip);

} // namespace sightglass
