// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/storage/storagehelpers.h"

#include <algorithm>

namespace sightglass::test {

Labels series(std::string_view metric, std::string_view instance)
{
    return Labels::withName(metric, {{"instance", std::string(instance)}});
}

Status append(Head &head, const Labels &labels, TimestampMs t, double value)
{
    return head.append(head.seriesFor(labels), t, value);
}

bool put(Head &head, const Labels &labels, TimestampMs t, double value)
{
    const bool taken = append(head, labels, t, value).ok();
    head.commit();
    return taken;
}

std::vector<Matcher> named(std::string_view metric)
{
    return {{MatchOp::Equal, std::string(metricNameLabel), std::string(metric)}};
}

std::vector<Sample> samplesOf(const SeriesView &view, TimeRange range)
{
    SampleColumns columns;
    view.read(range, columns);
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < columns.times.size(); ++i)
        samples.push_back({columns.times[i], columns.values.at(i)});
    return samples;
}

std::vector<Sample> samplesOf(const Snapshot &snapshot, std::string_view metric, TimeRange range)
{
    const auto views = snapshot.select(named(metric), range);
    return views.size() == 1 ? samplesOf(*views.front(), range) : std::vector<Sample>();
}

std::vector<Sample> samplesOf(const Chunk &chunk, TimeRange range)
{
    return samplesIn(chunk.sampleCount(), [&](SampleRoom room) { return chunk.read(range, room); });
}

std::vector<Sample> samplesIn(std::size_t count, const std::function<std::size_t(SampleRoom)> &decode)
{
    SampleColumns columns;
    columns.resizeFloats(count);
    const std::size_t written = decode({columns.times.data(), columns.values.data()});
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < written; ++i)
        samples.push_back({columns.times.at(i), columns.values.at(i)});
    return samples;
}

std::vector<std::uint64_t> wordsOf(const OpenWords &open)
{
    std::vector<std::uint64_t> words(OpenWords::maxWords());
    words.resize(open.copyTo(words));
    return words;
}

std::vector<std::string> selected(const Snapshot &snapshot, const std::vector<Matcher> &matchers,
                                  TimeRange range)
{
    std::vector<std::string> texts;
    for (const auto &view : snapshot.select(matchers, range))
        texts.push_back(view->labels().toString());
    return texts;
}

bool sameSamples(const std::vector<Sample> &a, const std::vector<Sample> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Sample &x, const Sample &y) { return x.t == y.t && sameBits(x.v, y.v); });
}

} // namespace sightglass::test
