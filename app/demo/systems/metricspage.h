// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/modelhistogram.h"
#include "parser/exposition/exposedfamily.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::demo {

/// One metric family while its series are put down.
class FamilyPage
{
public:
    explicit FamilyPage(ExposedFamily &family) noexcept
        : m_family(family)
    {}

    /// A series of a counter or gauge; labels without the name, in any order.
    const FamilyPage &add(std::vector<Label> labels, double value) const;
    /// A series of a histogram.
    const FamilyPage &add(std::vector<Label> labels, const ModelHistogram &histogram) const;

private:
    ExposedFamily &m_family;
};

/// The metrics of a system as it is put down for one scrape: families in order of their names, as client
/// libraries' registries have them.
class MetricsPage
{
public:
    /// All names begin with the prefix.
    explicit MetricsPage(std::string_view prefix)
        : m_prefix(prefix)
    {}

    FamilyPage counter(std::string_view name, std::string_view help);
    FamilyPage gauge(std::string_view name, std::string_view help);
    FamilyPage histogram(std::string_view name, std::string_view help);

    [[nodiscard]] std::vector<ExposedFamily> families() const;
    /// In the text format 0.0.4.
    [[nodiscard]] std::string text() const;

private:
    FamilyPage family(std::string_view name, MetricType type, std::string_view help);

    std::string m_prefix;
    std::map<std::string, ExposedFamily, std::less<>> m_families;
};

} // namespace sightglass::demo
