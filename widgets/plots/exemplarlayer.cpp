// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/exemplarlayer.h"

#include "model/dashboard/panelexemplars.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "widgets/chart/timeticks.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double halfDiagonal = 4.25; ///< of a diamond, logical pixels
constexpr double reach = 7;           ///< logical pixels around its centre that belong to it
constexpr int cell = 13;              ///< logical pixels of width and height that have one diamond
constexpr qsizetype longestShown = 48;
constexpr qsizetype longestCopied = 4096; // a label set has at most 128 characters, invisible ones grow
constexpr int smallestWithLegend = 240;   ///< logical pixels
constexpr double legendFontShare = 0.85;

QPolygonF diamond(QPointF centre, double half)
{
    return QPolygonF({centre - QPointF(0, half), centre + QPointF(half, 0), centre + QPointF(0, half),
                      centre - QPointF(half, 0)});
}

bool isSame(const PanelExemplar &a, const PanelExemplar &b)
{
    return a.t == b.t && a.value == b.value && a.series == b.series && a.labels == b.labels;
}

} // namespace

void ExemplarLayer::setUnit(std::string unit, std::optional<int> decimals)
{
    m_unit = std::move(unit);
    m_decimals = decimals;
}

void ExemplarLayer::setData(PanelDataPtr data)
{
    m_data = std::move(data);
    m_marks.clear();
    const auto isSelected = [this](const PanelExemplar &one) { return isSame(one, *m_selected); };
    if (m_selected && std::none_of(m_data->exemplars.begin(), m_data->exemplars.end(), isSelected))
        m_selected.reset();
}

void ExemplarLayer::layOut(const ColumnGrid &grid, double ratio, TimeRange times,
                           const std::function<double(double)> &yOf)
{
    m_marks.clear();
    m_leftOut = 0;
    m_width = grid.count;
    m_ratio = ratio;
    if (m_data == nullptr)
        return;
    std::vector<PointMark> marks;
    for (std::size_t i = 0; i < m_data->exemplars.size(); ++i) {
        const PanelExemplar &one = m_data->exemplars[i];
        const double x = grid.xOf(one.t);
        const double y = yOf(one.value);
        if (times.contains(one.t) && x >= 0 && x < grid.count && !std::isnan(y))
            marks.push_back({x, y, i});
    }
    const std::size_t placed = marks.size();
    m_marks = spreadMarks(std::move(marks), grid, std::max(1, static_cast<int>(cell * ratio)));
    const double half = std::min(halfDiagonal * ratio, grid.count / 2.0);
    for (PointMark &mark : m_marks)
        mark.x = std::clamp(mark.x, half, grid.count - half);
    m_leftOut = placed - m_marks.size() + m_data->exemplarsLeftOut;
}

// ---- painting

void ExemplarLayer::makeDiamond(const Theme &theme) const
{
    const int size = 2 * static_cast<int>(std::ceil((halfDiagonal + 1) * m_ratio)) + 1;
    if (m_diamond.width() == size && m_diamondColor == fillOf(theme).rgba())
        return;
    m_diamondColor = fillOf(theme).rgba();
    m_diamond = QPixmap(size, size);
    m_diamond.fill(Qt::transparent);
    QPainter painter(&m_diamond);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.surface, 1.25 * m_ratio));
    painter.setBrush(fillOf(theme));
    painter.drawPolygon(diamond(QPointF(size / 2.0, size / 2.0), halfDiagonal * m_ratio));
}

void ExemplarLayer::paint(QPainter &painter, const Theme &theme, const QRectF &dirty,
                          const PanelExemplar *read) const
{
    if (m_marks.empty())
        return;
    makeDiamond(theme);
    const double half = m_diamond.width() / 2.0;
    const QRectF touched = dirty.adjusted(-half, -half, half, half);
    for (const PointMark &mark : m_marks) {
        if (touched.contains(mark.x, mark.y))
            painter.drawPixmap(QPointF(std::round(mark.x - half), std::round(mark.y - half)), m_diamond);
    }
    if (const auto place = read != nullptr ? placeOf(*read) : std::nullopt) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.surface, m_ratio));
        painter.setBrush(theme.accent);
        painter.drawPolygon(diamond(*place, (halfDiagonal + 2) * m_ratio));
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    paintLegend(painter, theme);
}

QString ExemplarLayer::legendText() const
{
    if (m_leftOut == 0)
        return tr("%n exemplar(s)", nullptr, static_cast<int>(m_marks.size()));
    return tr("%1 of %n exemplar(s)", nullptr, static_cast<int>(m_marks.size() + m_leftOut))
        .arg(m_marks.size());
}

void ExemplarLayer::paintLegend(QPainter &painter, const Theme &theme) const
{
    if (m_width < smallestWithLegend * m_ratio)
        return;
    painter.save();
    painter.scale(m_ratio, m_ratio);
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * legendFontShare);
    painter.setFont(font);
    const QString text = legendText();
    const QFontMetricsF metrics(font);
    constexpr double padding = 4;
    constexpr double mark = 12;
    const QRectF box(4, 4, metrics.horizontalAdvance(text) + mark + 3 * padding, metrics.height() + padding);
    QColor back = theme.surface;
    back.setAlphaF(0.85F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(back);
    painter.drawRoundedRect(box, 3, 3);
    painter.setBrush(fillOf(theme));
    painter.drawPolygon(diamond({box.left() + padding + mark / 2, box.center().y()}, halfDiagonal - 0.5));
    painter.setPen(theme.textMuted);
    painter.drawText(box.adjusted(mark + 2 * padding, 0, -padding, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text);
    painter.restore();
}

// ---- reading

const PanelExemplar *ExemplarLayer::at(QPointF place) const
{
    const auto mark = markAt(m_marks, place, reach * m_ratio);
    return mark ? &m_data->exemplars[m_marks[*mark].item] : nullptr;
}

const PanelExemplar *ExemplarLayer::selected() const
{
    return m_selected ? &*m_selected : nullptr;
}

std::optional<QPointF> ExemplarLayer::placeOf(const PanelExemplar &exemplar) const
{
    for (const PointMark &mark : m_marks) {
        if (isSame(m_data->exemplars[mark.item], exemplar))
            return QPointF(mark.x, mark.y);
    }
    return std::nullopt;
}

const PanelExemplar *ExemplarLayer::selectNext(int step)
{
    if (m_marks.empty())
        return nullptr;
    const auto count = static_cast<std::ptrdiff_t>(m_marks.size());
    std::ptrdiff_t next = count - 1;
    for (std::ptrdiff_t i = 0; i < count && m_selected; ++i) {
        if (isSame(m_data->exemplars[m_marks[static_cast<std::size_t>(i)].item], *m_selected))
            next = (i + step % count + count) % count;
    }
    m_selected = m_data->exemplars[m_marks[static_cast<std::size_t>(next)].item];
    return selected();
}

Readout ExemplarLayer::readout(const PanelExemplar &exemplar, const Theme &theme, bool isCopied) const
{
    Readout readout;
    readout.title = timeText(exemplar.t, 1, m_zone);
    const QString value =
        valueText(exemplar.value, std::isinf(exemplar.value) ? "none" : std::string_view(m_unit), m_decimals);
    readout.rows.push_back({theme.accent, tr("exemplar"), value, true});
    for (const LabelView label : exemplar.labels)
        readout.rows.push_back({theme.textMuted, displayText(label.name, longestShown),
                                displayText(label.value, longestShown), false});
    readout.rows.push_back(
        {theme.track, tr("of"), displayText(exemplar.series.toString(), longestShown), false});
    const bool hasTrace = traceLabel(exemplar.labels).has_value();
    if (isCopied)
        readout.note =
            hasTrace ? tr("The trace id is on the clipboard") : tr("The labels are on the clipboard");
    else
        readout.note =
            hasTrace ? tr("Click or Enter copies the trace id") : tr("Click or Enter copies the labels");
    return readout;
}

QString exemplarCopyText(const PanelExemplar &exemplar)
{
    const auto trace = traceLabel(exemplar.labels);
    return trace ? displayText(trace->value, longestCopied) : exemplarLabelsText(exemplar);
}

void addExemplarActions(QMenu &menu, const PanelExemplar &exemplar)
{
    const auto offer = [&menu](const QString &name, const QString &text) {
        QObject::connect(menu.addAction(name), &QAction::triggered, &menu,
                         [text] { QGuiApplication::clipboard()->setText(text); });
    };
    if (traceLabel(exemplar.labels))
        offer(ExemplarLayer::tr("Copy trace id"), exemplarCopyText(exemplar));
    offer(ExemplarLayer::tr("Copy all labels"), exemplarLabelsText(exemplar));
}

QString exemplarLabelsText(const PanelExemplar &exemplar)
{
    return displayText(exemplar.labels.toString(), longestCopied);
}

} // namespace sightglass
