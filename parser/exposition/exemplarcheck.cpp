// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/exposition/exemplarlimit.h"
#include "parser/exposition/strictsample.h"

#include <set>
#include <vector>

namespace sightglass {

namespace {

bool mayHaveExemplar(const StrictSample &sample) noexcept
{
    if (sample.type == MetricType::Counter)
        return sample.suffix == "_total";
    return (sample.type == MetricType::Histogram || sample.type == MetricType::GaugeHistogram) &&
           sample.isBucket();
}

std::vector<Label> labelsOf(const SampleParts &exemplar)
{
    std::vector<Label> labels;
    for (const RawLabel &raw : exemplar.labels) {
        Label &label = labels.emplace_back();
        label.name = raw.name;
        resolveEscapes(raw.value, label.value);
    }
    return labels;
}

/// The label with its value, quotes included. Its views lie in the body.
SourceSpan spanOf(const RawLabel &label, std::string_view body)
{
    const auto name = static_cast<std::size_t>(label.name.data() - body.data());
    const auto value = static_cast<std::size_t>(label.value.data() - body.data());
    const bool isQuoted = name > 0 && body[name - 1] == '"';
    return {name - (isQuoted ? 1 : 0), value + label.value.size() + 1};
}

/// Prometheus keeps such labels as they are; the specification forbids them in every set of labels.
void checkUnique(const StrictSample &sample, DiagnosticSink &sink)
{
    std::set<std::string_view> names;
    for (const RawLabel &label : sample.exemplar->labels) {
        if (!names.insert(label.name).second)
            return sink.wrong("exemplar-duplicate-label", spanOf(label, sample.body),
                              "label " + goQuoted(label.name) + " is there twice in the exemplar");
    }
}

} // namespace

void checkExemplar(const StrictSample &sample, DiagnosticSink &sink)
{
    if (sample.exemplar == nullptr)
        return;
    if (!mayHaveExemplar(sample))
        sink.wrong("exemplar-not-allowed", sample.exemplarSpan(),
                   "only buckets of histograms and totals of counters may have exemplars, not " +
                       std::string(sample.name));
    const std::vector<Label> labels = labelsOf(*sample.exemplar);
    checkUnique(sample, sink);
    checkReservedNames(labels, sample.exemplarSpan(), sink);
    std::size_t length = 0;
    for (const Label &label : labels)
        length += codePoints(label.name) + codePoints(label.value);
    if (length > longestExemplarLabels)
        sink.wrong("exemplar-too-long", sample.exemplarSpan(),
                   "the labels of an exemplar have " + std::to_string(length) + " characters, more than 128");
    const auto bound = sample.isBucket() ? labelNumber(sample, "le") : std::nullopt;
    if (bound && sample.exemplar->value > *bound)
        sink.wrong("exemplar-outside-bucket", sample.exemplarSpan(),
                   "the exemplar's value " + formatFloat(sample.exemplar->value) +
                       " is above its bucket's bound " + formatFloat(*bound));
}

} // namespace sightglass
