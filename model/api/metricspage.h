// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/exposition/metrictype.h"

#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

/// A page in the Prometheus text format 0.0.4, written family by family (exposition reference, section 1).
class MetricsPage
{
public:
    static constexpr std::string_view contentType = "text/plain; version=0.0.4; charset=utf-8";

    /// Begins a family: the samples that follow are its own.
    void family(std::string_view name, MetricType type, std::string_view help);

    /// A sample of the family, `suffix` behind its name.
    void sample(double value, const Labels &labels = {}, std::string_view suffix = {});

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    std::string m_family;
};

} // namespace sightglass
