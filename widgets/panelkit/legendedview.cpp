// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/legendedview.h"

#include "widgets/panelkit/seriesstats.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int legendGap = 4;
constexpr int sideGap = 10;
/// Below this size the chart needs all the room. Panels of three rows of the grid are higher inside.
constexpr QSize smallestWithLegend(150, 56);

} // namespace

LegendedView::LegendedView(const LegendOptions &options, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_options(options)
    , m_theme(theme)
{
    if (options.mode == LegendMode::Hidden)
        return;
    m_legend = new LegendView(options, theme, this);
    connect(m_legend, &LegendView::isolateRequested, this, &LegendedView::isolate);
    connect(m_legend, &LegendView::toggleRequested, this, &LegendedView::toggle);
    connect(m_legend, &LegendView::itemHovered, this, [this](int item) {
        const auto index = static_cast<std::size_t>(item);
        entryHovered(item >= 0 && index < m_listed.size() ? std::optional(m_listed[index]) : std::nullopt);
    });
}

void LegendedView::setContent(QWidget *content)
{
    m_content = content;
    content->setParent(this);
    content->lower();
    if (m_legend)
        setTabOrder(content, m_legend);
    place();
}

void LegendedView::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_legend)
        m_legend->setTheme(theme);
}

QStringList LegendedView::legendColumns() const
{
    QStringList columns;
    for (const Calculation calculation : m_options.values)
        columns.append(calculationName(calculation));
    return columns;
}

std::vector<LegendValue> LegendedView::legendValues(std::size_t entry) const
{
    Q_UNUSED(entry)
    return {};
}

void LegendedView::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
    m_listed.clear();
    if (!m_legend)
        return;
    std::vector<LegendItem> items;
    items.reserve(m_entries.size());
    const int limit = m_options.limit.value_or(0);
    const std::size_t most = limit > 0 ? static_cast<std::size_t>(limit) : m_entries.size();
    for (std::size_t i = 0; i < m_entries.size() && m_listed.size() < most; ++i) {
        if (!m_entries[i].listed)
            continue;
        m_listed.push_back(i);
        items.push_back(m_entries[i].item);
        items.back().visible = !isHidden(m_entries[i].key);
    }
    m_legend->setItems(legendColumns(), std::move(items),
                       [this](std::size_t item) { return legendValues(m_listed[item]); });
    place();
}

// ---- places

QSize LegendedView::legendSize() const
{
    if (!m_legend || m_listed.empty() || width() < smallestWithLegend.width() ||
        height() < smallestWithLegend.height())
        return {0, 0};
    if (m_options.placement == LegendPlacement::Bottom)
        return {width(), m_legend->heightIn(size())};
    return {sideLegendWidth(m_options.width, m_legend->widthForItems(), width()), height()};
}

void LegendedView::place()
{
    const QSize legend = legendSize();
    const bool shown = !legend.isEmpty();
    QRect chart = rect();
    if (shown && m_options.placement == LegendPlacement::Right)
        chart.setWidth(width() - legend.width() - sideGap);
    else if (shown)
        chart.setHeight(height() - legend.height() - legendGap);
    if (m_content)
        m_content->setGeometry(chart);
    if (!m_legend)
        return;
    m_legend->setVisible(shown);
    if (shown)
        m_legend->setGeometry(QRect(QPoint(width() - legend.width(), height() - legend.height()), legend));
}

void LegendedView::resizeEvent(QResizeEvent *event)
{
    place();
    PanelView::resizeEvent(event);
}

void LegendedView::changeEvent(QEvent *event)
{
    PanelView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        place();
}

void LegendedView::exportContent(QPainter &painter)
{
    m_content->render(&painter, {}, {}, DrawChildren);
}

void LegendedView::exportTo(QPainter &painter)
{
    painter.save();
    painter.translate(m_content->pos());
    exportContent(painter);
    painter.restore();
    if (!m_legend || m_legend->isHidden())
        return;
    painter.save();
    painter.translate(m_legend->pos());
    painter.setClipRect(m_legend->rect(), Qt::IntersectClip);
    m_legend->drawing().paint(painter);
    painter.restore();
}

// ---- what the user hides

void LegendedView::isolate(int item)
{
    const LegendKey chosen = m_entries[m_listed[static_cast<std::size_t>(item)]].key;
    const auto isOther = [&chosen](const LegendEntry &entry) { return entry.key != chosen; };
    const bool alone = !isHidden(chosen) && std::ranges::any_of(m_entries, isOther) &&
                       std::ranges::all_of(m_entries, [this, &isOther](const LegendEntry &entry) {
                           return !isOther(entry) || isHidden(entry.key);
                       });
    m_hidden.clear();
    for (const LegendEntry &entry : m_entries) {
        if (!alone && isOther(entry))
            m_hidden.insert(entry.key);
    }
    visibilityChanged();
}

void LegendedView::toggle(int item)
{
    const LegendKey key = m_entries[m_listed[static_cast<std::size_t>(item)]].key;
    if (m_hidden.erase(key) == 0)
        m_hidden.insert(key);
    visibilityChanged();
}

} // namespace sightglass
