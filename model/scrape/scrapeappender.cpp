// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeappender.h"

#include "model/scrape/targetlabels.h"
#include "model/storage/timespan.h"
#include "parser/exposition/seriesvalidation.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr std::int64_t maxFutureMs = 10LL * 60 * 1000; // Prometheus' own bound on exposed timestamps
constexpr std::size_t entriesBetweenCancelChecks = 1024;
constexpr std::int64_t maxSetBackMs = 60 * 1000; // a clock that is corrected by less is caught up with soon

bool isDroppedQuietly(ErrorCode code) noexcept
{
    return code == ErrorCode::OutOfOrderSample || code == ErrorCode::DuplicateSample ||
           code == ErrorCode::OutOfBounds;
}

} // namespace

ScrapeAppender::ScrapeAppender(Head &head, Labels targetLabels)
    : m_head(head)
    , m_targetLabels(targetLabels)
    , m_report(head, std::move(targetLabels))
{}

ScrapeOutcome ScrapeAppender::append(const ScrapedBody &body, TimestampMs t, std::size_t sampleLimit,
                                     std::stop_token cancel)
{
    if (m_lastTimestamp > 0 && t < minusClamped(m_lastTimestamp, maxSetBackMs))
        return setBack(t);
    m_cache.beginScrape();
    m_metadata.beginScrape();
    ScrapeOutcome outcome;
    // A page of no bytes is a scrape of no samples, whatever its format (exposition reference, section 0.3).
    if (!body.text.empty()) {
        const auto parser = createExpositionParser(body.format, body.text);
        Run run{*parser, t, sampleLimit, {}};
        outcome.error = appendEntries(*parser, run, cancel);
        outcome.counts = run.counts;
    }
    if (outcome.error) {
        m_head.rollback();
        appendStaleMarkers(m_cache.previous(), t);
        m_cache.endFailedScrape();
        m_metadata.discard();
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
        Result<Entry> entry = parser.next();
        if (!entry)
            return std::move(entry).error();
        if (*entry == Entry::End)
            break;
        if (*entry != Entry::Sample) {
            noteMetadata(parser, *entry);
            continue;
        }
        if (auto error = appendSample(run))
            return error;
    }
    if (run.sampleLimit > 0 && run.counts.afterRelabeling > run.sampleLimit)
        return Error{ErrorCode::SampleLimitExceeded, {std::to_string(run.sampleLimit)}, {}, {}};
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

std::optional<Error> ScrapeAppender::appendSample(Run &run)
{
    ++run.counts.scraped;
    // Past the limit the page fails in any case; it is read on so that the counts are right.
    if (run.sampleLimit > 0 && run.counts.afterRelabeling >= run.sampleLimit) {
        ++run.counts.afterRelabeling;
        return std::nullopt;
    }
    SeriesCache::Index entry = m_cache.find(run.parser.seriesText());
    const bool isNew = entry == SeriesCache::none;
    if (isNew) {
        Result<SeriesId> id = resolve(run.parser);
        if (!id)
            return std::move(id).error();
        entry = m_cache.insert(run.parser.seriesText(), *id);
    }
    ++run.counts.afterRelabeling;
    const std::optional<std::int64_t> exposed = run.parser.timestampMs();
    const bool firstOfItsText = m_cache.markSeen(entry);
    // A series that brings its own time ends when its owner says so, not when a scrape misses it.
    if (!exposed)
        m_cache.track(entry);
    const TimestampMs t = exposed.value_or(run.t);
    const bool outOfBounds = t > run.t + maxFutureMs || t < minusClamped(run.t, m_head.retention().maxAgeMs);
    if ((!firstOfItsText && !exposed) || outOfBounds) {
        ++run.counts.dropped;
        return std::nullopt;
    }
    return store(run, entry, t, isNew);
}

std::optional<Error> ScrapeAppender::store(Run &run, SeriesCache::Index entry, TimestampMs t, bool isNew)
{
    Status stored = m_head.append(m_cache.seriesOf(entry), t, run.parser.value());
    if (!stored && m_head.labelsOf(m_cache.seriesOf(entry)) == nullptr) {
        // Retention removed the series since the last scrape.
        Result<SeriesId> id = resolve(run.parser);
        if (!id)
            return std::move(id).error();
        m_cache.rebind(entry, *id);
        if (!run.parser.timestampMs())
            m_cache.track(entry);
        stored = m_head.append(*id, t, run.parser.value());
    }
    if (stored) {
        run.counts.seriesAdded += isNew ? 1 : 0;
        return std::nullopt;
    }
    if (!isDroppedQuietly(stored.error().code))
        return std::move(stored).error();
    ++run.counts.dropped;
    return std::nullopt;
}

Result<SeriesId> ScrapeAppender::resolve(const ExpositionParser &parser)
{
    parser.decodeLabels(m_scratch);
    applyTargetLabels(m_scratch, m_targetLabels);
    Result<Labels> labels = validatedLabels(m_scratch);
    if (!labels) {
        Error error = std::move(labels).error();
        error.position = parser.position();
        return error;
    }
    return m_head.seriesFor(*labels);
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

void ScrapeAppender::finish(ScrapeVerdict verdict, double durationSeconds, const ScrapeCounts &counts,
                            TimestampMs t)
{
    m_report.append(verdict, durationSeconds, counts, t);
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
