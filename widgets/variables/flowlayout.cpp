// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace sightglass {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (itemAt(index) == nullptr)
        return nullptr;
    QLayoutItem *item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<QRect> FlowLayout::placesIn(const QRect &rect) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const int gap = std::max(spacing(), 0);
    std::vector<QRect> places(m_items.size());
    std::size_t lineBegin = 0;
    QPoint at = area.topLeft();
    int lineHeight = 0;
    // Items of a line stand in its middle.
    const auto finishLine = [&](std::size_t end) {
        for (std::size_t i = lineBegin; i < end; ++i)
            places[i].translate(0, (lineHeight - places[i].height()) / 2);
        lineBegin = end;
    };
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i]->isEmpty())
            continue;
        const QSize wanted = m_items[i]->sizeHint().expandedTo(m_items[i]->minimumSize());
        const QSize size(std::min(wanted.width(), std::max(area.width(), 1)), wanted.height());
        if (at.x() > area.left() && at.x() + size.width() > area.right() + 1) {
            finishLine(i);
            at = QPoint(area.left(), at.y() + lineHeight + gap);
            lineHeight = 0;
        }
        places[i] = QRect(at, size);
        lineHeight = std::max(lineHeight, size.height());
        at.rx() += size.width() + gap;
    }
    finishLine(m_items.size());
    return places;
}

int FlowLayout::heightForWidth(int width) const
{
    int bottom = 0;
    for (const QRect &place : placesIn(QRect(0, 0, width, 0))) {
        if (!place.isEmpty())
            bottom = std::max(bottom, place.bottom() + 1);
    }
    return bottom == 0 ? 0 : bottom + contentsMargins().bottom();
}

QSize FlowLayout::sizeHint() const
{
    // One line of all.
    constexpr int wide = 1 << 20;
    int right = 0;
    for (const QRect &place : placesIn(QRect(0, 0, wide, 0)))
        right = std::max(right, place.right() + 1);
    return {right + contentsMargins().right(), heightForWidth(wide)};
}

QSize FlowLayout::minimumSize() const
{
    // Whoever is narrower gets more lines.
    return {0, 0};
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const std::vector<QRect> places = placesIn(rect);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (!places[i].isEmpty())
            m_items[i]->setGeometry(places[i]);
    }
}

} // namespace sightglass
