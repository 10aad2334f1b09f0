// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionlines.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr std::string_view quotedCharacters = "\\\"\n";

std::string meant(std::string_view text)
{
    return escaped(text, quotedCharacters);
}

std::string asExposed(std::string_view text)
{
    return isQuotable(text) ? std::string(text) : meant(text);
}

using Quoting = std::string (*)(std::string_view);

void appendQuoted(std::string &out, std::string_view text, Quoting quoting = meant)
{
    out.append(1, '"').append(quoting(text)).append(1, '"');
}

void appendLabel(std::string &out, std::string_view name, std::string_view value, Quoting quoting = meant)
{
    if (!out.ends_with('{'))
        out += ',';
    if (isLegacyLabelName(name))
        out += name;
    else
        appendQuoted(out, name, quoting);
    out += '=';
    appendQuoted(out, value, quoting);
}

void spreadHistogram(const ExposedHistogram &histogram, const HistogramSuffixes &suffixes,
                     const std::function<void(const ExposedSample &)> &take)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    bool hasInfinity = false;
    for (const ExposedBucket &bucket : histogram.buckets) {
        hasInfinity = hasInfinity || bucket.upperBound == infinity;
        take({"_bucket", "le", bucket.upperBound, bucket.cumulativeCount,
              bucket.exemplar ? &*bucket.exemplar : nullptr});
    }
    if (!hasInfinity)
        take({"_bucket", "le", infinity, histogram.count, nullptr});
    take({suffixes.count, {}, 0, histogram.count, nullptr});
    take({suffixes.sum, {}, 0, histogram.sum, nullptr});
}

void spreadSummary(const ExposedSummary &summary, const std::function<void(const ExposedSample &)> &take)
{
    for (const ExposedQuantile &quantile : summary.quantiles)
        take({{}, "quantile", quantile.quantile, quantile.value, nullptr});
    take({"_count", {}, 0, summary.count, nullptr});
    take({"_sum", {}, 0, summary.sum, nullptr});
}

} // namespace

void forEachSample(const ExposedMetric &metric, const HistogramSuffixes &suffixes,
                   const std::function<void(const ExposedSample &)> &take)
{
    if (const auto *value = std::get_if<ExposedValue>(&metric.value))
        take({{}, {}, 0, value->value, value->exemplar ? &*value->exemplar : nullptr});
    else if (const auto *summary = std::get_if<ExposedSummary>(&metric.value))
        spreadSummary(*summary, take);
    else if (const auto *histogram = std::get_if<ExposedHistogram>(&metric.value))
        spreadHistogram(*histogram, suffixes, take);
}

std::string escaped(std::string_view text, std::string_view characters)
{
    std::string out;
    for (const char c : text) {
        if (characters.find(c) != std::string_view::npos)
            out += '\\';
        out += c == '\n' ? 'n' : c;
    }
    return out;
}

void appendMetadata(std::string &out, std::string_view keyword, std::string_view name, std::string_view text)
{
    out.append("# ").append(keyword).append(1, ' ');
    if (isLegacyMetricName(name))
        out += name;
    else
        appendQuoted(out, name);
    out.append(1, ' ').append(text).append(1, '\n');
}

void appendLabels(std::string &out, std::span<const Label> labels)
{
    for (const Label &label : labels)
        appendLabel(out, label.name, label.value);
}

void appendExemplarLabels(std::string &out, std::span<const Label> labels)
{
    for (const Label &label : labels)
        appendLabel(out, label.name, label.value, asExposed);
}

bool isQuotable(std::string_view text) noexcept
{
    bool isEscaped = false;
    for (const char c : text) {
        if (c == '\n' || (c == '"' && !isEscaped))
            return false;
        isEscaped = c == '\\' && !isEscaped;
    }
    return !isEscaped;
}

void appendSeries(std::string &out, std::string_view name, std::span<const Label> labels,
                  const ExposedSample &sample)
{
    const std::string full = std::string(name) + std::string(sample.suffix);
    const bool plain = isLegacyMetricName(full);
    if (plain)
        out += full;
    if (plain && labels.empty() && sample.label.empty())
        return;
    out += '{';
    if (!plain)
        appendQuoted(out, full);
    appendLabels(out, labels);
    if (!sample.label.empty())
        appendLabel(out, sample.label, formatOpenMetricsFloat(sample.bound));
    out += '}';
}

} // namespace sightglass
