// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/queryengine.h"
#include "parser/promql/parse.h"
#include "tests/support/naiveevaluator.h"
#include "tests/support/querygenerator.h"
#include "tests/support/randomstore.h"
#include "tests/support/rounding.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr int depth = 3;
constexpr std::size_t stores = 8;

/// One choice per input byte; 0 when they are used up, which ends every branch of the grammar soon.
QueryGenerator::Choices choicesOf(std::span<const std::uint8_t> bytes)
{
    return [bytes, next = std::size_t{0}]() mutable -> std::uint64_t {
        return next < bytes.size() ? bytes[next++] : 0;
    };
}

} // namespace

/// The first byte picks one of a few random stores, the second the steps, the others make the query; the
/// engine and the naive evaluator must agree on it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    static const RandomSpan span{.steps = 40};
    static std::shared_ptr<const Snapshot> snapshots[stores];
    std::shared_ptr<const Snapshot> &snapshot = snapshots[data[0] % stores];
    if (snapshot == nullptr)
        snapshot = randomStore(data[0] % stores, span);

    QueryGenerator generator(QueryVocabulary::of(*snapshot, {}), choicesOf({data + 2, size - 2}));
    const std::string query = generator.query(depth);
    const auto expr = promql::parseExpr(query);
    if (!expr)
        std::abort();
    const TimestampMs first = span.start + (data[1] % 32) * span.stepMs;
    const StepRange steps{first, first + 4 * span.stepMs, data[1] % 2 == 0 ? 15'000 : 40'000};
    const QueryEngine engine;
    const std::string difference =
        firstDifference(answerOf(engine.range(*snapshot, **expr, steps), first),
                        NaiveEvaluator(*snapshot, engine.options(), steps).range(**expr));
    if (difference.empty() || hangsOnRounding(*snapshot, engine.options(), steps, **expr))
        return 0;
    std::fprintf(stderr, "%s\n%s\n", query.c_str(), difference.c_str());
    std::abort();
}
