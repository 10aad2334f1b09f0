// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/piedata.h"

#include "model/dashboard/reducedvalues.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "model/presentation/valuetext.h"
#include "widgets/categories/categorycolors.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/seriesstats.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t mostSlices = 30;  ///< before any are gathered
constexpr double shortestArc = 3;       ///< pixels: a colour that can be told from its neighbours
constexpr std::size_t mostLargest = 12; ///< are never gathered: a pie of nothing but others says nothing

SortOrder sortOf(const PanelSpec &spec)
{
    const auto *options = std::get_if<PieOptions>(&spec.options);
    return options != nullptr ? options->sort : SortOrder::Descending;
}

/// The largest of many parts, a few: of equal ones the first.
class Largest
{
public:
    explicit Largest(std::vector<double> parts)
    {
        if (parts.size() <= mostLargest)
            return;
        const auto last = parts.begin() + (mostLargest - 1);
        std::nth_element(parts.begin(), last, parts.end(), std::greater<>());
        m_least = *last;
        m_equals = static_cast<std::size_t>(std::count(parts.begin(), last + 1, m_least));
    }

    /// Asked in order, once each.
    bool takes(double part)
    {
        if (part != m_least || m_equals == 0)
            return part > m_least;
        --m_equals;
        return true;
    }

private:
    double m_least = 0; ///< of them
    std::size_t m_equals = 0;
};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::PiePanel)
};

PieValue pieValue(const ReducedValue &reduced, CategoryColors &colors, TimestampMs now)
{
    static const FieldConfig standard;
    const FieldConfig &config = reduced.config ? *reduced.config : standard;
    PieValue value;
    // Rows of one field have its labels all alike.
    std::string own = reduced.name;
    if (reduced.calculation)
        own.append(" ").append(calculationId(*reduced.calculation));
    value.key = {0, reduced.row ? Labels() : reduced.labels, own};
    value.name = displayText(std::string_view(reduced.name));
    if (reduced.calculation)
        value.name += QStringLiteral(" · ") + calculationName(*reduced.calculation);
    value.value = reduced.number();
    const DisplayValue shown = colors.display(config, reduced.type, reduced.range).display(reduced.value);
    value.text = valueText(std::string_view(shown.text()));
    if (value.text.isEmpty())
        value.text = noValue;
    else if (reduced.presence == Presence::Stale && reduced.last && !std::isnan(value.value))
        value.text =
            Texts::tr("%1, %2", "a value and how old it is").arg(value.text, agoText(reduced.last->t, now));
    value.color = colors.named(shown.color, {});
    if (!value.color.isValid())
        value.color = colors.own(value.key.labels, own);
    value.decimals = config.decimals;
    const HideFrom hidden = config.graph.hideFrom.value_or(HideFrom());
    value.listed = !hidden.legend;
    value.told = !hidden.tooltip;
    return value;
}

} // namespace

bool PieValue::isPart() const
{
    return std::isfinite(value) && value > 0;
}

std::vector<PieValue> pieValues(const PanelSpec &spec, const PanelData &data, const Theme &theme,
                                SeriesColorBook &book, const QTimeZone &zone)
{
    CategoryColors colors(theme, book, zoneRule(zone));
    std::vector<PieValue> values;
    for (const ReducedValue &reduced : reducedValues(spec, data)) {
        const bool hidden = reduced.config && reduced.config->graph.hideFrom.value_or(HideFrom()).plot;
        if (!hidden)
            values.push_back(pieValue(reduced, colors, data.range.to));
    }
    const SortOrder order = sortOf(spec);
    if (order == SortOrder::None)
        return values;
    std::ranges::stable_sort(values, [order](const PieValue &a, const PieValue &b) {
        if (std::isnan(a.value) || std::isnan(b.value))
            return !std::isnan(a.value) && std::isnan(b.value);
        return order == SortOrder::Descending ? a.value > b.value : a.value < b.value;
    });
    return values;
}

std::vector<PieSlice> pieSlices(std::span<const PieValue> values, double radius,
                                const std::function<bool(const PieValue &)> &isShown)
{
    // Halves, so that the sum of the largest numbers there are is one.
    double total = 0;
    std::vector<double> parts;
    for (const PieValue &value : values) {
        if (value.isPart() && isShown(value)) {
            total += value.value / 2;
            parts.push_back(value.value);
        }
    }
    std::vector<PieSlice> slices;
    if (!(total > 0) || !std::isfinite(total))
        return slices;
    const double least =
        parts.size() > mostSlices ? shortestArc / (2 * std::numbers::pi * std::max(radius, 1.0)) : 0;
    Largest largest(std::move(parts));
    PieSlice others;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].isPart() || !isShown(values[i]))
            continue;
        const double share = values[i].value / 2 / total;
        const bool isLarge = largest.takes(values[i].value);
        if (share < least && !isLarge) {
            others.share += share;
            others.values.push_back(i);
        } else {
            slices.push_back({0, share * 360, share, {i}});
        }
    }
    if (!others.values.empty()) {
        others.span = others.share * 360;
        slices.push_back(std::move(others));
    }
    double at = 0;
    for (PieSlice &slice : slices) {
        slice.start = at;
        at += slice.span;
    }
    return slices;
}

QString pieRemark(std::span<const PieValue> values, const std::function<bool(const PieValue &)> &isShown)
{
    int zeros = 0;
    int negative = 0;
    int infinite = 0;
    int none = 0;
    for (const PieValue &value : values) {
        if (value.isPart() || !isShown(value))
            continue;
        ++(std::isnan(value.value)   ? none
           : std::isinf(value.value) ? infinite
           : value.value < 0         ? negative
                                     : zeros);
    }
    QStringList parts;
    if (negative > 0)
        parts.append(Texts::tr("%n negative", nullptr, negative));
    if (zeros > 0)
        parts.append(Texts::tr("%n at zero", nullptr, zeros));
    if (infinite > 0)
        parts.append(Texts::tr("%n infinite", nullptr, infinite));
    if (none > 0)
        parts.append(Texts::tr("%n without a value", nullptr, none));
    return parts.isEmpty() ? QString() : Texts::tr("Not drawn: %1").arg(parts.join(QStringLiteral(", ")));
}

QString pieOthers(std::span<const PieSlice> slices)
{
    const auto others = std::ranges::find_if(slices, &PieSlice::gathered);
    if (others == slices.end())
        return {};
    return Texts::tr("%n too small to be seen are one slice: %1", nullptr,
                     static_cast<int>(others->values.size()))
        .arg(percentText(others->share, {}));
}

QString percentText(double share, std::optional<int> decimals)
{
    const bool small = share > 0 && share < 0.01;
    return valueText(share, "percentunit", decimals.value_or(small ? 2 : 0));
}

} // namespace sightglass
