// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeappender.h"

#include "model/scrape/targetlabels.h"
#include "parser/exposition/seriesvalidation.h"

#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr std::int64_t maxFutureMs = 10LL * 60 * 1000; // Prometheus' own bound on exposed timestamps
constexpr std::size_t samplesBetweenCancelChecks = 1024;

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
        return outcome;
    }
    appendStaleMarkers(m_cache.vanished(), t);
    m_cache.endScrape(body.text.empty() ? SeriesCache::Forget::Nothing : SeriesCache::Forget::Unseen);
    m_metadata.publish(m_head);
    return outcome;
}

std::optional<Error> ScrapeAppender::appendEntries(ExpositionParser &parser, Run &run,
                                                   const std::stop_token &cancel)
{
    using Entry = ExpositionParser::Entry;
    while (true) {
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
        if (run.counts.scraped % samplesBetweenCancelChecks == 0 && cancel.stop_requested())
            return Error{ErrorCode::QueryCancelled, {"scrape"}, {}, {}};
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
    if ((!firstOfItsText && !exposed) || t > run.t + maxFutureMs) {
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
    m_lastTimestamp = t;
}

void ScrapeAppender::end(TimestampMs t)
{
    appendStaleMarkers(m_cache.previous(), t);
    m_report.end(t);
    m_head.commit();
}

} // namespace sightglass
