// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/familymetadata.h"
#include "model/scrape/samplelabels.h"
#include "model/scrape/scrapereport.h"
#include "model/scrape/seriescache.h"
#include "model/storage/exemplars.h"
#include "parser/exposition/expositionparser.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace sightglass {

/// One fetched page.
struct ScrapedBody
{
    std::string_view text;
    ExpositionFormat format = ExpositionFormat::PrometheusText; ///< of no meaning where text is empty
};

/// What appending a page came to.
struct ScrapeOutcome
{
    ScrapeCounts counts;
    std::optional<Error> error; ///< ExpositionSyntax, InvalidSeries (mostly with line:column),
                                ///< SampleLimitExceeded, SeriesLimitExceeded, ClockSetBack, QueryCancelled
};

/// Turns pages of one target into samples of the store, all or nothing (scraping reference, sections 3 to 7):
/// a page that does not parse to its last line leaves only stale markers and up = 0. Knows neither network
/// nor clock. One thread, the store's writer.
///
/// One scrape is append() or appendFailure(), then finish(), which commits both with the report series.
class ScrapeAppender
{
public:
    /// `head` must outlive this.
    ScrapeAppender(Head &head, Labels targetLabels, SampleRules rules = {});

    /// Adds the samples of a page and the stale markers of what vanished to the open transaction, at time `t`
    /// where they bring none of their own. On an error the transaction holds stale markers alone, as after
    /// appendFailure(). `cancel` cuts a long page short (the program ends): nothing is then to be finished.
    ScrapeOutcome append(const ScrapedBody &body, TimestampMs t, std::stop_token cancel = {});

    /// The page could not be had: stale markers for all series of the scrape before.
    void appendFailure(TimestampMs t);

    /// Adds the report series and commits.
    void finish(const ScrapeReport &report, TimestampMs t);

    /// The target is no more: stale markers for its series and report series, committed.
    void end(TimestampMs t);

    /// The latest timestamp of all scrapes; 0 before the first.
    [[nodiscard]] TimestampMs lastTimestamp() const noexcept { return m_lastTimestamp; }

private:
    struct Run
    {
        ExpositionParser &parser;
        TimestampMs t;
        ScrapeCounts counts;
        std::size_t mostTextBytes = 0; ///< that the cache may have
        bool overBucketLimit = false;  ///< some histogram: the scrape fails at its end
        bool mayHaveExemplars = true;  ///< not in a format that has none: nobody is asked then
    };
    /// What is stored of one entry.
    struct Value
    {
        double number;
        HistogramPtr histogram; ///< null for a number
        TimestampMs start;
    };

    std::optional<Error> appendEntries(ExpositionParser &parser, Run &run, const std::stop_token &cancel);
    [[nodiscard]] ScrapeOutcome setBack(TimestampMs t) const;
    void noteMetadata(const ExpositionParser &parser, ExpositionParser::Entry entry);
    [[nodiscard]] std::optional<Error> limitProblem(const Run &run) const;
    std::optional<Error> appendSample(Run &run, ExpositionParser::Entry kind);
    /// Of a series that is new when the sample limit is reached.
    std::optional<Error> countOnly(Run &run);
    /// By a scrape at `t`. From the second scrape on this is half a block behind the newest report series, as
    /// in Prometheus (scraping reference, section 13), whose empty store takes everything too.
    [[nodiscard]] TimestampMs oldestTaken(TimestampMs t) const;
    [[nodiscard]] std::optional<std::int64_t> exposedTime(const ExpositionParser &parser) const;
    /// Whether the present sample's series gets a stale marker when it is missing from the next scrape.
    [[nodiscard]] bool isTracked(const ExpositionParser &parser) const;
    /// Whether the store took it; not, where it is too old, a duplicate or the like.
    Result<bool> store(Run &run, SeriesCache::Index entry, TimestampMs t, const Value &value);
    /// Those of the present sample, at `t` where they bring no time of their own. None of them can fail the
    /// scrape.
    void appendExemplars(Run &run, SeriesCache::Index entry, TimestampMs t, ExpositionParser::Entry kind);
    Status appendValue(SeriesId id, TimestampMs t, const Value &value);
    /// The entry of a text that is not known yet.
    Result<SeriesCache::Index> learn(const ExpositionParser &parser);
    void appendStaleMarkers(const std::vector<SeriesId> &ids, TimestampMs t);

    Head &m_head;
    SampleRules m_rules;
    SampleLabels m_labels;
    SeriesCache m_cache;
    FamilyMetadata m_metadata;
    ReportSeries m_report;
    TimestampMs m_lastTimestamp = 0;
    ExposedExemplar m_exposed;         ///< memory of appendExemplars()
    std::vector<Exemplar> m_exemplars; ///< the same
};

} // namespace sightglass
