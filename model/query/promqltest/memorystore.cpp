// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/memorystore.h"

#include "model/histogram/histogramarithmetic.h"
#include "parser/base/goregex.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace sightglass::promqltest {

namespace {

class MemorySeries : public SeriesView
{
public:
    MemorySeries(Labels labels, SampleColumns samples)
        : m_labels(std::move(labels))
        , m_samples(std::move(samples))
    {}

    const Labels &labels() const noexcept override { return m_labels; }

    void read(TimeRange range, SampleColumns &out) const override
    {
        out.clear();
        for (std::size_t i = 0; i < m_samples.times.size(); ++i) {
            if (!range.contains(m_samples.times[i]))
                continue;
            out.times.push_back(m_samples.times[i]);
            out.values.push_back(m_samples.values[i]);
            if (!m_samples.starts.empty())
                out.starts.push_back(m_samples.starts[i]);
        }
        for (std::size_t i = 0; i < m_samples.histogramTimes.size(); ++i) {
            if (!range.contains(m_samples.histogramTimes[i]))
                continue;
            out.histogramTimes.push_back(m_samples.histogramTimes[i]);
            out.histograms.push_back(m_samples.histograms[i]);
            if (!m_samples.histogramStarts.empty())
                out.histogramStarts.push_back(m_samples.histogramStarts[i]);
        }
    }

private:
    Labels m_labels;
    SampleColumns m_samples;
};

/// Without the product's ways around the regular expression.
class PlainMatcher
{
public:
    explicit PlainMatcher(const Matcher &matcher)
        : m_matcher(matcher)
    {
        if (matcher.op == MatchOp::Regex || matcher.op == MatchOp::NotRegex) {
            if (auto regex = GoRegex::compile(matcher.value))
                m_regex = std::move(*regex);
        }
    }

    [[nodiscard]] bool matches(const Labels &labels) const
    {
        const std::string_view value = labels.value(m_matcher.name);
        const bool equal = m_regex ? m_regex->matches(value) : value == m_matcher.value;
        return equal == (m_matcher.op == MatchOp::Equal || m_matcher.op == MatchOp::Regex);
    }

private:
    const Matcher &m_matcher;
    std::optional<GoRegex> m_regex;
};

class MemorySnapshot : public Snapshot
{
public:
    explicit MemorySnapshot(const std::map<Labels, SampleColumns> &series)
    {
        for (const auto &[labels, samples] : series)
            m_series.push_back(std::make_shared<MemorySeries>(labels, samples));
    }

    std::vector<std::shared_ptr<const SeriesView>> select(std::span<const Matcher> matchers,
                                                          TimeRange range) const override
    {
        const std::vector<PlainMatcher> plain(matchers.begin(), matchers.end());
        std::vector<std::shared_ptr<const SeriesView>> selected;
        SampleColumns samples;
        for (const auto &series : m_series) {
            series->read(range, samples);
            const bool all = std::all_of(plain.begin(), plain.end(), [&series](const PlainMatcher &matcher) {
                return matcher.matches(series->labels());
            });
            if (all && !(samples.times.empty() && samples.histogramTimes.empty()))
                selected.push_back(series);
        }
        return selected;
    }

    std::vector<std::string> labelNames() const override
    {
        std::set<std::string> names;
        for (const auto &series : m_series) {
            for (const LabelView label : series->labels())
                names.emplace(label.name);
        }
        return {names.begin(), names.end()};
    }

    std::vector<std::string> labelValues(std::string_view name) const override
    {
        std::set<std::string> values;
        for (const auto &series : m_series) {
            const std::string_view value = series->labels().value(name);
            if (!value.empty())
                values.emplace(value);
        }
        return {values.begin(), values.end()};
    }

    StorageStats stats() const override { return {m_series.size(), 0, 0, 0, 0}; }

private:
    std::vector<std::shared_ptr<const SeriesView>> m_series;
};

bool isAfter(TimestampMs t, const std::vector<TimestampMs> &times)
{
    return times.empty() || t > times.back();
}

/// Notes a start timestamp; the column exists only where the series has any.
void pushStart(std::vector<TimestampMs> &starts, std::size_t samples, TimestampMs start)
{
    if (start == 0 && starts.empty())
        return;
    starts.resize(samples - 1, 0);
    starts.push_back(start);
}

/// Whether Prometheus would begin a new chunk for the histogram (promqltest reference, section 4.5).
bool beginsChunk(const SampleColumns &before, const FloatHistogram &histogram)
{
    if (before.histograms.empty() ||
        (!before.times.empty() && before.times.back() > before.histogramTimes.back()))
        return true;
    const FloatHistogram &previous = *before.histograms.back();
    if (histogram.hint == CounterResetHint::Reset || isStaleMarker(previous))
        return true;
    if (isStaleMarker(histogram))
        return false;
    FloatHistogram compared = histogram;
    compared.hint = CounterResetHint::Unknown;
    return previous.hint == CounterResetHint::Gauge || histogram.schema != previous.schema ||
           histogram.zeroThreshold != previous.zeroThreshold ||
           histogram.customBounds != previous.customBounds || isCounterReset(compared, previous);
}

/// The hint as Prometheus' TSDB returns it.
CounterResetHint storedHint(const SampleColumns &before, const FloatHistogram &histogram)
{
    if (histogram.hint == CounterResetHint::Gauge)
        return CounterResetHint::Gauge;
    return beginsChunk(before, histogram) ? CounterResetHint::Unknown : CounterResetHint::NotReset;
}

} // namespace

Status MemoryStore::append(const Labels &labels, const ScriptSample &sample)
{
    SampleColumns &samples = m_series[labels];
    if (!isAfter(sample.t, samples.times) || !isAfter(sample.t, samples.histogramTimes))
        return Error{ErrorCode::OutOfOrderSample, {}, {}, {}};
    if (!sample.histogram) {
        samples.times.push_back(sample.t);
        samples.values.push_back(sample.value);
        pushStart(samples.starts, samples.times.size(), sample.start);
        return Done{};
    }
    FloatHistogram histogram = *sample.histogram;
    histogram.hint = storedHint(samples, histogram);
    samples.histogramTimes.push_back(sample.t);
    samples.histograms.push_back(std::make_shared<const FloatHistogram>(std::move(histogram)));
    pushStart(samples.histogramStarts, samples.histogramTimes.size(), sample.start);
    return Done{};
}

std::shared_ptr<const Snapshot> MemoryStore::snapshot()
{
    return std::make_shared<MemorySnapshot>(m_series);
}

} // namespace sightglass::promqltest
