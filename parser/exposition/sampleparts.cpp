// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/sampleparts.h"

#include "parser/base/numbertext.h"

#include <bit>

namespace sightglass {

namespace {

bool isNormalised(MetricType type, std::string_view label) noexcept
{
    return (type == MetricType::Histogram && label == "le") ||
           (type == MetricType::Summary && label == "quantile");
}

} // namespace

double exposedNaN() noexcept
{
    return std::bit_cast<double>(std::uint64_t{0x7FF8000000000001});
}

void resolveEscapes(std::string_view raw, std::string &out, std::string_view escapes)
{
    out.clear();
    std::size_t backslash = raw.find('\\');
    while (backslash != std::string_view::npos && backslash + 1 < raw.size()) {
        const char next = raw[backslash + 1];
        const bool known = escapes.find(next) != std::string_view::npos;
        out += raw.substr(0, known ? backslash : backslash + 1);
        if (known)
            out += next == 'n' ? '\n' : next;
        raw.remove_prefix(backslash + (known ? 2 : 1));
        backslash = raw.find('\\');
    }
    out += raw;
}

void decodeSampleLabels(const SampleParts &sample, MetricType typeInForce, std::vector<Label> &out)
{
    out.resize(sample.labels.size() + 1);
    out.front().name = metricNameLabel;
    resolveEscapes(sample.name, out.front().value);
    for (std::size_t i = 0; i < sample.labels.size(); ++i) {
        Label &label = out[i + 1];
        resolveEscapes(sample.labels[i].name, label.name);
        resolveEscapes(sample.labels[i].value, label.value);
        if (!isNormalised(typeInForce, label.name))
            continue;
        if (const auto number = parseFloat(label.value))
            label.value = formatOpenMetricsFloat(*number);
    }
}

} // namespace sightglass
