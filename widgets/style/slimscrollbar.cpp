// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/slimscrollbar.h"

#include <QApplication>
#include <QCommonStyle>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QStyleOptionSlider>

#include <algorithm>

namespace sightglass {

namespace {

/// Of bars that have the style.
constexpr const char *isSlimProperty = "sightglassIsSlim";

/// Of scroll bars only. The handle has the palette's Mid, what is behind it the palette's Base.
class SlimScrollBarStyle : public QCommonStyle
{
public:
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        if (metric == PM_ScrollBarExtent)
            return extent;
        if (metric == PM_ScrollBarSliderMin)
            return shortestHandle;
        return QCommonStyle::pixelMetric(metric, option, widget);
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override
    {
        // QScrollBar makes room for its arrows, which these bars have not.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (type != CT_ScrollBar || bar == nullptr)
            return QCommonStyle::sizeFromContents(type, option, size, widget);
        return bar->orientation == Qt::Vertical ? QSize(extent, shortestHandle)
                                                : QSize(shortestHandle, extent);
    }

    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override
    {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (control != CC_ScrollBar || bar == nullptr)
            return QCommonStyle::subControlRect(control, option, part, widget);
        const bool vertical = bar->orientation == Qt::Vertical;
        const int length = vertical ? bar->rect.height() : bar->rect.width();
        const int range = bar->maximum - bar->minimum;
        int handle = length;
        if (range > 0) {
            const double pages = static_cast<double>(bar->pageStep) / (range + bar->pageStep);
            handle = std::min(length, std::max(shortestHandle, qRound(length * pages)));
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - handle, bar->upsideDown);
        const auto section = [&](int from, int size) {
            if (vertical)
                return QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
            return visualRect(bar->direction, bar->rect,
                              {bar->rect.left() + from, bar->rect.top(), size, bar->rect.height()});
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return section(start, handle);
        case SC_ScrollBarGroove:
            return bar->rect;
        case SC_ScrollBarSubPage:
            return section(0, start);
        case SC_ScrollBarAddPage:
            return section(start + handle, length - start - handle);
        default:
            return {};
        }
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override
    {
        if (control != CC_ScrollBar) {
            QCommonStyle::drawComplexControl(control, option, painter, widget);
            return;
        }
        painter->fillRect(option->rect, option->palette.base());
        const QRect handle = subControlRect(control, option, SC_ScrollBarSlider, widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option->palette.mid());
        painter->drawRoundedRect(handle.adjusted(margin, margin, -margin, -margin), radius, radius);
        painter->restore();
    }

private:
    static constexpr int extent = 8;          // pixels, as slimScrollBars() has them
    static constexpr int shortestHandle = 16; // can still be caught
    static constexpr int margin = 1;
    static constexpr int radius = 3;
};

/// One for all bars; ends with the application.
SlimScrollBarStyle *slimStyle()
{
    static QPointer<SlimScrollBarStyle> style;
    if (!style) {
        style = new SlimScrollBarStyle;
        style->setParent(qApp);
    }
    return style;
}

} // namespace

void makeSlim(QScrollBar &bar, const Theme &theme)
{
    // Below a style sheet style() is not the one that was set, but Qt's around it.
    if (!bar.property(isSlimProperty).toBool()) {
        bar.setStyle(slimStyle());
        bar.setProperty(isSlimProperty, true);
    }
    QPalette palette = bar.palette();
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::Mid, theme.crosshair);
    bar.setPalette(palette);
}

} // namespace sightglass
