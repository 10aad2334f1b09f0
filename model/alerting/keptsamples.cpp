// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/keptsamples.h"

#include "model/alerting/ruleoutput.h"
#include "model/core/xxhash64.h"
#include "model/query/evaluationcache.h"
#include "model/query/queryengine.h"
#include "model/storage/bytecoding.h"
#include "parser/promql/exprparts.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view firstLine = "sightglass kept samples 1\n";
constexpr std::size_t frameBytes = 16; // a batch's length and its hash
constexpr std::int64_t longestReachMs = 24LL * 3600 * 1000;
/// What a group's query offset and the time between two evaluations add to what an expression says.
constexpr std::int64_t marginMs = 2LL * 60 * 1000;
constexpr int mostHalvings = 16;

// A batch: 1 where its ids begin anew, else 0; then series after series: its id; where that is the next one
// that is not known, its labels; the float samples; the histograms. Times are told as distances.

void putText(ByteWriter &out, std::string_view text)
{
    out.put(text.size());
    for (const char c : text)
        out.put(static_cast<unsigned char>(c));
}

void putBuckets(ByteWriter &out, const BucketCounts &buckets)
{
    out.put(buckets.size());
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        out.putSigned(buckets.indices[i]);
        out.putDouble(buckets.counts[i], 0);
    }
}

void putHistogram(ByteWriter &out, const FloatHistogram &histogram)
{
    out.put(static_cast<std::uint64_t>(histogram.hint));
    out.putSigned(histogram.schema);
    for (const double number : {histogram.zeroThreshold, histogram.zeroCount, histogram.count, histogram.sum})
        out.putDouble(number, 0);
    putBuckets(out, histogram.positive);
    putBuckets(out, histogram.negative);
    out.put(histogram.customBounds.size());
    for (const double bound : histogram.customBounds)
        out.putDouble(bound, 0);
}

void putSamples(ByteWriter &out, const SampleColumns &samples)
{
    TimestampMs before = 0;
    double value = 0;
    out.put(samples.times.size());
    for (std::size_t i = 0; i < samples.times.size(); ++i) {
        out.putSigned(samples.times[i] - std::exchange(before, samples.times[i]));
        out.putDouble(samples.values[i], value);
        value = samples.values[i];
        out.putSigned(samples.starts.empty() || samples.starts[i] == 0 ? 0 : samples.starts[i]);
    }
    before = 0;
    out.put(samples.histogramTimes.size());
    for (std::size_t i = 0; i < samples.histogramTimes.size(); ++i) {
        out.putSigned(samples.histogramTimes[i] - std::exchange(before, samples.histogramTimes[i]));
        putHistogram(out, *samples.histograms[i]);
        out.putSigned(samples.histogramStarts.empty() ? 0 : samples.histogramStarts[i]);
    }
}

TimestampMs newestOf(const SampleColumns &samples)
{
    constexpr TimestampMs none = std::numeric_limits<TimestampMs>::min();
    return std::max(samples.times.empty() ? none : samples.times.back(),
                    samples.histogramTimes.empty() ? none : samples.histogramTimes.back());
}

void putFixed(std::string &out, std::uint64_t value)
{
    for (unsigned shift = 0; shift < 64; shift += 8)
        out += static_cast<char>((value >> shift) & 0xFFU);
}

std::uint64_t fixedAt(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
}

std::string framed(const ByteWriter &payload)
{
    const std::string_view bytes(reinterpret_cast<const char *>(payload.bytes().data()),
                                 payload.bytes().size());
    std::string frame;
    frame.reserve(frameBytes + bytes.size());
    putFixed(frame, bytes.size());
    putFixed(frame, xxHash64(bytes));
    frame += bytes;
    return frame;
}

/// Reads the batches of a file into series. Whatever the bytes say, it takes no more memory than a few times
/// their length.
class BatchReader
{
public:
    explicit BatchReader(TimestampMs until)
        : m_until(until)
    {}

    void read(std::string_view payload)
    {
        m_left = payload.size();
        ByteReader in({reinterpret_cast<const std::uint8_t *>(payload.data()), payload.size()});
        if (in.get() == 1)
            m_ids.clear();
        // Each series takes at least three bytes, and behind the end everything is zero.
        for (std::size_t most = m_left / 3; most > 0; --most) {
            const std::uint64_t id = in.get();
            if (id == 0 || id > m_ids.size() + 1)
                return;
            if (id == m_ids.size() + 1)
                m_ids.push_back(seriesOf(labels(in)));
            readSamples(in, m_series[m_ids[id - 1]].samples);
        }
    }

    [[nodiscard]] std::vector<KeptSeries> takeSeries() { return std::move(m_series); }

private:
    /// A number of things that take a byte at least.
    [[nodiscard]] std::size_t count(ByteReader &in) const
    {
        const std::uint64_t number = in.get();
        return number <= m_left ? static_cast<std::size_t>(number) : 0;
    }

    [[nodiscard]] std::string text(ByteReader &in) const
    {
        std::string read(count(in), '\0');
        for (char &c : read)
            c = static_cast<char>(in.get());
        return read;
    }

    [[nodiscard]] Labels labels(ByteReader &in) const
    {
        std::vector<Label> read(count(in));
        for (Label &label : read) {
            label.name = text(in);
            label.value = text(in);
        }
        return Labels(std::move(read));
    }

    [[nodiscard]] std::size_t seriesOf(Labels labels)
    {
        const auto [found, isNew] = m_byLabels.emplace(std::move(labels), m_series.size());
        if (isNew)
            m_series.push_back({found->first, {}});
        return found->second;
    }

    [[nodiscard]] BucketCounts buckets(ByteReader &in) const
    {
        BucketCounts read;
        for (std::size_t left = count(in); left > 0; --left) {
            const auto index = static_cast<std::int32_t>(in.getSigned());
            read.push(index, in.getDouble(0));
        }
        return read;
    }

    [[nodiscard]] HistogramPtr histogram(ByteReader &in) const
    {
        auto read = std::make_shared<FloatHistogram>();
        read->hint = static_cast<CounterResetHint>(in.get() & 3U);
        read->schema = static_cast<std::int32_t>(in.getSigned());
        read->zeroThreshold = in.getDouble(0);
        read->zeroCount = in.getDouble(0);
        read->count = in.getDouble(0);
        read->sum = in.getDouble(0);
        read->positive = buckets(in);
        read->negative = buckets(in);
        for (std::size_t left = count(in); left > 0; --left)
            read->customBounds.push_back(in.getDouble(0));
        return read;
    }

    void readSamples(ByteReader &in, SampleColumns &samples) const
    {
        TimestampMs newest = newestOf(samples);
        const auto isNext = [&newest, this](TimestampMs t) {
            const bool is = t > newest && t <= m_until;
            newest = is ? t : newest;
            return is;
        };
        TimestampMs t = 0;
        double value = 0;
        for (std::size_t left = count(in); left > 0; --left) {
            t += in.getSigned();
            value = in.getDouble(value);
            const TimestampMs start = in.getSigned();
            if (!isNext(t))
                continue;
            samples.times.push_back(t);
            samples.values.push_back(value);
            samples.starts.push_back(start);
        }
        newest = samples.histogramTimes.empty() ? std::numeric_limits<TimestampMs>::min()
                                                : samples.histogramTimes.back();
        t = 0;
        for (std::size_t left = count(in); left > 0; --left) {
            t += in.getSigned();
            HistogramPtr read = histogram(in);
            const TimestampMs start = in.getSigned();
            if (!isNext(t))
                continue;
            samples.histogramTimes.push_back(t);
            samples.histograms.push_back(std::move(read));
            samples.histogramStarts.push_back(start);
        }
    }

    TimestampMs m_until;
    std::size_t m_left = 0;
    std::vector<KeptSeries> m_series;
    std::unordered_map<Labels, std::size_t, LabelsHash> m_byLabels;
    std::vector<std::size_t> m_ids; ///< places in m_series
};

/// Selectors, each once.
class SelectorSet
{
public:
    void add(std::vector<Matcher> matchers, std::int64_t reachMs)
    {
        std::string key;
        for (const Matcher &matcher : matchers) {
            for (const std::string_view part :
                 {matchOpText(matcher.op), std::string_view(matcher.name), std::string_view(matcher.value)})
                key.append(std::to_string(part.size())).append(1, ':').append(part);
        }
        const auto [known, isNew] = m_places.emplace(std::move(key), m_selectors.size());
        if (isNew)
            m_selectors.push_back({std::move(matchers), reachMs});
        else
            m_selectors[known->second].reachMs = std::max(m_selectors[known->second].reachMs, reachMs);
    }

    [[nodiscard]] std::vector<KeptSelector> take() { return std::move(m_selectors); }

private:
    std::vector<KeptSelector> m_selectors;
    std::unordered_map<std::string, std::size_t> m_places;
};

} // namespace

std::vector<KeptSelector> keptSelectors(std::span<const RulePtr> rules)
{
    const std::int64_t lookback = QueryOptions{}.lookbackMs;
    SelectorSet found;
    for (const std::string_view name : {alertsMetric, alertsForStateMetric})
        found.add({{MatchOp::Equal, std::string(metricNameLabel), std::string(name)}}, lookback);
    std::int64_t longest = 0;
    for (const RulePtr &rule : rules) {
        if (rule == nullptr || rule->expr == nullptr)
            continue;
        const std::int64_t reach =
            std::min(pastReachMs(*rule->expr, lookback).value_or(lookback), longestReachMs);
        for (const promql::VectorSelector *selector : promql::selectorsOf(*rule->expr)) {
            found.add(selector->matchers, reach);
            longest = std::max(longest, reach);
        }
    }
    // Charts of what comes back tell by it when nobody scraped.
    if (longest > 0)
        found.add({{MatchOp::Equal, std::string(metricNameLabel), "up"}}, longest);
    std::vector<KeptSelector> selectors = found.take();
    std::stable_sort(selectors.begin(), selectors.end(),
                     [](const KeptSelector &a, const KeptSelector &b) { return a.reachMs > b.reachMs; });
    return selectors;
}

bool looksLikeKeptSamples(std::string_view beginning)
{
    return beginning.starts_with(firstLine);
}

KeptSamples readKeptSamples(std::string_view file, TimestampMs until)
{
    KeptSamples kept;
    if (!file.starts_with(firstLine))
        return kept;
    BatchReader reader(until);
    std::size_t at = firstLine.size();
    while (file.size() - at >= frameBytes) {
        const std::uint64_t length = fixedAt(file.substr(at));
        if (length > file.size() - at - frameBytes)
            break;
        const std::string_view payload = file.substr(at + frameBytes, static_cast<std::size_t>(length));
        if (xxHash64(payload) != fixedAt(file.substr(at + 8)))
            break;
        reader.read(payload);
        at += frameBytes + payload.size();
    }
    kept.usableBytes = at;
    kept.series = reader.takeSeries();
    std::erase_if(kept.series, [](const KeptSeries &series) { return series.labels.empty(); });
    for (const KeptSeries &series : kept.series)
        kept.newest = std::max(kept.newest, newestOf(series.samples));
    return kept;
}

void appendKeptSamples(std::span<const KeptSeries> series, Head &head)
{
    for (const auto &[labels, samples] : series) {
        const SeriesId id = head.seriesFor(labels);
        std::size_t next = 0; // of the histograms
        const auto appendHistograms = [&](TimestampMs until) {
            for (; next < samples.histogramTimes.size() && samples.histogramTimes[next] < until; ++next)
                static_cast<void>(head.append(id, samples.histogramTimes[next], samples.histograms[next],
                                              samples.histogramStarts[next]));
        };
        for (std::size_t i = 0; i < samples.times.size(); ++i) {
            appendHistograms(samples.times[i]);
            // What the store has no room for is not there, as behind a scrape that it refused.
            static_cast<void>(head.append(id, samples.times[i], samples.values[i], samples.starts[i]));
        }
        appendHistograms(std::numeric_limits<TimestampMs>::max());
    }
    head.commit();
}

std::string KeptSampleWriter::batch(const Snapshot &snapshot, std::span<const KeptSelector> selectors,
                                    TimestampMs now, int halvings)
{
    constexpr TimestampMs last = std::numeric_limits<TimestampMs>::max();
    ByteWriter out;
    out.put(m_beginsAnew ? 1 : 0);
    const std::size_t empty = out.bytes().size();
    SampleColumns samples;
    for (const KeptSelector &selector : selectors) {
        const TimestampMs since = std::max(now - ((selector.reachMs + marginMs) >> halvings), m_newest + 1);
        for (const auto &series : snapshot.select(selector.matchers, {since, last})) {
            const auto known = m_known.find(series->labels());
            series->read({known == m_known.end() ? since : std::max(since, known->second.newest + 1), last},
                         samples);
            if (samples.times.empty() && samples.histogramTimes.empty())
                continue;
            if (known != m_known.end()) {
                out.put(known->second.id);
                known->second.newest = newestOf(samples);
            } else {
                const std::uint64_t id = m_known.size() + 1;
                m_known.emplace(series->labels(), Known{id, newestOf(samples)});
                out.put(id);
                out.put(series->labels().size());
                for (const LabelView label : series->labels()) {
                    putText(out, label.name);
                    putText(out, label.value);
                }
            }
            putSamples(out, samples);
        }
    }
    if (out.bytes().size() == empty)
        return {};
    m_beginsAnew = false;
    return framed(out);
}

std::string KeptSampleWriter::more(const Snapshot &snapshot, std::span<const KeptSelector> selectors,
                                   TimestampMs now)
{
    return batch(snapshot, selectors, now, 0);
}

std::string KeptSampleWriter::whole(const Snapshot &snapshot, std::span<const KeptSelector> selectors,
                                    TimestampMs now, std::size_t mostBytes)
{
    m_newest = std::numeric_limits<TimestampMs>::min();
    std::string bytes;
    for (int halvings = 0; halvings <= mostHalvings; ++halvings) {
        m_known.clear();
        m_beginsAnew = true;
        bytes = batch(snapshot, selectors, now, halvings);
        if (bytes.size() <= mostBytes)
            break;
    }
    return std::string(firstLine) + bytes;
}

} // namespace sightglass
