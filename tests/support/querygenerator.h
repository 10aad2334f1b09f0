// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sightglass::test {

/// What queries can be made of: the metrics of a store with their types and label values.
struct QueryVocabulary
{
    struct Metric
    {
        std::string name;
        MetricType type = MetricType::Unknown;
        std::map<std::string, std::vector<std::string>> labels; ///< without __name__; values as they are
    };
    std::vector<Metric> metrics;

    /// Of everything in the snapshot but the metrics named in `without`.
    static QueryVocabulary of(const Snapshot &snapshot, const std::vector<std::string> &without);
};

/// Random PromQL over a vocabulary, from the grammar: every query parses and type-checks; it may still fail
/// when it is evaluated (many-to-many, …), as with any engine. The same seed and vocabulary give the same
/// queries. Operations that jump at a point (comparison, rounding, modulo) stand on stored values only,
/// because two engines agree on sums but for their last bits.
class QueryGenerator
{
public:
    enum class Language
    {
        Prometheus3,
        SharedWithPrometheus2 ///< without what changed on the way: stddev and stdvar of NaN and ±Inf, and
                              ///< predict_linear of a pinned range, which lost steps in 2.42
    };

    /// Where choices come from: any number each time. A fuzzer gives the bytes of its input.
    using Choices = std::function<std::uint64_t()>;

    QueryGenerator(QueryVocabulary vocabulary, Choices choices, Language language = Language::Prometheus3)
        : m_vocabulary(std::move(vocabulary))
        , m_choices(std::move(choices))
        , m_language(language)
    {}

    /// The same seed gives the same choices.
    [[nodiscard]] static Choices seeded(std::uint64_t seed);

    /// An instant vector or a scalar, nested about `depth` deep.
    [[nodiscard]] std::string query(int depth);

private:
    using Metric = QueryVocabulary::Metric;

    [[nodiscard]] std::size_t below(std::size_t end);
    [[nodiscard]] bool oneIn(std::size_t n) { return below(n) == 0; }
    template<std::size_t N>
    [[nodiscard]] std::string oneOf(const char *const (&texts)[N])
    {
        return texts[below(N)];
    }

    [[nodiscard]] const Metric &metric();
    [[nodiscard]] std::string matcher(const Metric &metric);
    [[nodiscard]] std::string selectorOf(const Metric &metric);
    [[nodiscard]] std::string shift();
    [[nodiscard]] std::string range();
    [[nodiscard]] std::string number();
    [[nodiscard]] std::string labelList(const Metric &metric);

    [[nodiscard]] std::string exactVector(const Metric &metric);
    [[nodiscard]] std::string smoothVector(const Metric &metric, int depth);
    [[nodiscard]] std::string overRange(const Metric &metric);
    [[nodiscard]] std::string aggregation(const Metric &metric, int depth);
    [[nodiscard]] std::string arithmetic(const Metric &metric, int depth);
    [[nodiscard]] std::string labelFunction(const Metric &metric, int depth);
    [[nodiscard]] std::string quantile(const Metric &metric);

    QueryVocabulary m_vocabulary;
    Choices m_choices;
    Language m_language;
};

} // namespace sightglass::test
