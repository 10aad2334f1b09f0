// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/readouttip.h"

#include <QEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int padding = 10;
constexpr int swatch = 10;
constexpr int rampHeight = 6;
constexpr int leastRamp = 80;
constexpr int gap = 8;
constexpr int pointerDistance = 16;
constexpr int maxNameWidth = 280;
constexpr int maxRemarkWidth = 420;
constexpr int titleGap = 4;
constexpr std::size_t maxRowsShown = 20;

} // namespace

Readout fittedReadout(Readout readout, std::size_t maxRows)
{
    auto &rows = readout.rows;
    if (rows.size() <= maxRows || maxRows == 0)
        return readout;
    const auto nearest = std::ranges::find_if(rows, [](const ReadoutRow &row) { return row.nearest; });
    const auto at = static_cast<std::size_t>(nearest != rows.end() ? nearest - rows.begin() : 0);
    const std::size_t first = std::min(at - std::min(at, maxRows / 2), rows.size() - maxRows);
    readout.rowsAbove += first;
    readout.rowsBelow += rows.size() - first - maxRows;
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(first + maxRows), rows.end());
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(first));
    return readout;
}

QPoint tipPosition(const QRect &area, QPoint pointer, QSize tip)
{
    const auto within = [](int wanted, int from, int room) {
        return std::clamp(wanted, from, from + std::max(0, room));
    };
    const int centredY = within(pointer.y() - tip.height() / 2, area.top(), area.height() - tip.height());
    const int rightOf = pointer.x() + pointerDistance;
    if (rightOf + tip.width() <= area.right() + 1)
        return {rightOf, centredY};
    const int leftOf = pointer.x() - pointerDistance - tip.width();
    if (leftOf >= area.left())
        return {leftOf, centredY};
    const int x = within(pointer.x() - tip.width() / 2, area.left(), area.width() - tip.width());
    const int below = pointer.y() + pointerDistance;
    const int above = pointer.y() - pointerDistance - tip.height();
    const bool fitsBelow = below + tip.height() <= area.bottom() + 1;
    const bool moreAbove = pointer.y() - area.top() > area.bottom() - pointer.y();
    return {x, fitsBelow || !moreAbove ? below : above};
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

void ReadoutTip::setMostSize(std::optional<double> width, std::optional<double> height)
{
    // A size of nothing is none.
    m_mostWidth = width && *width > 0 ? width : std::nullopt;
    m_mostHeight = height && *height > 0 ? height : std::nullopt;
}

/// What of the window can be seen.
QRect ReadoutTip::area() const
{
    const QWidget *window = parentWidget();
    const QRect onScreen =
        screen()->availableGeometry().translated(-window->mapToGlobal(QPoint())) & window->rect();
    return onScreen.isEmpty() ? window->rect() : onScreen;
}

void ReadoutTip::showAt(QPoint pointer, const Readout &readout)
{
    if (readout.empty()) {
        hide();
        return;
    }
    const QRect room = area();
    const int most = static_cast<int>(std::min<double>(room.height(), m_mostHeight.value_or(room.height())));
    setReadout(fittedReadout(readout, std::min(rowsIn(most, readout), maxRowsShown)));
    const int beside = std::max(pointer.x() - room.left(), room.right() + 1 - pointer.x()) - pointerDistance;
    if (width() > beside) {
        // It goes above or below the pointer then.
        const int height =
            std::max(pointer.y() - room.top(), room.bottom() + 1 - pointer.y()) - pointerDistance;
        setReadout(fittedReadout(readout, std::min(rowsIn(std::min(height, most), readout), maxRowsShown)));
        // Rather without the note than without the title.
        if (this->height() > height && !m_readout.note.isEmpty()) {
            Readout shorter = m_readout;
            shorter.note.clear();
            setReadout(std::move(shorter));
        }
    }
    move(tipPosition(room, pointer, size()));
    show();
    raise();
}

void ReadoutTip::setReadout(Readout readout)
{
    if (readout == m_readout && !size().isEmpty())
        return;
    m_readout = std::move(readout);
    QStringList names;
    for (const ReadoutRow &row : m_readout.rows)
        names.append(row.name);
    m_elision = NameElision(names);
    resize(neededSize());
    update();
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

int ReadoutTip::linesBesideRows(const Readout &readout) const
{
    return (readout.title.isEmpty() ? 0 : 1) + (readout.rowsAbove > 0 ? 1 : 0) +
           (readout.rowsBelow > 0 ? 1 : 0) + (readout.ramp ? 1 : 0) +
           static_cast<int>(readout.remarks.size()) + (readout.note.isEmpty() ? 0 : 1);
}

std::size_t ReadoutTip::rowsIn(int height, const Readout &readout) const
{
    constexpr int cutLines = 2; // "5 more" above and below
    const int lines = (height - 2 * padding - titleGap) / rowHeight() - linesBesideRows(readout) - cutLines;
    return static_cast<std::size_t>(std::max(1, lines));
}

QSize ReadoutTip::neededSize() const
{
    const QFontMetrics metrics(strong());
    int names = 0;
    int values = 0;
    for (const ReadoutRow &row : m_readout.rows) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        const int detail = row.detail.isEmpty() ? 0 : metrics.horizontalAdvance(row.detail) + gap;
        values = std::max(values, metrics.horizontalAdvance(row.value) + detail);
    }
    int width = metrics.horizontalAdvance(m_readout.title);
    if (!m_readout.rows.empty())
        width = std::max(width, swatch + gap + std::min(names, maxNameWidth) + 2 * gap + values);
    width = std::max(width, metrics.horizontalAdvance(m_readout.note));
    for (const QString &remark : m_readout.remarks)
        width = std::max(width, std::min(metrics.horizontalAdvance(remark), maxRemarkWidth));
    const int lines = static_cast<int>(m_readout.rows.size()) + linesBesideRows(m_readout);
    if (m_readout.ramp)
        width = std::max(width, metrics.horizontalAdvance(m_readout.ramp->least + m_readout.ramp->largest) +
                                    leastRamp + 2 * gap);
    const int most = static_cast<int>(std::min<double>(area().width(), m_mostWidth.value_or(area().width())));
    return {std::min(width + 2 * padding, most), lines * rowHeight() + 2 * padding + titleGap};
}

void ReadoutTip::paintLine(QPainter &painter, QRect &line, const QString &text, const QColor &color) const
{
    if (text.isEmpty())
        return;
    painter.setFont(font());
    painter.setPen(color);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(text, Qt::ElideMiddle, line.width()));
    line.translate(0, rowHeight());
}

/// The least and the largest at the ends of a bar of the colours, with a mark where what is read lies.
void ReadoutTip::paintRamp(QPainter &painter, const QRect &line) const
{
    const ReadoutRamp &ramp = *m_readout.ramp;
    painter.setFont(font());
    painter.setPen(m_theme.textMuted);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, ramp.least);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, ramp.largest);
    const int left = line.left() + fontMetrics().horizontalAdvance(ramp.least) + gap;
    const int right = line.right() - fontMetrics().horizontalAdvance(ramp.largest) - gap;
    if (right <= left || ramp.colors.empty())
        return;
    const QRect bar(left, line.center().y() - rampHeight / 2, right - left, rampHeight);
    for (int x = 0; x < bar.width(); ++x) {
        const auto color =
            static_cast<std::size_t>(x) * ramp.colors.size() / static_cast<std::size_t>(bar.width());
        painter.fillRect(QRect(bar.left() + x, bar.top(), 1, bar.height()), ramp.colors[color]);
    }
    if (ramp.mark)
        painter.fillRect(
            QRectF(bar.left() + *ramp.mark * (bar.width() - 2), bar.top() - 3, 2, bar.height() + 6),
            m_theme.text);
}

void ReadoutTip::paintRow(QPainter &painter, const QRect &line, const ReadoutRow &row) const
{
    painter.setFont(row.nearest ? strong() : font());
    painter.fillRect(QRectF(line.left(), line.center().y() - 1, swatch, 3), row.color);
    painter.setPen(m_theme.text);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, row.value);
    int taken = painter.fontMetrics().horizontalAdvance(row.value) + gap;
    if (!row.detail.isEmpty()) {
        painter.setPen(m_theme.textMuted);
        painter.drawText(line.adjusted(0, 0, -taken, 0), Qt::AlignVCenter | Qt::AlignRight, row.detail);
        taken += painter.fontMetrics().horizontalAdvance(row.detail) + gap;
    }
    const QRect name = line.adjusted(swatch + gap, 0, -taken, 0);
    painter.setPen(row.nearest ? m_theme.text : m_theme.textMuted);
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     m_elision.elided(row.name, QFontMetricsF(painter.font()), name.width()));
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
    const auto more = [](std::size_t count) {
        return count == 0 ? QString() : u'…' + tr("%n more", nullptr, static_cast<int>(count));
    };
    QRect line(padding, padding, width() - 2 * padding, rowHeight());
    paintLine(painter, line, m_readout.title, m_theme.textMuted);
    line.translate(0, titleGap);
    paintLine(painter, line, more(m_readout.rowsAbove), m_theme.textMuted);
    for (const ReadoutRow &row : m_readout.rows) {
        paintRow(painter, line, row);
        line.translate(0, rowHeight());
    }
    paintLine(painter, line, more(m_readout.rowsBelow), m_theme.textMuted);
    if (m_readout.ramp) {
        paintRamp(painter, line);
        line.translate(0, rowHeight());
    }
    for (const QString &remark : m_readout.remarks)
        paintLine(painter, line, remark, m_theme.semantic(SemanticColor::Warning));
    paintLine(painter, line, m_readout.note, m_theme.textMuted);
}

} // namespace sightglass
