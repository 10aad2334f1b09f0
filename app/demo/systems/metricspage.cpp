// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/metricspage.h"

#include "parser/exposition/expositionwriter.h"

#include <algorithm>

namespace sightglass::demo {

const FamilyPage &FamilyPage::add(std::vector<Label> labels, double value) const
{
    std::ranges::sort(labels);
    m_family.metrics.push_back({std::move(labels), ExposedValue{value, {}}, {}, {}});
    return *this;
}

const FamilyPage &FamilyPage::add(std::vector<Label> labels, const ModelHistogram &histogram) const
{
    std::ranges::sort(labels);
    m_family.metrics.push_back({std::move(labels), histogram.exposed(), {}, {}});
    return *this;
}

FamilyPage MetricsPage::counter(std::string_view name, std::string_view help)
{
    return family(name, MetricType::Counter, help);
}

FamilyPage MetricsPage::gauge(std::string_view name, std::string_view help)
{
    return family(name, MetricType::Gauge, help);
}

FamilyPage MetricsPage::histogram(std::string_view name, std::string_view help)
{
    return family(name, MetricType::Histogram, help);
}

FamilyPage MetricsPage::family(std::string_view name, MetricType type, std::string_view help)
{
    std::string full = m_prefix;
    full += name;
    ExposedFamily &family = m_families[full];
    family.name = full;
    family.type = type;
    family.help = std::string(help);
    return FamilyPage(family);
}

std::vector<ExposedFamily> MetricsPage::families() const
{
    std::vector<ExposedFamily> families;
    for (const auto &[name, family] : m_families) {
        families.push_back(family);
        std::ranges::sort(families.back().metrics, {}, &ExposedMetric::labels);
    }
    return families;
}

std::string MetricsPage::text() const
{
    return writeExposition(ExpositionFormat::PrometheusText, families());
}

} // namespace sightglass::demo
