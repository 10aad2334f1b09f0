// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeappender.h"

#include "model/scrape/exposedhistogram.h"
#include "model/scrape/scrapereading.h"
#include "model/storage/timespan.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sightglass {

namespace {

// Prometheus' own bounds on exposed timestamps.
constexpr std::int64_t maxFutureMs = 10LL * 60 * 1000;
constexpr std::int64_t maxPastMs = 60LL * 60 * 1000;
constexpr std::size_t entriesBetweenCancelChecks = 1024;
constexpr std::int64_t maxSetBackMs = 60 * 1000; // a clock that is corrected by less is caught up with soon

/// What may be remembered of the names and labels of a target whose page has so many bytes. A protobuf page
/// repeats them in all samples of a metric: a usual histogram about twenty times, a hostile page as often as
/// it likes.
std::size_t mostTextBytes(std::size_t bodyBytes) noexcept
{
    constexpr std::size_t least = std::size_t{64} << 20U;
    constexpr std::size_t most = std::size_t{1} << 30U;
    return bodyBytes >= most / 32 ? most : std::max(least, bodyBytes * 32);
}

bool isDroppedQuietly(ErrorCode code) noexcept
{
    return code == ErrorCode::OutOfOrderSample || code == ErrorCode::DuplicateSample ||
           code == ErrorCode::OutOfBounds;
}

} // namespace

ScrapeAppender::ScrapeAppender(Head &head, Labels targetLabels, SampleRules rules)
    : m_head(head)
    , m_rules(std::move(rules))
    , m_labels(targetLabels, m_rules)
    , m_metadata(targetLabels)
    , m_report(head, std::move(targetLabels),
               m_rules.extraScrapeMetrics ? ReportExtent::Extra : ReportExtent::Usual)
{}

ScrapeOutcome ScrapeAppender::append(const ScrapedBody &body, TimestampMs t, std::stop_token cancel)
{
    if (m_lastTimestamp > 0 && t < minusClamped(m_lastTimestamp, maxSetBackMs))
        return setBack(t);
    m_cache.beginScrape();
    m_metadata.beginScrape();
    ScrapeOutcome outcome;
    // A page of no bytes is a scrape of no samples, whatever its format (exposition reference, section 0.3).
    if (!body.text.empty()) {
        const auto parser = createExpositionParser(body.format, body.text, scrapeReading(m_rules));
        Run run{*parser, t, {}, mostTextBytes(body.text.size())};
        run.mayHaveExemplars = body.format != ExpositionFormat::PrometheusText;
        outcome.error = appendEntries(*parser, run, cancel);
        outcome.counts = run.counts;
    }
    if (outcome.error) {
        m_head.rollback();
        appendStaleMarkers(m_cache.previous(), t);
        m_cache.endFailedScrape();
        if (outcome.error->code != ErrorCode::QueryCancelled)
            m_metadata.publish(m_head, FamilyMetadata::Page::Failed);
        return outcome;
    }
    appendStaleMarkers(m_cache.vanished(), t);
    m_cache.endScrape(body.text.empty() ? SeriesCache::Forget::Nothing : SeriesCache::Forget::Unseen);
    m_metadata.publish(m_head);
    return outcome;
}

ScrapeOutcome ScrapeAppender::setBack(TimestampMs t) const
{
    // The store takes nothing older than what a series has: said aloud instead of losing every sample in
    // silence. Nothing has ended, so there are no markers, and the cache waits as it is.
    ScrapeOutcome outcome;
    outcome.error =
        Error{ErrorCode::ClockSetBack, {std::to_string((m_lastTimestamp - t) / 1000) + " s"}, {}, {}};
    return outcome;
}

std::optional<Error> ScrapeAppender::appendEntries(ExpositionParser &parser, Run &run,
                                                   const std::stop_token &cancel)
{
    using Entry = ExpositionParser::Entry;
    for (std::size_t entries = 1;; ++entries) {
        if (entries % entriesBetweenCancelChecks == 0 && cancel.stop_requested())
            return Error{ErrorCode::QueryCancelled, {"scrape"}, {}, {}};
        parser.expectSeries(m_cache.expectedText());
        Result<Entry> entry = parser.next();
        if (!entry)
            return std::move(entry).error();
        if (*entry == Entry::End)
            break;
        if (*entry != Entry::Sample && *entry != Entry::Histogram) {
            noteMetadata(parser, *entry);
            continue;
        }
        if (auto error = appendSample(run, *entry))
            return error;
    }
    return limitProblem(run);
}

std::optional<Error> ScrapeAppender::limitProblem(const Run &run) const
{
    if (m_rules.limits.samples > 0 && run.counts.afterRelabeling > m_rules.limits.samples)
        return Error{ErrorCode::SampleLimitExceeded, {std::to_string(m_rules.limits.samples)}, {}, {}};
    if (run.overBucketLimit)
        return Error{ErrorCode::InvalidSeries, {"histogram bucket limit exceeded"}, {}, {}};
    return std::nullopt;
}

void ScrapeAppender::noteMetadata(const ExpositionParser &parser, ExpositionParser::Entry entry)
{
    if (entry == ExpositionParser::Entry::Type)
        m_metadata.setType(parser.metadataName(), parser.metadataType());
    else if (entry == ExpositionParser::Entry::Help)
        m_metadata.setHelp(parser.metadataName(), parser.metadataText());
    else if (entry == ExpositionParser::Entry::Unit)
        m_metadata.setUnit(parser.metadataName(), parser.metadataText());
}

std::optional<Error> ScrapeAppender::appendSample(Run &run, ExpositionParser::Entry kind)
{
    ++run.counts.scraped;
    const std::uint64_t limit = m_rules.limits.samples;
    const bool isFull = limit > 0 && run.counts.afterRelabeling >= limit;
    SeriesCache::Index entry =
        run.parser.isExpected() ? m_cache.takeExpected() : m_cache.find(run.parser.seriesText());
    const bool isNew = entry == SeriesCache::none;
    // Past the limit the page fails in any case; it is read on so that the counts are right, but nothing is
    // made of it.
    if (isNew && isFull)
        return countOnly(run);
    if (isNew) {
        if (m_cache.textBytes() + run.parser.seriesText().size() > run.mostTextBytes)
            return Error{ErrorCode::SeriesLimitExceeded,
                         {std::to_string(run.mostTextBytes >> 20U) + " MiB of names and labels"},
                         {},
                         {}};
        Result<SeriesCache::Index> learnt = learn(run.parser);
        if (!learnt)
            return std::move(learnt).error();
        entry = *learnt;
    }
    const bool firstOfItsText = m_cache.markSeen(entry);
    if (m_cache.isDropped(entry))
        return std::nullopt;
    ++run.counts.afterRelabeling;
    if (isFull)
        return std::nullopt;
    const std::optional<std::int64_t> exposed = exposedTime(run.parser);
    if (isTracked(run.parser))
        m_cache.track(entry);
    const TimestampMs t = exposed.value_or(run.t);
    const bool outOfBounds = t > run.t + maxFutureMs || t < oldestTaken(run.t);
    if ((!firstOfItsText && !exposed) || outOfBounds) {
        ++run.counts.dropped;
        run.counts.outOfBounds += outOfBounds ? 1 : 0;
        appendExemplars(run, entry, t, kind);
        return std::nullopt;
    }
    Value value{run.parser.value(), nullptr, run.parser.startTimestampMs().value_or(0)};
    if (kind == ExpositionParser::Entry::Histogram) {
        Result<HistogramPtr> histogram = storedHistogram(run.parser.histogram(), m_rules);
        if (!histogram)
            return std::move(histogram).error();
        value.histogram = std::move(*histogram);
        if (value.histogram == nullptr) {
            run.overBucketLimit = true;
            return std::nullopt;
        }
    }
    Result<bool> taken = store(run, entry, t, value);
    if (!taken)
        return std::move(taken).error();
    run.counts.seriesAdded += *taken && isNew ? 1 : 0;
    run.counts.dropped += *taken ? 0 : 1;
    // Behind the sample, which may have made a series that retention removed anew.
    appendExemplars(run, entry, t, kind);
    return std::nullopt;
}

void ScrapeAppender::appendExemplars(Run &run, SeriesCache::Index entry, TimestampMs t,
                                     ExpositionParser::Entry kind)
{
    // Most samples have none, and their way is to be short.
    if (!run.mayHaveExemplars || !run.parser.nextExemplar(m_exposed))
        return;
    m_exemplars.clear();
    do {
        const std::optional<std::int64_t> exposed = m_exposed.timestampMs;
        // A histogram has several: without times nobody could tell a repeated one from a new one.
        if (!exposed && kind == ExpositionParser::Entry::Histogram)
            continue;
        m_exemplars.push_back(
            {Labels(std::move(m_exposed.labels)), m_exposed.value, exposed.value_or(t), exposed.has_value()});
    } while (run.parser.nextExemplar(m_exposed));
    std::sort(m_exemplars.begin(), m_exemplars.end(), comesBefore);
    for (Exemplar &exemplar : m_exemplars)
        (void)m_head.appendExemplar(m_cache.seriesOf(entry), std::move(exemplar));
}

std::optional<Error> ScrapeAppender::countOnly(Run &run)
{
    const Result<std::optional<Labels>> labels = m_labels.of(run.parser);
    if (!labels)
        return labels.error();
    run.counts.afterRelabeling += *labels ? 1 : 0;
    return std::nullopt;
}

TimestampMs ScrapeAppender::oldestTaken(TimestampMs t) const
{
    const std::int64_t kept = m_head.retention().maxAgeMs;
    return m_lastTimestamp > 0 ? minusClamped(m_lastTimestamp, std::min(kept, maxPastMs))
                               : minusClamped(t, kept);
}

std::optional<std::int64_t> ScrapeAppender::exposedTime(const ExpositionParser &parser) const
{
    return m_rules.honorTimestamps ? parser.timestampMs() : std::nullopt;
}

bool ScrapeAppender::isTracked(const ExpositionParser &parser) const
{
    // A series that brings its own time ends when its owner says so, not when a scrape misses it.
    return !exposedTime(parser) || m_rules.trackTimestampsStaleness;
}

Status ScrapeAppender::appendValue(SeriesId id, TimestampMs t, const Value &value)
{
    return value.histogram ? m_head.append(id, t, value.histogram, value.start)
                           : m_head.append(id, t, value.number, value.start);
}

Result<bool> ScrapeAppender::store(Run &run, SeriesCache::Index entry, TimestampMs t, const Value &value)
{
    Status stored = appendValue(m_cache.seriesOf(entry), t, value);
    if (!stored && m_head.labelsOf(m_cache.seriesOf(entry)) == nullptr) {
        // Retention removed the series since the last scrape.
        Result<std::optional<Labels>> labels = m_labels.of(run.parser);
        if (!labels)
            return std::move(labels).error();
        if (!*labels)
            return false;
        m_cache.rebind(entry, m_head.seriesFor(**labels));
        if (isTracked(run.parser))
            m_cache.track(entry);
        stored = appendValue(m_cache.seriesOf(entry), t, value);
    }
    if (!stored && !isDroppedQuietly(stored.error().code))
        return std::move(stored).error();
    run.counts.outOfBounds += !stored && stored.error().code == ErrorCode::OutOfBounds ? 1 : 0;
    return stored.ok();
}

Result<SeriesCache::Index> ScrapeAppender::learn(const ExpositionParser &parser)
{
    Result<std::optional<Labels>> labels = m_labels.of(parser);
    if (!labels)
        return std::move(labels).error();
    return *labels ? m_cache.insert(parser.seriesText(), m_head.seriesFor(**labels))
                   : m_cache.insertDropped(parser.seriesText());
}

void ScrapeAppender::appendStaleMarkers(const std::vector<SeriesId> &ids, TimestampMs t)
{
    // Refused where the series has a sample at this time or a later one: then it has not ended.
    for (const SeriesId id : ids)
        static_cast<void>(m_head.append(id, t, staleMarker()));
}

void ScrapeAppender::appendFailure(TimestampMs t)
{
    m_cache.beginScrape();
    appendStaleMarkers(m_cache.previous(), t);
    m_cache.endFailedScrape();
}

void ScrapeAppender::finish(const ScrapeReport &report, TimestampMs t)
{
    m_report.append(report, t);
    m_head.commit();
    m_lastTimestamp = std::max(m_lastTimestamp, t);
}

void ScrapeAppender::end(TimestampMs t)
{
    appendStaleMarkers(m_cache.previous(), t);
    m_report.end(t);
    m_head.commit();
    m_metadata.release(m_head);
}

} // namespace sightglass
