// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/histograms/histogramlayout.h"

#include "model/core/proportion.h"
#include "model/presentation/distincttexts.h"
#include "model/presentation/valuetext.h"
#include "widgets/chart/numberticks.h"

#include <QFontMetricsF>
#include <QLinearGradient>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

// Logical pixels.
constexpr double labelGap = 6;
constexpr double rightMargin = 10;
constexpr double labelSpace = 14;      ///< between labels of bounds
constexpr double smallestSpacing = 40; ///< between numbers
constexpr double countLabelSpacing = 34;
constexpr double roomForGap = 5; ///< bins as wide as this are set apart
constexpr double axisFontShare = 0.9;

/// The series' bars as heights: shares of the axis' highest value.
struct Stack
{
    double from = 0;
    double to = 0;
};

/// Builds one layout.
class Layouter
{
public:
    Layouter(const BinnedData &data, const HistogramFrame &frame)
        : m_data(data)
        , m_frame(frame)
        , m_font(frame.font)
    {
        m_font.setPointSizeF(m_font.pointSizeF() * axisFontShare);
    }

    HistogramLayout take()
    {
        m_layout.bins = m_data.bins.size();
        stack();
        placePlot();
        if (m_layout.plot.width() < 2 || m_layout.plot.height() < 2)
            return m_layout;
        addGrid();
        addBars();
        addBounds();
        return std::move(m_layout);
    }

private:
    [[nodiscard]] bool isShown(std::size_t series) const { return m_frame.looks[series].isShown; }

    void stack()
    {
        m_stacks.assign(m_data.series.size(), std::vector<Stack>(m_data.bins.size()));
        for (std::size_t bin = 0; bin < m_data.bins.size(); ++bin) {
            double total = 0;
            for (std::size_t i = 0; i < m_data.series.size(); ++i)
                total += isShown(i) ? m_data.series[i].counts[bin] : 0;
            const double whole = m_frame.stacking == StackingMode::Percent && total > 0 ? total : 1;
            double below = 0;
            for (std::size_t i = 0; i < m_data.series.size(); ++i) {
                if (!isShown(i))
                    continue;
                const double height = m_data.series[i].counts[bin] / whole;
                m_stacks[i][bin] = {below, below + height};
                m_largest = std::max(m_largest, below + height);
                below = m_frame.stacking == StackingMode::None ? 0 : below + height;
            }
        }
    }

    void placePlot()
    {
        const QFontMetricsF metrics(m_font);
        const double top = metrics.height() / 2 + 1;
        const double bottom = metrics.height() + labelGap;
        const double height = m_frame.size.height() - top - bottom;
        const bool isPercent = m_frame.stacking == StackingMode::Percent;
        AxisLimits limits;
        limits.min = 0;
        if (isPercent)
            limits.max = 1;
        limits.maxTicks = std::max(2, static_cast<int>(height / countLabelSpacing));
        m_axis = numberAxis(ValueRange{0, m_largest}, limits);
        double widest = 0;
        for (const std::string &text : formatTicks(m_axis.ticks, isPercent ? "percentunit" : "short")) {
            m_countLabels.push_back(valueText(std::string_view(text)));
            widest = std::max(widest, metrics.horizontalAdvance(m_countLabels.back()));
        }
        const double left = std::ceil(widest + labelGap);
        m_layout.plot =
            QRectF(left, std::floor(top), std::max(m_frame.size.width() - left - rightMargin, 0.0),
                   std::max(std::floor(height), 0.0));
    }

    [[nodiscard]] double yOf(double count) const
    {
        return m_layout.plot.bottom() - count / m_axis.high * m_layout.plot.height();
    }

    void addGrid()
    {
        const QRectF plot = m_layout.plot;
        for (std::size_t i = 0; i < m_axis.ticks.size(); ++i) {
            const double y = std::round(yOf(m_axis.ticks[i]));
            if (m_axis.ticks[i] > 0)
                m_layout.list.add(
                    DisplayList::Fill{QRectF(plot.left(), y, plot.width(), 1), m_frame.theme.grid});
            const QRectF box(0, y - 10, plot.left() - labelGap, 20);
            m_layout.list.add(DisplayList::Text{box, m_countLabels[i], m_font, m_frame.theme.textMuted,
                                                Qt::AlignRight | Qt::AlignVCenter});
        }
    }

    [[nodiscard]] QBrush brushOf(const BinLook &look, const QRectF &bar) const
    {
        QColor fill = look.color;
        fill.setAlphaF(static_cast<float>(std::clamp(look.fill, 0.0, 1.0)));
        if (!look.gradient)
            return fill;
        QLinearGradient gradient(bar.topLeft(), bar.bottomLeft());
        gradient.setColorAt(0, fill);
        fill.setAlphaF(fill.alphaF() * 0.15F);
        gradient.setColorAt(1, fill);
        return gradient;
    }

    void addBars()
    {
        std::vector<Place> places;
        for (std::size_t i = 0; i < m_data.series.size(); ++i) {
            if (!isShown(i))
                continue;
            for (std::size_t bin = 0; bin < m_data.bins.size(); ++bin)
                places.push_back({i, bin});
        }
        m_isCrowded = m_layout.plot.width() < static_cast<double>(m_data.bins.size());
        // Of bins that share a pixel the longest is painted last, so that none that stands out is hidden.
        if (m_isCrowded && m_frame.stacking == StackingMode::None)
            std::ranges::stable_sort(places, {}, [this](const Place &place) {
                return std::pair(m_layout.slot(place.bin).left(), m_stacks[place.series][place.bin].to);
            });
        for (const Place &place : places)
            addBar(place.series, place.bin);
        const QRectF plot = m_layout.plot;
        m_layout.list.add(
            DisplayList::Fill{QRectF(plot.left(), plot.bottom(), plot.width(), 1), m_frame.theme.axis});
    }

    /// One bar.
    struct Place
    {
        std::size_t series = 0;
        std::size_t bin = 0;
    };

    void addBar(std::size_t series, std::size_t bin)
    {
        const Stack &stack = m_stacks[series][bin];
        if (!(stack.to > stack.from))
            return;
        const QRectF slot = m_layout.slot(bin);
        const double gap = slot.width() >= roomForGap ? 1 : 0;
        QRectF bar(QPointF(slot.left() + gap, yOf(stack.to)), QPointF(slot.right(), yOf(stack.from)));
        // What is there is seen, however little it is.
        if (bar.height() < 1)
            bar.setTop(bar.bottom() - 1);
        BinLook look = m_frame.looks[series];
        // Shining through, they would make colours that none of them has.
        look.fill = m_isCrowded ? 1 : look.fill;
        m_layout.list.add(DisplayList::Fill{bar, brushOf(look, bar)});
        const double line = std::min({look.line, bar.height(), bar.width() / 3});
        if (line > 0)
            m_layout.list.add(
                DisplayList::Fill{QRectF(bar.left(), bar.top(), bar.width(), line), look.color});
        // Pale fills do not stand out enough for everybody.
        for (const double x : {bar.left(), bar.right() - line}) {
            if (line > 0 && m_frame.theme.contrast == Contrast::High)
                m_layout.list.add(DisplayList::Fill{QRectF(x, bar.top(), line, bar.height()), look.color});
        }
        m_layout.marks.push_back({bin, series, bar});
    }

    /// Digits that the text of a number needs: the fewer, the rounder.
    static std::ptrdiff_t digitsOf(double value)
    {
        char text[32];
        const auto end =
            std::to_chars(text, text + sizeof text, std::fabs(value), std::chars_format::scientific);
        return std::find(text, end.ptr, 'e') - text;
    }

    [[nodiscard]] double edgeValue(std::size_t edge) const
    {
        return edge < m_data.bins.size() ? m_data.bins[edge].low : m_data.bins.back().high;
    }

    /// Bins of values are equally wide, as far as their numbers say: numbers lie between their bounds as on
    /// any axis.
    [[nodiscard]] bool isNumeric() const
    {
        if (m_data.origin != BinOrigin::Values || m_data.bins.empty())
            return false;
        const double span = m_data.bins.back().high / 2 - m_data.bins.front().low / 2;
        const double width = span / static_cast<double>(m_data.bins.size()) * 2;
        const double largest =
            std::max(std::fabs(m_data.bins.front().low), std::fabs(m_data.bins.back().high));
        const double rounding = largest * (2 * std::numeric_limits<double>::epsilon());
        return std::isfinite(width) && width > 0 &&
               std::ranges::all_of(m_data.bins, [width, rounding](const BinRange &bin) {
                   return std::fabs(bin.high - bin.low - width) <= std::max(width * 1e-6, rounding);
               });
    }

    /// Round numbers wherever the bins lie; false where there is none that has room.
    bool addNumbers(const QFontMetricsF &metrics)
    {
        const QRectF plot = m_layout.plot;
        AxisLimits limits;
        limits.min = m_data.bins.front().low;
        limits.max = m_data.bins.back().high;
        limits.setUnit(m_frame.unit);
        limits.maxTicks = std::max(2, static_cast<int>(plot.width() / smallestSpacing) + 1);
        const auto placeOf = [&](double value) {
            return plot.left() + shareOfSpan(*limits.min, *limits.max, value) * plot.width();
        };
        for (; limits.maxTicks >= 2; --limits.maxTicks) {
            const std::vector<double> ticks = numberAxis(std::nullopt, limits).ticks;
            if (ticks.size() < 2)
                return false;
            const std::vector<std::string> texts = formatTicks(ticks, m_frame.unit);
            double widest = 0;
            for (const std::string &text : texts)
                widest = std::max(widest, metrics.horizontalAdvance(valueText(std::string_view(text))));
            if (placeOf(ticks[1]) - placeOf(ticks[0]) < widest + labelSpace)
                continue;
            for (std::size_t i = 0; i < ticks.size(); ++i)
                addBound(placeOf(ticks[i]), valueText(std::string_view(texts[i])), metrics);
            return true;
        }
        return false;
    }

    void addBounds()
    {
        const QFontMetricsF metrics(m_font);
        if (isNumeric() && addNumbers(metrics))
            return;
        const std::size_t edges = m_data.bins.size() + 1;
        std::vector<QString> texts;
        double widest = 0;
        for (std::size_t edge = 0; edge < edges; ++edge) {
            texts.push_back(boundText(edgeValue(edge), m_frame));
            widest = std::max(widest, metrics.horizontalAdvance(texts.back()));
        }
        const double slot = m_layout.plot.width() / static_cast<double>(m_data.bins.size());
        std::size_t every = 1;
        while (slot * static_cast<double>(every) < widest + labelSpace && every < edges)
            every = nextStep(every);
        std::size_t first = 0;
        for (std::size_t edge = 1; edge < std::min(every, edges); ++edge) {
            const double value = edgeValue(edge);
            if (std::isfinite(value) &&
                (!std::isfinite(edgeValue(first)) || digitsOf(value) < digitsOf(edgeValue(first))))
                first = edge;
        }
        QStringList shown;
        std::vector<double> bounds;
        for (std::size_t edge = first; edge < edges; edge += every) {
            shown << texts[edge];
            bounds.push_back(edgeValue(edge));
        }
        shown = distinctTexts(std::move(shown), bounds, m_frame.unit);
        for (std::size_t edge = first; edge < edges; edge += every)
            addBound(edge < m_data.bins.size() ? m_layout.slot(edge).left() : m_layout.plot.right(),
                     shown[static_cast<qsizetype>((edge - first) / every)], metrics);
    }

    /// 1, 2, 5, 10, 20 … for bins of round widths, 1, 2, 4, 8 … for those of a program.
    [[nodiscard]] std::size_t nextStep(std::size_t every) const
    {
        if (m_data.origin != BinOrigin::Values)
            return every * 2;
        std::size_t power = 1;
        while (power * 10 <= every)
            power *= 10;
        return every / power == 2 ? power * 5 : every / power == 5 ? power * 10 : power * 2;
    }

    void addBound(double x, const QString &text, const QFontMetricsF &metrics)
    {
        const QRectF plot = m_layout.plot;
        const double width = metrics.horizontalAdvance(text) + 2;
        const double left = std::clamp(x - width / 2, 0.0, std::max(m_frame.size.width() - width, 0.0));
        m_layout.list.add(DisplayList::Fill{QRectF(std::round(x), plot.bottom(), 1, 3), m_frame.theme.axis});
        m_layout.list.add(
            DisplayList::Text{QRectF(left, plot.bottom() + labelGap - 1, width, metrics.height()), text,
                              m_font, m_frame.theme.textMuted, Qt::AlignCenter});
    }

    const BinnedData &m_data;
    const HistogramFrame &m_frame;
    QFont m_font;
    HistogramLayout m_layout;
    std::vector<std::vector<Stack>> m_stacks;
    std::vector<QString> m_countLabels;
    NumberAxis m_axis;
    double m_largest = 0;
    bool m_isCrowded = false;
};

} // namespace

QRectF HistogramLayout::slot(std::size_t bin) const
{
    const double width = plot.width() / static_cast<double>(std::max<std::size_t>(bins, 1));
    const double left = std::round(plot.left() + width * static_cast<double>(bin));
    // Bins narrower than a pixel share it.
    const double right = std::max(std::round(plot.left() + width * static_cast<double>(bin + 1)), left + 1);
    return QRectF(left, plot.top(), right - left, plot.height());
}

std::optional<std::size_t> HistogramLayout::binAt(QPointF place) const
{
    if (bins == 0 || !plot.contains(place))
        return std::nullopt;
    const double share = (place.x() - plot.left()) / plot.width();
    return std::min(static_cast<std::size_t>(share * static_cast<double>(bins)), bins - 1);
}

const BinMark *HistogramLayout::markAt(QPointF place) const
{
    const auto found = std::find_if(marks.rbegin(), marks.rend(),
                                    [place](const BinMark &mark) { return mark.rect.contains(place); });
    return found == marks.rend() ? nullptr : &*found;
}

HistogramLayout layOutHistogram(const BinnedData &data, const HistogramFrame &frame)
{
    return Layouter(data, frame).take();
}

QString boundText(double bound, const HistogramFrame &frame)
{
    return valueText(bound, std::isinf(bound) ? "none" : frame.unit, frame.decimals);
}

} // namespace sightglass
