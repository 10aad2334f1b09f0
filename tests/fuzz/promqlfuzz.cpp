// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/parse.h"
#include "parser/promql/pretty.h"
#include "parser/promql/print.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace sightglass::promql;

/// What is printed must parse, and print to the very same text again.
void requireFixedPoint(const std::string &text, const std::string &canonical)
{
    const auto again = parseExpr(text, Features::all());
    if (again && printExpr(**again) == canonical)
        return;
    std::fprintf(stderr, "no fixed point: %s\n", text.c_str());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view query(reinterpret_cast<const char *>(data), size);
    const auto plain = parseExpr(query);
    const auto selector = parseSelector(query);
    static_cast<void>(selector);
    const auto parsed = parseExpr(query, Features::all());
    if (plain && !parsed)
        std::abort(); // features only add to the language
    if (!parsed)
        return 0;
    const std::string canonical = printExpr(**parsed);
    if (canonical.size() > 100'000)
        return 0;
    requireFixedPoint(canonical, canonical);
    requireFixedPoint(prettyExpr(**parsed), canonical);
    return 0;
}
