// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/readouttip.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int padding = 10;
constexpr int swatch = 10;
constexpr int gap = 8;
constexpr int pointerDistance = 16;
constexpr int maxNameWidth = 280;
constexpr std::size_t maxRowsShown = 20;

} // namespace

Readout fittedReadout(Readout readout, std::size_t maxRows)
{
    if (readout.rows.size() <= maxRows || maxRows == 0)
        return readout;
    const auto nearest =
        std::find_if(readout.rows.begin(), readout.rows.end(), [](const ReadoutRow &r) { return r.nearest; });
    const std::size_t left = readout.rows.size() - maxRows;
    if (nearest - readout.rows.begin() >= static_cast<std::ptrdiff_t>(maxRows) &&
        nearest != readout.rows.end())
        readout.rows[maxRows - 1] = *nearest;
    readout.rows.resize(maxRows);
    readout.note = ReadoutTip::tr("and %n more", nullptr, static_cast<int>(left));
    return readout;
}

QPoint tipPosition(QSize window, QPoint pointer, QSize tip)
{
    int x = pointer.x() + pointerDistance;
    if (x + tip.width() > window.width())
        x = pointer.x() - pointerDistance - tip.width();
    int y = std::clamp(pointer.y() - tip.height() / 2, 0, std::max(0, window.height() - tip.height()));
    if (x < 0) {
        // Neither side has room: above or below the pointer then.
        x = std::clamp(pointer.x() - tip.width() / 2, 0, std::max(0, window.width() - tip.width()));
        y = pointer.y() + pointerDistance;
        if (y + tip.height() > window.height())
            y = pointer.y() - pointerDistance - tip.height();
    }
    return {x, y};
}

ReadoutTip::ReadoutTip(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ReadoutTip::follow(const QWidget &subject)
{
    for (QWidget *above = subject.parentWidget(); above != nullptr; above = above->parentWidget()) {
        above->installEventFilter(this);
        if (above == parentWidget())
            break;
    }
}

bool ReadoutTip::eventFilter(QObject *watched, QEvent *event)
{
    const bool isWindow = watched == parentWidget();
    const bool moved = !isWindow && event->type() == QEvent::Move;
    const bool left =
        isWindow && (event->type() == QEvent::Leave || event->type() == QEvent::WindowDeactivate);
    if (isVisible() && (moved || left))
        emit displaced();
    return QWidget::eventFilter(watched, event);
}

void ReadoutTip::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void ReadoutTip::showAt(QPoint pointer, const Readout &readout)
{
    if (readout.empty()) {
        hide();
        return;
    }
    const int room = parentWidget()->height() - 2 * padding - 2 * rowHeight();
    const auto fitting = static_cast<std::size_t>(std::max(1, room / rowHeight()));
    Readout fitted = fittedReadout(readout, std::min(fitting, maxRowsShown));
    if (fitted != m_readout) {
        m_readout = std::move(fitted);
        resize(neededSize());
        update();
    }
    move(tipPosition(parentWidget()->size(), pointer, size()));
    show();
    raise();
}

QFont ReadoutTip::strong() const
{
    QFont result = font();
    result.setWeight(QFont::DemiBold);
    return result;
}

int ReadoutTip::rowHeight() const
{
    return fontMetrics().height() + 3;
}

QSize ReadoutTip::neededSize() const
{
    const QFontMetrics metrics(strong());
    int names = 0;
    int values = 0;
    for (const ReadoutRow &row : m_readout.rows) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    const int rowWidth = swatch + gap + std::min(names, maxNameWidth) + 2 * gap + values;
    const int width = std::max(
        {rowWidth, metrics.horizontalAdvance(m_readout.title), metrics.horizontalAdvance(m_readout.note)});
    const int lines = static_cast<int>(m_readout.rows.size()) + 1 + (m_readout.note.isEmpty() ? 0 : 1);
    return {width + 2 * padding, lines * rowHeight() + 2 * padding + 4};
}

void ReadoutTip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.border);
    painter.setBrush(m_theme.surfaceRaised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.panelRadius,
                            m_theme.panelRadius);
    QRect line(padding, padding, width() - 2 * padding, rowHeight());
    painter.setPen(m_theme.textMuted);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, m_readout.title);
    line.translate(0, rowHeight() + 4);
    for (const ReadoutRow &row : m_readout.rows) {
        painter.setFont(row.nearest ? strong() : font());
        painter.fillRect(QRectF(line.left(), line.center().y() - 1, swatch, 3), row.color);
        painter.setPen(m_theme.text);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, row.value);
        const int valueWidth = painter.fontMetrics().horizontalAdvance(row.value);
        const QRect name = line.adjusted(swatch + gap, 0, -valueWidth - gap, 0);
        painter.setPen(row.nearest ? m_theme.text : m_theme.textMuted);
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(row.name, Qt::ElideMiddle, name.width()));
        line.translate(0, rowHeight());
    }
    painter.setFont(font());
    painter.setPen(m_theme.textMuted);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, m_readout.note);
}

} // namespace sightglass
