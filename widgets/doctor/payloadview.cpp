// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/payloadview.h"

#include "model/presentation/displaytext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::size_t mostCopied = std::size_t{16} << 20;
constexpr int mostTipLines = 12;

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == ':' ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

PayloadView::PayloadView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    setFont(font);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("The page as it came"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

PayloadView::~PayloadView() = default;

void PayloadView::setTheme(const Theme &theme)
{
    m_theme = theme;
    forgetRows();
    viewport()->update();
}

void PayloadView::setRows(std::shared_ptr<const void> owner, const PageRows *rows, Notation notation)
{
    m_owner = std::move(owner);
    m_notation = notation;
    m_rows = rows;
    m_marks = {};
    m_hits = nullptr;
    m_currentHit = std::nullopt;
    m_current = std::nullopt;
    m_widest = 0;
    setSelection(0, 0);
    forgetRows();
    updateBars();
    viewport()->update();
}

void PayloadView::setMarks(PayloadMarks marks)
{
    m_marks = std::move(marks);
    viewport()->update();
}

void PayloadView::setHits(std::shared_ptr<const TextHits> hits)
{
    m_hits = std::move(hits);
    m_currentHit = std::nullopt;
    viewport()->update();
}

void PayloadView::forgetRows()
{
    m_laidOut.clear();
}

PayloadView::Row &PayloadView::row(std::size_t number)
{
    std::unique_ptr<Row> &shown = m_laidOut[number];
    if (shown)
        return *shown;
    shown = std::make_unique<Row>();
    ++m_laidOutRows;
    shown->line = PayloadLine(m_rows->bytes(number));
    shown->layout.setText(shown->line.text());
    shown->layout.setFont(font());
    shown->layout.setCacheEnabled(true);
    if (m_notation == Notation::Exposition && !m_rows->isContinuation(number))
        shown->layout.setFormats(payloadColors(shown->line.text(), m_theme));
    shown->layout.beginLayout();
    QTextLine line = shown->layout.createLine();
    if (line.isValid()) {
        line.setLineWidth(1e7);
        m_widest = std::max(m_widest, line.naturalTextWidth());
    }
    shown->layout.endLayout();
    return *shown;
}

int PayloadView::rowHeight() const
{
    return fontMetrics().height() + 2;
}

int PayloadView::gutterWidth() const
{
    const std::size_t lines = m_rows != nullptr ? std::max<std::size_t>(m_rows->lines(), 100) : 100;
    return fontMetrics().horizontalAdvance(QString::number(lines)) + 2 * textGap + markWidth;
}

int PayloadView::textLeft() const
{
    return gutterWidth() + textGap - horizontalScrollBar()->value();
}

std::size_t PayloadView::firstVisibleRow() const
{
    return static_cast<std::size_t>(verticalScrollBar()->value());
}

std::size_t PayloadView::visibleRows() const
{
    const int rows = (viewport()->height() + rowHeight() - 1) / rowHeight();
    return static_cast<std::size_t>(std::max(rows, 1));
}

void PayloadView::updateBars()
{
    const auto rows = static_cast<int>(
        m_rows == nullptr ? 0 : std::min<std::size_t>(m_rows->count(), std::numeric_limits<int>::max()));
    const int whole = std::max(viewport()->height() / rowHeight(), 1);
    verticalScrollBar()->setPageStep(whole);
    verticalScrollBar()->setRange(0, std::max(rows - whole, 0));
    verticalScrollBar()->setSingleStep(1);
    // Rows that are not laid out yet may be wider than their bytes where they hold what is made visible.
    const double bytes =
        m_rows == nullptr ? 0 : static_cast<double>(m_rows->widest()) * fontMetrics().horizontalAdvance(u'm');
    const int width = viewport()->width() - gutterWidth() - 2 * textGap - overviewWidth;
    const int widest = static_cast<int>(std::ceil(std::max(bytes, m_widest)));
    horizontalScrollBar()->setPageStep(std::max(width, 1));
    horizontalScrollBar()->setSingleStep(fontMetrics().horizontalAdvance(u'm') * 4);
    horizontalScrollBar()->setRange(0, std::max(widest - width, 0));
}

void PayloadView::scrollTo(SourceSpan place)
{
    if (m_rows == nullptr || m_rows->count() == 0)
        return;
    const std::size_t number = m_rows->rowAt(place.begin);
    const auto whole = static_cast<std::size_t>(std::max(verticalScrollBar()->pageStep(), 1));
    const bool isVisible = number >= firstVisibleRow() && number + 1 < firstVisibleRow() + whole;
    if (!isVisible)
        verticalScrollBar()->setValue(static_cast<int>(number) - static_cast<int>(whole / 3));
    Row &shown = row(number);
    updateBars();
    const SourceSpan bytes = m_rows->span(number);
    const double left = xOf(shown, place.begin - bytes.begin);
    const double right = xOf(shown, std::min(place.end, bytes.end) - bytes.begin);
    const int width = horizontalScrollBar()->pageStep();
    const int from = horizontalScrollBar()->value();
    if (left < from || std::min(right, left + width / 2.0) > from + width)
        horizontalScrollBar()->setValue(right < width ? 0 : static_cast<int>(left) - width / 4);
}

void PayloadView::setCurrent(std::optional<SourceSpan> place)
{
    m_current = place;
    viewport()->update();
}

void PayloadView::setCurrentHit(std::optional<std::size_t> hit)
{
    m_currentHit = hit;
    if (hit && m_hits && *hit < m_hits->begins.size()) {
        const std::size_t begin = m_hits->begins[*hit];
        scrollTo({begin, begin + m_hits->length});
    }
    viewport()->update();
}

SourceSpan PayloadView::selection() const noexcept
{
    return {std::min(m_anchor, m_cursor), std::max(m_anchor, m_cursor)};
}

void PayloadView::setSelection(std::size_t anchor, std::size_t cursor)
{
    const bool changes = anchor != m_anchor || cursor != m_cursor;
    m_anchor = anchor;
    m_cursor = cursor;
    if (!changes)
        return;
    viewport()->update();
    emit selectionChanged();
}

void PayloadView::clearSelection()
{
    setSelection(0, 0);
}

void PayloadView::selectAll()
{
    if (m_rows != nullptr)
        setSelection(0, m_rows->text().size());
}

QString PayloadView::selectedText() const
{
    if (m_rows == nullptr)
        return {};
    const SourceSpan selected = selection();
    const std::string_view bytes =
        m_rows->text().substr(selected.begin, std::min(selected.end - selected.begin, mostCopied));
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void PayloadView::copy() const
{
    if (const SourceSpan selected = selection(); selected.end > selected.begin)
        QGuiApplication::clipboard()->setText(selectedText());
}

std::size_t PayloadView::lineAt(int y) const
{
    const std::size_t number = firstVisibleRow() + static_cast<std::size_t>(std::max(y, 0) / rowHeight());
    return m_rows == nullptr || number >= m_rows->count() ? 0 : m_rows->lineOf(number);
}

double PayloadView::xOf(Row &shown, std::size_t byte) const
{
    const QTextLine line = shown.layout.lineCount() > 0 ? shown.layout.lineAt(0) : QTextLine();
    return line.isValid() ? line.cursorToX(shown.line.columnOf(byte)) : 0;
}

std::size_t PayloadView::byteAt(const QPoint &position)
{
    if (m_rows == nullptr || m_rows->count() == 0)
        return 0;
    const int below = std::max(position.y(), 0) / rowHeight();
    const std::size_t number =
        std::min(firstVisibleRow() + static_cast<std::size_t>(below), m_rows->count() - 1);
    Row &shown = row(number);
    if (shown.layout.lineCount() == 0)
        return m_rows->span(number).begin;
    const int column = shown.layout.lineAt(0).xToCursor(position.x() - textLeft());
    return m_rows->span(number).begin + shown.line.byteAt(column);
}

void PayloadView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void PayloadView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        forgetRows();
        updateBars();
    }
}

void PayloadView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Escape && selection().end > selection().begin)
        clearSelection();
    else if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void PayloadView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    const std::size_t at = byteAt(event->pos());
    setSelection(event->modifiers().testFlag(Qt::ShiftModifier) ? m_anchor : at, at);
}

void PayloadView::mouseMoveEvent(QMouseEvent *event)
{
    const bool overText = event->pos().x() > gutterWidth();
    viewport()->setCursor(overText ? Qt::IBeamCursor : Qt::ArrowCursor);
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    if (event->pos().y() < 0)
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else if (event->pos().y() > viewport()->height())
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    setSelection(m_anchor, byteAt(event->pos()));
}

void PayloadView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() == Qt::LeftButton && std::exchange(m_isPressed, false))
        emit selectionChanged();
}

void PayloadView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_rows == nullptr || event->button() != Qt::LeftButton)
        return;
    const std::string_view text = m_rows->text();
    std::size_t begin = std::min(byteAt(event->pos()), text.size());
    std::size_t end = begin;
    while (begin > 0 && isWord(text[begin - 1]))
        --begin;
    while (end < text.size() && isWord(text[end]))
        ++end;
    setSelection(begin, end);
}

void PayloadView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("&Copy"), this, &PayloadView::copy);
    copyAction->setEnabled(selection().end > selection().begin);
    menu->addAction(tr("Select &all"), this, &PayloadView::selectAll);
    menu->popup(event->globalPos());
}

bool PayloadView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_rows == nullptr)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::size_t number =
        firstVisibleRow() + static_cast<std::size_t>(std::max(help->pos().y(), 0) / rowHeight());
    QStringList texts;
    if (number < m_rows->count()) {
        for (const PayloadMark &mark : m_marks.within(m_rows->span(number).begin, m_rows->span(number).end)) {
            if (texts.size() < mostTipLines && !texts.contains(mark.text))
                texts << mark.text;
        }
    }
    QToolTip::showText(help->globalPos(), plainToolTip(texts.join(u'\n')), viewport());
    return true;
}

} // namespace sightglass
