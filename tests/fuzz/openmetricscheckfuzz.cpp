// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositioncheck.h"
#include "parser/exposition/expositionparser.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace sightglass;

void require(bool condition, const char *what)
{
    if (condition)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

bool parses(ExpositionFormat format, std::string_view body)
{
    const auto parser = createExpositionParser(format, body);
    auto entry = parser->next();
    while (entry && *entry != ExpositionParser::Entry::End)
        entry = parser->next();
    return entry.ok();
}

void check(ExpositionFormat format, std::string_view body,
           const std::vector<ExpositionDiagnostic> &diagnostics)
{
    bool rejected = false;
    std::size_t before = 0;
    for (const ExpositionDiagnostic &each : diagnostics) {
        rejected =
            rejected || (each.severity == DiagnosticSeverity::Rejected && each.rule != "duplicate-label");
        require(each.span.begin >= before && each.span.begin <= each.span.end, "findings out of order");
        require(each.span.end <= body.size() && each.position.line > 0, "a finding outside the body");
        before = each.span.begin;
    }
    require(rejected == !parses(format, body), "check and parser disagree on what Prometheus rejects");
}

} // namespace

/// The checks find a page rejected exactly where the parser does, and every finding lies in the page.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view body(reinterpret_cast<const char *>(data), size);
    // One finding per byte is more than there can be.
    const std::size_t limit = 10 * size + 10;
    check(ExpositionFormat::OpenMetricsText, body, checkOpenMetrics(body, limit));
    check(ExpositionFormat::PrometheusText, body, checkPrometheusText(body, limit));
    return 0;
}
