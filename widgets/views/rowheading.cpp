// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/rowheading.h"

#include "model/presentation/displaytext.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace sightglass {

namespace {

constexpr int arrowWidth = 18;
constexpr int handleWidth = 14;
constexpr double focusWidth = 2;

QPainterPath arrow(const QRectF &box, bool folded)
{
    constexpr double half = 4;
    const QPointF middle = box.center();
    QPainterPath path;
    if (folded) {
        path.moveTo(middle + QPointF(-half / 2, -half));
        path.lineTo(middle + QPointF(half / 2, 0));
        path.lineTo(middle + QPointF(-half / 2, half));
    } else {
        path.moveTo(middle + QPointF(-half, -half / 2));
        path.lineTo(middle + QPointF(0, half / 2));
        path.lineTo(middle + QPointF(half, -half / 2));
    }
    return path;
}

void drawHandle(QPainter &painter, const QRectF &box, const QColor &color)
{
    constexpr double radius = 1.2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const int column : {-1, 1}) {
        for (const int row : {-1, 0, 1})
            painter.drawEllipse(box.center() + QPointF(column * 2.5, row * 5), radius, radius);
    }
}

} // namespace

RowHeading::RowHeading(const PanelSpec &row, const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_row(row)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::clicked, this, &RowHeading::toggleRequested);
    updateTexts();
}

bool RowHeading::isFolded() const
{
    const auto *options = std::get_if<RowOptions>(&m_row.options);
    return options != nullptr && options->collapsed;
}

void RowHeading::setSpec(const PanelSpec &row)
{
    m_row = row;
    updateTexts();
    update();
}

void RowHeading::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void RowHeading::setHiddenPanels(int count)
{
    m_hidden = count;
    updateTexts();
    update();
}

void RowHeading::setEditing(bool editing)
{
    m_editing = editing;
    setCursor(editing ? Qt::OpenHandCursor : Qt::PointingHandCursor);
    update();
}

void RowHeading::updateTexts()
{
    // Not the button's text, whose ampersands would be mnemonics.
    m_title = displayText(std::string_view(m_row.title));
    setAccessibleName(tr("Row: %1").arg(m_title));
    setAccessibleDescription(isFolded() ? tr("Folded; press Space to unfold")
                                        : tr("Unfolded; press Space to fold"));
    setToolTip(isFolded() ? tr("Unfold") : tr("Fold"));
}

QSize RowHeading::sizeHint() const
{
    return {200, fontMetrics().height() + 8};
}

void RowHeading::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(m_theme.accent, focusWidth) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.surface);
        const double inset = focusWidth / 2;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_theme.panelRadius,
                                m_theme.panelRadius);
    }
    double left = 2;
    if (m_editing) {
        drawHandle(painter, QRectF(left, 0, handleWidth, height()), m_theme.textMuted);
        left += handleWidth;
    }
    painter.setPen(QPen(m_theme.textMuted, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(arrow(QRectF(left, 0, arrowWidth, height()), isFolded()));
    left += arrowWidth;
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_theme.text);
    const QRectF box(left, 0, width() - left - 4, height());
    const QFontMetrics metrics(bold);
    const QString title = metrics.elidedText(m_title, Qt::ElideRight, static_cast<int>(box.width()));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    if (!isFolded() || m_hidden == 0)
        return;
    painter.setFont(font());
    painter.setPen(m_theme.textMuted);
    const QRectF rest = box.adjusted(metrics.horizontalAdvance(title) + 10, 0, 0, 0);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     tr("%n panel(s)", nullptr, m_hidden));
}

bool RowHeading::event(QEvent *event)
{
    // Space is the window's elsewhere.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space)
        event->accept();
    return QAbstractButton::event(event);
}

void RowHeading::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void RowHeading::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void RowHeading::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace sightglass
