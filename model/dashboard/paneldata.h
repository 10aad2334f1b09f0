// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/samplerun.h"
#include "model/core/timerange.h"
#include "model/fields/calculation.h"
#include "model/fields/frame.h"
#include "model/query/queryresult.h"
#include "parser/base/error.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// What a calculation over all samples of a series has come to.
struct StoredResult
{
    Calculation calculation = Calculation::LastNotNull;
    FieldValue value;
};

/// What is known of a series that is no evaluation but the store's own samples, each at its own time.
struct StoredLine
{
    std::int64_t offsetMs = 0; ///< its times are so much later than those at which the samples were taken
    /// How many of its first and last samples lie before and behind the range: the line goes there (behind it
    /// only where it has none in the last step), but no calculation counts them.
    std::size_t before = 0;
    std::size_t behind = 0;
    /// What thinning left out of a column, at the column's end: the sum and the number of its samples that
    /// are no NaN. Nothing of columns that are there whole.
    SampleRun leftOutSums = {};
    SampleRun leftOutCounts = {};
    bool ended = false;                     ///< at the range's end the last sample does not count any more
    std::vector<StoredResult> results = {}; ///< those that are dear, reckoned on the query's thread
};

/// What is known of values that were evaluated at steps, but are each the newest sample of one series (or
/// reckoned of it): those of layers, which need common times, and of bars.
struct SampledValues
{
    std::int64_t offsetMs = 0; ///< they count so much later than the samples were taken
    /// How many milliseconds before a value's time the sample counts from that it is, at times of the values;
    /// NaN where that is not known.
    SampleRun ages;
};

/// One series of a panel, named.
struct PanelSeries
{
    Labels labels;
    std::string name;                             ///< legend text; hostile, plain
    std::size_t query = 0;                        ///< index into PanelSpec::queries
    SampleRun samples;                            ///< ascending; see columnMs
    std::vector<HistogramSample> histograms = {}; ///< native ones, ascending; at no time of a sample
    /// The panel's field config with the overrides that match this series; null where none does.
    std::shared_ptr<const FieldConfig> config = {};
    /// 0: the samples are the steps, and there is a gap where two are further apart than one. Else the query
    /// was evaluated at finer steps (PanelData::fineStepMs), and of each column (k - 1, k] * columnMs of time
    /// those values are here that decide what a line looks like: the first, the lowest, the highest and the
    /// last. They are values at their own times like any other; those at multiples of columnMs are the steps.
    std::int64_t columnMs = 0;
    /// Of such a series: the times of samples before which there is a gap; there is none elsewhere.
    std::vector<TimestampMs> breaks = {};
    /// Set where the samples are stored ones, of which each column has those that decide. No time but those
    /// of samples means anything then.
    std::optional<StoredLine> stored = {};
    std::optional<SampledValues> sampled = {}; ///< see sampleTime()

    [[nodiscard]] bool isThinned() const noexcept { return columnMs > 0; }
    [[nodiscard]] bool isStored() const noexcept { return stored.has_value(); }
    /// Whether a stored series has all the samples that the store has in the range.
    [[nodiscard]] bool isWhole() const noexcept { return stored && stored->leftOutCounts.empty(); }
    /// Whether the sample is what evaluating step by step gives, rather than one in between.
    [[nodiscard]] bool isStep(const Sample &sample) const noexcept
    {
        return columnMs == 0 || (!stored && sample.t % columnMs == 0);
    }
    /// The samples in the range.
    [[nodiscard]] std::span<const Sample> inRange() const noexcept
    {
        const std::span<const Sample> all(samples);
        return stored ? all.subspan(stored->before, all.size() - stored->before - stored->behind) : all;
    }
    /// Those that calculations are of: the samples in the range; of a stored series that has none there, the
    /// one that holds there.
    [[nodiscard]] std::span<const Sample> inForce() const noexcept
    {
        const std::span<const Sample> within = inRange();
        return stored && within.empty() ? std::span<const Sample>(samples).first(stored->before) : within;
    }
};

/// An exemplar of a series that a panel's queries look at. Text is hostile.
struct PanelExemplar
{
    TimestampMs t = 0;
    double value = 0;
    Labels labels;
    Labels series;
};

/// Between which values those of a series may really lie: a quantile of classic buckets lies anywhere in its
/// bucket.
struct ErrorBand
{
    std::size_t series = 0;   ///< index into PanelData::series
    std::vector<Sample> low;  ///< ascending in time, at times of the series; -Inf where there is no bound
    std::vector<Sample> high; ///< at the same times; +Inf where there is none
};

/// Something that explains a step in the lines.
struct PanelEvent
{
    enum class Kind : std::uint8_t
    {
        CounterReset, ///< a counter that the panel looks at fell
        Restart,      ///< the process is another one than before
        FailedScrape, ///< the target gave no answer
        NotScraped    ///< the target was not asked for longer than usual: nobody was there to do it
    };
    TimestampMs t = 0; ///< of the first sample that shows it; may lie behind the range of NotScraped
    Kind kind = Kind::CounterReset;
    Labels subject;        ///< the series, or the target's labels; hostile
    TimestampMs since = 0; ///< of NotScraped: when the target was asked last before

    friend bool operator==(const PanelEvent &, const PanelEvent &) = default;
};

/// That the buckets of a classic histogram tell little or nothing: what is said on its panel.
struct BucketAdvice
{
    enum class Kind : std::uint8_t
    {
        OneBucket,      ///< nearly all observations lie in one: bounds are missing within
        AboveLastBound, ///< many lie above the highest finite bound: bounds are missing above
        // With those below quantiles are no numbers, or none that mean anything.
        NoInfinity,    ///< there is no le="+Inf" bucket
        NotCumulative, ///< a bucket counts less than one with a lower bound
        NotANumber,    ///< all counts are NaN
        OnlyInfinity   ///< there is no bucket but le="+Inf"
    };
    Kind kind = Kind::OneBucket;
    std::string metric; ///< hostile
    double low = 0;     ///< the bucket's lower bound; may be -Inf; NotCumulative: the one that counts more
    double high = 0;    ///< its upper bound; +Inf for AboveLastBound; NoInfinity: the highest there is
    double share = 0;   ///< of all observations in the range, 0 to 1

    friend bool operator==(const BucketAdvice &, const BucketAdvice &) = default;
};

/// How the values of a query came about.
struct QueryOrigin
{
    /// Between evaluations; 0: the values are stored samples.
    std::int64_t everyMs = 0;
    /// The longest range that an evaluation looks back over; 0: it reads the newest samples, or stored ones.
    std::int64_t windowMs = 0;

    [[nodiscard]] bool isStored() const noexcept { return everyMs == 0; }
    friend bool operator==(const QueryOrigin &, const QueryOrigin &) = default;
};

/// How far apart the samples lie that an answer is made of: the usual distance of the fastest and of the
/// slowest series. 0: there are too few to tell.
struct SampleSpacing
{
    std::int64_t leastMs = 0;
    std::int64_t mostMs = 0;

    friend bool operator==(const SampleSpacing &, const SampleSpacing &) = default;
};

/// Why a query of a panel answers nothing, or something that cannot be meant.
struct QueryReason
{
    std::size_t query = 0; ///< index into PanelSpec::queries
    bool isEmpty = true;   ///< there is no answer; else there is a doubtful one
    std::string text;      ///< in the user's language, displayable
    std::string meant;     ///< the query as it is probably meant, displayable; empty: not known

    friend bool operator==(const QueryReason &, const QueryReason &) = default;
};

struct PanelData;

/// What is known of an answer that goes on from an earlier one of the same panel, so that nobody has to
/// compare them: a series that both have (same query, same labels) has the same samples in both before a
/// time, as far as both ranges reach.
struct Continuation
{
    std::weak_ptr<const PanelData> earlier; ///< that very answer; nothing is known of any other
    TimestampMs sameBefore = 0;             ///< exclusive
};

/// How far the events of an answer are known.
struct KnownEvents
{
    TimestampMs lookedAt = 0; ///< the end of the range when they were looked for
    TimestampMs before = 0;   ///< exclusive: since then, no sample before it has changed
};

/// What a panel shows: the answers of its queries over one time range. A value; made on a query thread, read
/// by the GUI.
struct PanelData
{
    TimeRange range;
    std::int64_t stepMs = 1000;
    std::vector<PanelSeries> series;
    std::optional<Error> error; ///< of the first query that failed; the others' series are there all the same
    std::size_t failedQuery = 0;
    std::vector<Annotation> annotations;
    std::vector<PanelExemplar> exemplars = {}; ///< ascending in time; no NaN
    std::size_t exemplarsLeftOut = 0;          ///< there are more of them in the range
    /// The answer as tables, after the panel's transformations and with its field configs; null where no
    /// panel of the type reads it (see needsFrames()).
    std::shared_ptr<const std::vector<Frame>> frames = {};
    std::vector<std::string> notes = {}; ///< what transformations had to cut or leave; English
    std::vector<ErrorBand> bands = {};   ///< of series that are quantiles
    std::vector<PanelEvent> events = {}; ///< ascending in time; a bounded number
    std::vector<BucketAdvice> advice = {};
    std::int64_t scrapeIntervalMs = 0; ///< of what was asked; 0: unknown
    /// The resolution of the source, as its samples show it; nothing where nobody looked.
    std::optional<SampleSpacing> spacing = {};
    std::vector<std::optional<QueryOrigin>> origins = {}; ///< by PanelSeries::query; may be shorter
    /// Between steps that are further apart than the source's samples, queries were evaluated so often (the
    /// coarsest of them counts); 0: at the steps only.
    std::int64_t fineStepMs = 0;
    /// What is reckoned of very many stored samples is reckoned anew so often only; 0: in each answer.
    std::int64_t renewedEveryMs = 0;
    std::vector<QueryReason> reasons = {};       ///< of queries, ascending; see panelreasons.h
    std::optional<Continuation> continues = {};  ///< empty: anything may be another than before
    std::optional<KnownEvents> eventsKnown = {}; ///< empty: nobody looked for them; see addEvents()

    [[nodiscard]] std::optional<QueryOrigin> originOf(const PanelSeries &one) const
    {
        return one.query < origins.size() ? origins[one.query] : std::nullopt;
    }
};

} // namespace sightglass
