// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/annotations.h"

#include "model/core/goformat.h"
#include "model/query/civiltime.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view repairedText =
    "input to histogram_quantile needed to be fixed for monotonicity (see "
    "https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile)";

} // namespace

void Annotations::add(Annotation::Severity severity, std::string text, SourceSpan span)
{
    const bool known =
        std::any_of(m_annotations.begin(), m_annotations.end(), [&](const Annotation &annotation) {
            return annotation.severity == severity && annotation.text == text;
        });
    if (!known)
        m_annotations.push_back({severity, std::move(text), span});
}

void Annotations::warn(std::string text, SourceSpan span)
{
    add(Annotation::Severity::Warning, std::move(text), span);
}

void Annotations::inform(std::string text, SourceSpan span)
{
    add(Annotation::Severity::Info, std::move(text), span);
}

void Annotations::informRepaired(const MonotonicityRepair &repair, std::string_view metric, SourceSpan span)
{
    mergeRepairs(withMetricName(repairedText, metric), {repair, repair.time, 1, span});
}

void Annotations::mergeRepairs(const std::string &text, const Repairs &repairs)
{
    const auto [at, fresh] = m_repairs.try_emplace(text, repairs);
    if (fresh)
        return;
    Repairs &known = at->second;
    known.count += repairs.count;
    known.merged.minBucket = std::min(known.merged.minBucket, repairs.merged.minBucket);
    known.merged.maxBucket = std::max(known.merged.maxBucket, repairs.merged.maxBucket);
    known.merged.maxDifference = std::max(known.merged.maxDifference, repairs.merged.maxDifference);
    known.merged.time = std::min(known.merged.time, repairs.merged.time);
    known.lastTime = std::max(known.lastTime, repairs.lastTime);
}

void Annotations::merge(const Annotations &part)
{
    for (const Annotation &annotation : part.m_annotations)
        add(annotation.severity, annotation.text, annotation.span);
    for (const auto &[text, repairs] : part.m_repairs)
        mergeRepairs(text, repairs);
}

void Annotations::repeat(const Annotation &annotation, std::size_t offset)
{
    add(annotation.severity, annotation.text, {annotation.span.begin + offset, annotation.span.end + offset});
}

std::vector<Annotation> Annotations::take()
{
    for (const auto &[text, repairs] : m_repairs) {
        const MonotonicityRepair &merged = repairs.merged;
        inform(text + ", from buckets " + goShortest(merged.minBucket) + " to " +
                   goShortest(merged.maxBucket) + ", with a max diff of " +
                   goTwoDigits(merged.maxDifference) + ", over " + std::to_string(repairs.count) +
                   " samples from " + rfc3339(merged.time) + " to " + rfc3339(repairs.lastTime),
               repairs.span);
    }
    m_repairs.clear();
    return std::exchange(m_annotations, {});
}

std::string withMetricName(std::string_view text, std::string_view metric)
{
    return metric.empty() ? std::string(text) : std::string(text) + " for metric name " + goQuoted(metric);
}

std::string annotationText(const Annotation &annotation, std::string_view query)
{
    const std::string_view before = query.substr(0, std::min(annotation.span.begin, query.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const char *prefix =
        annotation.severity == Annotation::Severity::Warning ? "PromQL warning: " : "PromQL info: ";
    return prefix + annotation.text + " (" + std::to_string(line) + ':' +
           std::to_string(before.size() - lineStart + 1) + ')';
}

} // namespace sightglass
