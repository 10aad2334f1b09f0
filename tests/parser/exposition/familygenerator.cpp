// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/exposition/familygenerator.h"

#include <array>
#include <limits>

namespace sightglass::test {

namespace {

struct TypeChoice
{
    MetricType type;
    const char *suffix; ///< of the family's name
};

constexpr std::array<TypeChoice, 8> typeChoices = {{{MetricType::Gauge, ""},
                                                    {MetricType::Counter, "_total"},
                                                    {MetricType::Histogram, ""},
                                                    {MetricType::Summary, ""},
                                                    {MetricType::GaugeHistogram, ""},
                                                    {MetricType::Info, "_info"},
                                                    {MetricType::StateSet, ""},
                                                    {MetricType::Unknown, ""}}};

constexpr std::size_t maxFamilies = 6;
constexpr std::size_t maxMetrics = 4;

} // namespace

double FamilyGenerator::number()
{
    static constexpr std::array<double, 14> numbers = {1,
                                                       0,
                                                       -1,
                                                       0.1,
                                                       1e-7,
                                                       1e300,
                                                       -0.0,
                                                       9007199254740993.0,
                                                       5e-324,
                                                       12345.678,
                                                       1e21,
                                                       std::numeric_limits<double>::infinity(),
                                                       -std::numeric_limits<double>::infinity(),
                                                       std::numeric_limits<double>::quiet_NaN()};
    return numbers[below(numbers.size())];
}

std::string FamilyGenerator::text()
{
    static constexpr std::array<const char *, 12> texts = {
        "x",        "a b",   "quote\"d",    "back\\slash",     "\\n",  "line\nfeed", "ünï",
        "\x7f\x01", "# EOF", "{x=\"y\"} 1", "esc\\\"aped\\\\", "end\\"};
    return texts[below(texts.size())];
}

std::vector<Label> FamilyGenerator::labels(std::size_t number)
{
    static constexpr std::array<const char *, 5> names = {"a", "long_name_1", "dotted.name", "ü \"q\"", "b"};
    std::vector<Label> labels;
    if (number > 0)
        labels.push_back({"number", std::to_string(number)});
    const std::uint64_t chosen = below(32);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if ((chosen >> i) % 2 == 1)
            labels.push_back({names[i], below(8) == 0 ? std::string() : text()});
    }
    return labels;
}

std::optional<std::int64_t> FamilyGenerator::time()
{
    static constexpr std::array<std::int64_t, 5> times = {1'520'879'607'789, 1, 1'700'000'000'123, 999,
                                                          4'102'444'800'001};
    const std::uint64_t chosen = below(2 * times.size());
    if (chosen < times.size())
        return std::nullopt;
    return times[chosen - times.size()];
}

ExposedExemplar FamilyGenerator::exemplar()
{
    ExposedExemplar made;
    if (below(2) == 1)
        made.labels.push_back({"trace_id", below(3) == 2 ? text() : "abc"});
    made.value = number();
    made.timestampMs = time();
    return made;
}

std::vector<ExposedFamily> FamilyGenerator::families()
{
    std::vector<ExposedFamily> made(below(maxFamilies));
    for (std::size_t i = 0; i < made.size(); ++i)
        made[i] = family(i);
    return made;
}

ExposedFamily FamilyGenerator::family(std::size_t number)
{
    const TypeChoice &choice = typeChoices[below(typeChoices.size())];
    ExposedFamily made;
    made.type = choice.type;
    made.name = (below(4) == 3 ? "ü.name " : "name") + std::to_string(number);
    if (below(3) == 2) {
        made.unit = "seconds";
        made.name += below(4) == 3 ? "" : "_seconds";
    }
    made.name += choice.suffix;
    if (below(4) > 0)
        made.help = text();
    const std::size_t metrics = below(maxMetrics);
    for (std::size_t i = 0; i < metrics; ++i)
        made.metrics.push_back(metric(made.type, i));
    return made;
}

ExposedMetric FamilyGenerator::metric(MetricType type, std::size_t number)
{
    ExposedMetric made;
    made.labels = labels(number);
    made.timestampMs = time();
    made.startTimestampMs = time();
    if (type == MetricType::Histogram || type == MetricType::GaugeHistogram) {
        made.value = histogram();
    } else if (type == MetricType::Summary) {
        ExposedSummary summary{static_cast<double>(below(1000)), this->number(), {}};
        for (double quantile = 0.25; below(3) > 0 && quantile < 2; quantile *= 2)
            summary.quantiles.push_back({quantile, this->number()});
        made.value = std::move(summary);
    } else {
        ExposedValue value{this->number(), {}};
        if (type == MetricType::Counter && below(2) == 1)
            value.exemplar = exemplar();
        made.value = std::move(value);
    }
    return made;
}

ExposedHistogram FamilyGenerator::histogram()
{
    ExposedHistogram made;
    made.sum = number();
    made.count = static_cast<double>(below(100)) / (below(4) == 3 ? 2 : 1);
    double bound = below(2) == 1 ? -1.5 : 0.001;
    while (below(4) > 0 && made.buckets.size() < 6) {
        made.buckets.push_back({bound, static_cast<double>(below(50)), {}});
        if (below(3) == 2)
            made.buckets.back().exemplar = exemplar();
        bound = bound < 0 ? 0 : bound == 0 ? 1e6 : bound * 10;
    }
    if (below(2) == 1)
        made.buckets.push_back({std::numeric_limits<double>::infinity(), made.count, {}});
    if (below(2) == 1)
        made.native = nativeBuckets(made.count);
    return made;
}

/// A float histogram is told by its counts, so they must not both be 0.
ExposedNativeBuckets FamilyGenerator::nativeBuckets(double &count)
{
    ExposedNativeBuckets made;
    made.isFloat = below(2) == 1;
    made.schema = static_cast<std::int32_t>(below(13)) - 4;
    made.zeroThreshold = below(2) == 1 ? 0.001 : 0;
    made.zeroCount = static_cast<double>(below(20)) + (made.isFloat ? 0.25 : 0);
    count = made.zeroCount;
    made.positive = side(count, made.isFloat);
    made.negative = side(count, made.isFloat);
    while (below(3) == 2 && made.exemplars.size() < 4)
        made.exemplars.push_back(exemplar());
    return made;
}

ExposedSide FamilyGenerator::side(double &count, bool isFloat)
{
    ExposedSide made;
    while (below(3) > 0 && made.spans.size() < 4) {
        const auto offset = static_cast<std::int32_t>(below(40)) - (made.spans.empty() ? 20 : 0);
        const auto length = static_cast<std::uint32_t>(below(5));
        made.spans.push_back({offset, length});
        for (std::uint32_t i = 0; i < length; ++i) {
            made.counts.push_back(static_cast<double>(below(1000)) * (isFloat ? 0.5 : 1));
            count += made.counts.back();
        }
    }
    return made;
}

} // namespace sightglass::test
