// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/scrape/naiverelabeling.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// The bytes make rules and labels; what becomes of the labels is what the reference's text says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sightglass;
    std::size_t next = 0;
    test::RelabelGenerator generator([&]() -> std::uint64_t { return next < size ? data[next++] : 0; });
    const test::RelabelComparison comparison = test::comparedRelabeling(generator);
    if (comparison.difference.empty())
        return 0;
    std::fprintf(stderr, "%s\n", comparison.difference.c_str());
    std::abort();
}
