// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomstore.h"

#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace sightglass::test {

namespace {

enum class Shape
{
    Counter,
    Gauge,
    Fraction,
    Constant
};

struct Source
{
    SeriesId id = 0;
    Shape shape = Shape::Gauge;
    double value = 0;
    int first = 0;
    int last = 0;
};

} // namespace

class RandomStore::Filler
{
public:
    Filler(Head &head, std::uint64_t seed, const RandomSpan &span)
        : m_head(head)
        , m_random(seed)
        , m_span(span)
    {}

    void makeSeries()
    {
        family("requests_total", Shape::Counter);
        family("errors_total", Shape::Counter);
        family("temperature", Shape::Gauge);
        family("ratio", Shape::Fraction);
        family("limit", Shape::Constant);
        family("latency_bucket", Shape::Counter, "le");
    }

    bool advance()
    {
        if (m_step == m_span.steps)
            return false;
        for (Source &source : m_sources)
            advance(source, m_step);
        m_head.commit();
        ++m_step;
        return true;
    }

private:
    [[nodiscard]] int below(int end)
    {
        return static_cast<int>(m_random() % static_cast<std::uint64_t>(end));
    }

    void family(const std::string &name, Shape shape, const std::string &thirdLabel = "code")
    {
        const std::vector<std::string> thirds = thirdLabel == "le"
                                                    ? std::vector<std::string>{"0.1", "1.0", "2.5", "+Inf"}
                                                    : std::vector<std::string>{"200", "404", "500"};
        for (const char *instance : {"a:1", "b:1"}) {
            for (const char *job : {"web", "db"}) {
                for (const std::string &third : thirds) {
                    if (thirdLabel != "le" && below(4) == 0)
                        continue;
                    const Labels labels =
                        Labels::withName(name, {{"instance", instance}, {"job", job}, {thirdLabel, third}});
                    const int first = below(3) == 0 ? below(m_span.steps / 2) : 0;
                    const int last = below(3) == 0 ? first + below(m_span.steps / 2) : m_span.steps;
                    m_sources.push_back(
                        {m_head.seriesFor(labels), shape, static_cast<double>(below(50)), first, last});
                }
            }
        }
    }

    void advance(Source &source, int step)
    {
        if (step < source.first || step > source.last || below(15) == 0)
            return;
        const TimestampMs t = m_span.start + step * m_span.stepMs;
        const double value = step == source.last ? staleMarker() : next(source);
        if (!m_head.append(source.id, t, value))
            std::abort();
    }

    double next(Source &source)
    {
        switch (source.shape) {
        case Shape::Counter:
            source.value = below(25) == 0 ? below(3) : source.value + below(20);
            return source.value;
        case Shape::Gauge:
            if (below(60) == 0)
                return below(3) == 0 ? std::numeric_limits<double>::quiet_NaN()
                                     : std::numeric_limits<double>::infinity();
            source.value += below(21) - 10;
            return source.value;
        case Shape::Fraction:
            return static_cast<double>(below(1'000'000)) / 999'983;
        case Shape::Constant:
            return source.value;
        }
        return 0;
    }

    Head &m_head;
    std::mt19937_64 m_random;
    RandomSpan m_span;
    std::vector<Source> m_sources;
    int m_step = 0;
};

RandomStore::RandomStore(std::uint64_t seed, const RandomSpan &span)
    : m_head(std::make_unique<Head>())
    , m_filler(std::make_unique<Filler>(*m_head, seed, span))
{
    for (const char *counter : {"requests_total", "errors_total"})
        m_head->setMetadata(counter, {MetricType::Counter, {}, {}});
    for (const char *gauge : {"temperature", "ratio", "limit"})
        m_head->setMetadata(gauge, {MetricType::Gauge, {}, {}});
    m_head->setMetadata("latency", {MetricType::Histogram, {}, {}});
    m_filler->makeSeries();
}

RandomStore::~RandomStore() = default;

bool RandomStore::advance()
{
    return m_filler->advance();
}

std::shared_ptr<const Snapshot> randomStore(std::uint64_t seed, const RandomSpan &span)
{
    RandomStore store(seed, span);
    while (store.advance()) {
    }
    return store.head().snapshot();
}

} // namespace sightglass::test
