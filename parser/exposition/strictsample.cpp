// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/strictsample.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/exposition/familynames.h"
#include "parser/exposition/sampleplaces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

bool contains(std::span<const std::string_view> list, std::string_view text) noexcept
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

/// le and quantile: infinity has one spelling only; other numbers may be written as they like.
void checkNumberLabel(const StrictSample &sample, std::string_view label, DiagnosticSink &sink)
{
    const std::string *const text = sample.label(label);
    const auto number = labelNumber(sample, label);
    if (text == nullptr) {
        sink.wrong("missing-label", sample.span,
                   std::string(sample.name) + " needs a label " + std::string(label));
    } else if (!number || std::isnan(*number)) {
        sink.wrong("invalid-bound", sample.labelSpan(label),
                   std::string(label) + '=' + goQuoted(*text) + " is no number");
    } else if (std::isinf(*number) && *number > 0 && *text != "+Inf") {
        sink.wrong("canonical-number", sample.labelSpan(label),
                   std::string(label) + '=' + goQuoted(*text) + " must be written +Inf");
    } else if (label == "quantile" && !(*number >= 0 && *number <= 1)) {
        sink.wrong("quantile-range", sample.labelSpan(label),
                   "quantile " + goQuoted(*text) + " does not lie between 0 and 1");
    }
}

void checkOwnLabel(const StrictSample &sample, DiagnosticSink &sink)
{
    const std::string_view own = ownLabel(sample.type, sample.family, sample.suffix);
    if (own == "le" || own == "quantile")
        return checkNumberLabel(sample, own, sink);
    if (!own.empty() && sample.label(own) == nullptr)
        sink.wrong("missing-label", sample.span,
                   "samples of state set " + std::string(sample.family) + " need a label of the same name");
    const bool isHistogram =
        sample.type == MetricType::Histogram || sample.type == MetricType::GaugeHistogram;
    const std::string_view reserved = isHistogram                          ? "le"
                                      : sample.type == MetricType::Summary ? "quantile"
                                                                           : std::string_view();
    if (!reserved.empty() && sample.label(reserved) != nullptr)
        sink.wrong("reserved-label", sample.labelSpan(reserved),
                   std::string(sample.name) + " must not have a label " + std::string(reserved));
}

void checkCounterLike(const StrictSample &sample, DiagnosticSink &sink)
{
    static constexpr std::array<std::string_view, 6> counters = {"_total",  "_sum",    "_count",
                                                                 "_bucket", "_gcount", "_gsum"};
    static constexpr std::array<std::string_view, 3> integers = {"_count", "_bucket", "_gcount"};
    if (!contains(counters, sample.suffix))
        return;
    if (std::isnan(sample.value))
        sink.wrong("counter-nan", sample.valueSpan(), std::string(sample.name) + " must not be NaN");
    else if (sample.value < 0 && sample.suffix != "_gsum")
        sink.wrong("counter-negative", sample.valueSpan(),
                   std::string(sample.name) + " must not be negative");
    else if (contains(integers, sample.suffix) && std::trunc(sample.value) != sample.value)
        sink.wrong("count-not-integer", sample.valueSpan(),
                   std::string(sample.name) + " must be a whole number");
    else if (contains(integers, sample.suffix) && std::isinf(sample.value))
        sink.wrong("count-not-integer", sample.valueSpan(),
                   std::string(sample.name) + " must be a whole number");
}

void checkValue(const StrictSample &sample, DiagnosticSink &sink)
{
    checkCounterLike(sample, sink);
    if (sample.suffix == "_created" && !std::isfinite(sample.value))
        sink.wrong("created-not-a-time", sample.valueSpan(),
                   std::string(sample.name) + " must be a time in seconds");
    if (sample.type == MetricType::Info && sample.value != 1)
        sink.wrong("info-value", sample.valueSpan(), "the value of an info metric must be 1");
    if (sample.type == MetricType::StateSet && sample.value != 0 && sample.value != 1)
        sink.wrong("stateset-value", sample.valueSpan(), "the value of a state must be 0 or 1");
    if (sample.type == MetricType::Summary && sample.suffix.empty() && sample.value < 0)
        sink.wrong("quantile-negative", sample.valueSpan(), "the value of a quantile must not be negative");
}

} // namespace

const std::string *StrictSample::label(std::string_view labelName) const noexcept
{
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [labelName](const Label &each) { return each.name == labelName; });
    return found == labels.end() ? nullptr : &found->value;
}

SourceSpan StrictSample::labelSpan(std::string_view labelName) const
{
    const auto places = samplePlaces(body, span.begin).labels;
    for (std::size_t i = 0; i < std::min(places.size(), labels.size()); ++i) {
        if (labels[i].name == labelName)
            return places[i].whole();
    }
    return span;
}

SourceSpan StrictSample::valueSpan() const
{
    return samplePlaces(body, span.begin).value;
}

SourceSpan StrictSample::timestampSpan() const
{
    const SamplePlaces places = samplePlaces(body, span.begin);
    return places.timestamp.begin == places.timestamp.end ? places.value : places.timestamp;
}

SourceSpan StrictSample::exemplarSpan() const
{
    if (exemplar == nullptr)
        return span;
    // Its text begins at the brace; the # and a blank are before it.
    const auto brace = static_cast<std::size_t>(exemplar->series.data() - body.data());
    return {brace - 2, span.end};
}

std::optional<double> labelNumber(const StrictSample &sample, std::string_view label) noexcept
{
    const std::string *const text = sample.label(label);
    return text == nullptr ? std::nullopt : parseFloat(*text);
}

void checkLabelNames(std::span<const Label> labels, SourceSpan span, DiagnosticSink &sink,
                     DiagnosticSeverity reserved)
{
    const auto byName = [](const LabelView &a, const LabelView &b) { return a.name < b.name; };
    std::vector<LabelView> sorted;
    for (const Label &label : labels)
        sorted.push_back({label.name, label.value});
    std::sort(sorted.begin(), sorted.end(), byName);
    bool isRefused = false;
    bool isTaken = false;
    for (auto group = sorted.begin(); group != sorted.end();) {
        const auto end = std::upper_bound(group, sorted.end(), *group, byName);
        const bool isAbsent =
            std::any_of(group, end, [](const LabelView &label) { return label.value.empty(); });
        bool &said = isAbsent ? isTaken : isRefused;
        if (end - group > 1 && !std::exchange(said, true)) {
            const std::string twice = "label name " + goQuoted(group->name) + " is not unique";
            if (isAbsent)
                sink.wrong("duplicate-empty-label", span, twice);
            else
                sink.add(DiagnosticSeverity::Rejected, "duplicate-label", span, twice);
        }
        group = end;
    }
    checkReservedNames(labels, span, sink, reserved);
}

void checkReservedNames(std::span<const Label> labels, SourceSpan span, DiagnosticSink &sink,
                        DiagnosticSeverity reserved)
{
    std::vector<std::string_view> names;
    for (const Label &label : labels) {
        if (label.name.starts_with('_'))
            names.push_back(label.name);
    }
    std::sort(names.begin(), names.end());
    for (const std::string_view name : names)
        sink.add(name.starts_with("__") ? reserved : DiagnosticSeverity::Advice, "reserved-label-name", span,
                 "label names that begin with an underscore are reserved: " + goQuoted(name));
}

void checkSample(const StrictSample &sample, DiagnosticSink &sink)
{
    checkLabelNames(sample.labels, sample.span, sink);
    checkOwnLabel(sample, sink);
    checkValue(sample, sink);
    checkExemplar(sample, sink);
}

} // namespace sightglass
