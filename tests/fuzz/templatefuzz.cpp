// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateexpansion.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace sightglass;

void require(bool good)
{
    if (!good)
        std::abort();
}

TemplateEnvironment environment()
{
    TemplateEnvironment world;
    world.externalUrl = "http://ex.org/x";
    world.query = [](std::string_view expression) -> Result<std::vector<TemplateSample>> {
        if (expression.empty())
            return Error{ErrorCode::QueryFailed, {"nothing asked"}, {}, {}};
        return std::vector<TemplateSample>{{Labels::withName("m", {{"a", "b"}}), 1.5, nullptr},
                                           {Labels::withName("m", {{"a", "a"}}), -1, nullptr}};
    };
    world.limits.outputBytes = 10'000;
    world.limits.textBytes = 100'000;
    world.limits.steps = 5'000;
    return world;
}

} // namespace

/// Whatever parses is expanded to the same text twice, within its limits; whatever does not says where.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto tree = parseAlertTemplate("X", text);
    if (!tree) {
        require(tree.error().arguments.front().starts_with("template: __alert_X:"));
        require(tree.error().span.begin <= size && tree.error().span.end <= size);
        return 0;
    }
    const TemplateEnvironment world = environment();
    const TemplateSample element{Labels::withName("up", {{"job", "a<b>\xC3\xA9"}, {"instance", "h.x:80"}}),
                                 1e6, nullptr};
    const auto first = expandTemplate(*tree, element, world);
    const auto second = expandTemplate(*tree, element, world);
    require(first.ok() == second.ok());
    if (!first) {
        require(first.error().arguments.front().starts_with("error executing template __alert_X: "));
        return 0;
    }
    require(*first == *second);
    require(first->size() <= world.limits.outputBytes);
    return 0;
}
