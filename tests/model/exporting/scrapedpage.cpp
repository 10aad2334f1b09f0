// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/exporting/scrapedpage.h"

#include "model/histogram/histogramtext.h"
#include "parser/base/numbertext.h"
#include "parser/exposition/expositionparser.h"
#include "parser/exposition/expositionwriter.h"

#include <limits>
#include <vector>

namespace sightglass::test {

namespace {

using Entry = ExpositionParser::Entry;

constexpr TimeRange allTimes{std::numeric_limits<TimestampMs>::min(),
                             std::numeric_limits<TimestampMs>::max()};

ExpositionOptions readAll()
{
    ExpositionOptions options;
    options.nativeHistograms = ExpositionOptions::NativeHistograms::Read;
    options.classicSeries = ExpositionOptions::ClassicSeries::Kept;
    return options;
}

BucketCounts countsOf(const NativeBuckets &buckets)
{
    BucketCounts counts;
    forEachBucket(buckets, [&](std::int32_t index, double count) {
        if (count != 0)
            counts.push(index, count);
    });
    return counts;
}

HistogramPtr histogramOf(const NativeHistogram &exposed)
{
    FloatHistogram histogram;
    histogram.hint = exposed.isGauge ? CounterResetHint::Gauge : CounterResetHint::Unknown;
    histogram.schema = exposed.schema;
    histogram.zeroThreshold = exposed.zeroThreshold;
    histogram.zeroCount = exposed.zeroBucketCount();
    histogram.count = exposed.totalCount();
    histogram.sum = exposed.sum;
    histogram.positive = countsOf(exposed.positive);
    histogram.negative = countsOf(exposed.negative);
    return std::make_shared<const FloatHistogram>(std::move(histogram));
}

/// A series' value as text. What resets a histogram's reader is not part of it.
std::string valueText(double value)
{
    return formatFloat(value);
}
std::string valueText(const FloatHistogram &histogram)
{
    return "schema " + std::to_string(histogram.schema) +
           (histogram.hint == CounterResetHint::Gauge ? " gauge " : " ") + toText(histogram);
}

void setMetadata(Head &head, const ExpositionParser &parser, Entry entry)
{
    const std::string family(parser.metadataName());
    MetricMetadata metadata = head.snapshot()->metadata(family);
    if (entry == Entry::Type)
        metadata.type = parser.metadataType();
    else if (entry == Entry::Help)
        metadata.help = parser.metadataText();
    else
        metadata.unit = parser.metadataText();
    head.setMetadata(family, metadata);
}

void addSample(Head &head, ExpositionParser &parser, Entry entry, TimestampMs t)
{
    std::vector<Label> labels;
    parser.decodeLabels(labels);
    const SeriesId id = head.seriesFor(Labels(labels));
    const Status status = entry == Entry::Histogram ? head.append(id, t, histogramOf(parser.histogram()))
                                                    : head.append(id, t, parser.value());
    if (!status.ok())
        return;
    ExposedExemplar exposed;
    while (parser.nextExemplar(exposed))
        static_cast<void>(
            head.appendExemplar(id, {Labels(exposed.labels), exposed.value, exposed.timestampMs.value_or(t),
                                     exposed.timestampMs.has_value()}));
}

} // namespace

bool scrapePage(Head &head, ExpositionFormat format, std::string_view body, TimestampMs t)
{
    const auto parser = createExpositionParser(format, body, readAll());
    while (true) {
        const Result<Entry> entry = parser->next();
        if (!entry) {
            head.rollback();
            return false;
        }
        if (*entry == Entry::End)
            break;
        if (*entry == Entry::Sample || *entry == Entry::Histogram)
            addSample(head, *parser, *entry, t);
        else if (*entry != Entry::Comment)
            setMetadata(head, *parser, *entry);
    }
    head.commit();
    return true;
}

std::string exportedPage(const Snapshot &snapshot, const ExportRequest &request)
{
    std::vector<ExposedFamily> families;
    exportFamilies(snapshot, request, [&families](const ExposedFamily &family) {
        families.push_back(family);
        return true;
    });
    return writeExposition(request.format, families);
}

std::string exportedPage(Head &head, ExpositionFormat format)
{
    ExportRequest request;
    request.matcherSets = {{}};
    request.range = {scrapedAt - 1000, scrapedAt};
    request.format = format;
    return exportedPage(*head.snapshot(), request);
}

std::map<std::string, std::string> seriesOf(ExpositionFormat format, std::string_view body)
{
    std::map<std::string, std::string> series;
    const auto parser = createExpositionParser(format, body, readAll());
    while (true) {
        const Result<Entry> entry = parser->next();
        if (!entry)
            return {{"error", plainText(entry.error())}};
        if (*entry == Entry::End)
            return series;
        if (*entry != Entry::Sample && *entry != Entry::Histogram)
            continue;
        std::vector<Label> labels;
        parser->decodeLabels(labels);
        const std::string value = *entry == Entry::Histogram ? valueText(*histogramOf(parser->histogram()))
                                                             : valueText(parser->value());
        const std::string at = " @" + std::to_string(parser->timestampMs().value_or(0));
        const auto [known, isNew] = series.emplace(Labels(labels).toString(), value + at);
        if (!isNew)
            return {{"twice", known->first}};
    }
}

std::map<std::string, std::string> seriesOf(const Snapshot &snapshot)
{
    std::map<std::string, std::string> all;
    SampleColumns columns;
    for (const auto &series : snapshot.select({}, allTimes)) {
        series->read(allTimes, columns);
        const bool isHistogram = columns.times.empty();
        const std::string value =
            isHistogram ? valueText(*columns.histograms.back()) : valueText(columns.values.back());
        const TimestampMs t = isHistogram ? columns.histogramTimes.back() : columns.times.back();
        all.emplace(series->labels().toString(), value + " @" + std::to_string(t));
    }
    return all;
}

} // namespace sightglass::test
